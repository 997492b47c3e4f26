import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { sayWhen } from "@/shared/i18n/when";
import { Button } from "@/shared/ui/Button";
import { Empty } from "@/shared/ui/States";
import type { RoomCard } from "@/shared/wire/http.gen";
import { Latest } from "./Latest";
import type { PastResult } from "./past_results";
import { MOST_RESULTS, usePastResults } from "./queries";
import { useRoomName } from "./room_name";
import { useLobbyTexts } from "./texts";

/** Finished interviews: how the latest went, the trend, and a line for each. */
export function PastResults({ rooms }: { rooms: readonly RoomCard[] }) {
  const t = useLobbyTexts();
  const [all, setAll] = useState(false);
  const results = usePastResults(rooms.slice(0, MOST_RESULTS));
  const known = results.flatMap((result) => result.data ?? []);
  const shown = all ? rooms : rooms.slice(0, MOST_RESULTS);
  return (
    <section aria-labelledby="past-title">
      <h2 id="past-title" className="mb-4 text-xl font-bold">
        {t("past.title")}
      </h2>
      {rooms.length === 0 ? (
        <Empty title={t("past.emptyTitle")}>{t("past.emptyText")}</Empty>
      ) : (
        <div className="flex flex-col gap-4">
          {known.length > 0 && <Latest results={known} rooms={rooms} />}
          <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised">
            {shown.map((room, index) => (
              <PastRow
                key={room.room_id}
                room={room}
                result={results[index]?.data ?? null}
                pending={results[index]?.isPending ?? false}
              />
            ))}
          </ul>
          {shown.length < rooms.length && (
            <Button className="self-center" onClick={() => setAll(true)}>
              {t("past.older", { n: rooms.length - shown.length })}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}

function PastRow({ room, result, pending }: { room: RoomCard; result: PastResult | null; pending: boolean }) {
  const t = useLobbyTexts();
  const lang = useLang();
  const name = useRoomName()(room);
  return (
    <li>
      <Link
        to="/rooms/$roomId/report"
        params={{ roomId: room.room_id }}
        preload={false}
        className="flex items-center gap-4 px-5 py-4 text-ink no-underline hover:bg-sunken sm:px-6"
      >
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-0 flex-1 basis-36">
            <span className="block font-semibold">{name}</span>
            <span className="block text-sm text-soft">
              {sayWhen(result?.at ?? room.created_at, Date.now(), lang)}
            </span>
          </span>
          {pending ? (
            <span aria-hidden="true" className="h-5 w-20 animate-pulse rounded-control bg-line" />
          ) : (
            <span className="sm:text-right">
              <span className="block font-bold tabular-nums">
                {result?.total != null
                  ? t("past.points", { total: sayFigure(result.total, lang) })
                  : t("past.report")}
              </span>
              {result?.rank != null && (
                <span className="block text-sm text-soft">
                  {t("past.place", { rank: result.rank, of: result.candidates })}
                </span>
              )}
            </span>
          )}
        </span>
        <svg viewBox="0 0 20 20" className="size-5 shrink-0 text-soft" aria-hidden="true">
          <path
            d="M7.5 4.5L13 10l-5.5 5.5"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.8"
            strokeLinecap="round"
          />
        </svg>
      </Link>
    </li>
  );
}
