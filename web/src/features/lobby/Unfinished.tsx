import { useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import { useLang } from "@/shared/i18n/texts";
import { sayWhen } from "@/shared/i18n/when";
import { Badge } from "@/shared/ui/Badge";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { toast } from "@/shared/ui/toasts";
import type { RoomCard } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { useRoomName } from "./room_name";
import { useLobbyTexts } from "./texts";

/** Interviews that wait or run; nothing at all when there are none. */
export function Unfinished({ rooms }: { rooms: readonly RoomCard[] }) {
  const t = useLobbyTexts();
  const [leaving, setLeaving] = useState<RoomCard | null>(null);
  const queries = useQueryClient();
  if (rooms.length === 0) return null;

  async function remove(room: RoomCard): Promise<void> {
    try {
      await request(`/api/rooms/${room.room_id}`, { method: "DELETE" });
      toast(t("unfinished.deleted"), "good");
    } catch (problem) {
      if (problem instanceof ApiProblem) toast(problem.message, "bad");
    }
    await queries.invalidateQueries({ queryKey: ["rooms"] });
  }

  return (
    <section aria-labelledby="unfinished-title">
      <h2 id="unfinished-title" className="mb-4 text-xl font-bold">
        {t("unfinished.title")}
      </h2>
      <ul className="flex flex-col gap-3">
        {rooms.map((room, index) => (
          <UnfinishedRow
            key={room.room_id}
            room={room}
            first={index === 0}
            onDelete={() => setLeaving(room)}
          />
        ))}
      </ul>
      <Confirm
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t("unfinished.deleteTitle")}
        description={t("unfinished.deleteText")}
        confirmLabel={t("unfinished.delete")}
        danger
        onConfirm={() => leaving && void remove(leaving)}
      />
    </section>
  );
}

function UnfinishedRow({ room, first, onDelete }: { room: RoomCard; first: boolean; onDelete: () => void }) {
  const t = useLobbyTexts();
  const words = useWords();
  const lang = useLang();
  const name = useRoomName()(room) || t("unfinished.quarantined");
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-card border border-line bg-raised px-5 py-4">
      <div className="min-w-0 flex-1 basis-60">
        <p className="flex flex-wrap items-center gap-2 text-lg font-semibold">
          {name}
          {room.stage ? (
            <Badge tone={room.stage === "waiting" ? "plain" : "accent"}>{words(`stage.${room.stage}`)}</Badge>
          ) : (
            <Badge tone="warn">{t("unfinished.quarantined")}</Badge>
          )}
        </p>
        <p className="text-sm text-soft">
          {sayWhen(room.created_at, Date.now(), lang)}
          {room.stage
            ? ` · ${t("people", { people: room.people, ai: room.ai })}`
            : ` · ${t("unfinished.quarantinedText")}`}
        </p>
      </div>
      <div className="flex flex-wrap gap-2">
        {room.stage && (
          <Button asChild look={first && room.stage !== "waiting" ? "primary" : "secondary"}>
            <Link to="/rooms/$roomId" params={{ roomId: room.room_id }}>
              {t(room.stage === "waiting" ? "unfinished.enter" : "unfinished.resume")}
            </Link>
          </Button>
        )}
        {room.mine && (
          <Button look="quiet" onClick={onDelete} aria-label={t("unfinished.deleteNamed", { room: name })}>
            {t("unfinished.delete")}
          </Button>
        )}
      </div>
    </li>
  );
}
