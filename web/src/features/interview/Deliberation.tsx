import { FoldingBoard } from "@/shared/board/FoldingBoard";
import { useSecondsUntil } from "@/shared/live/seconds";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Card } from "@/shared/ui/Card";
import { Meter } from "@/shared/ui/Meter";
import { Notes } from "./Notes";
import { Transcript } from "./Transcript";
import { useInterviewTexts } from "./texts";

/** The panel judges: what is known of it, and something to read meanwhile. */
export function Deliberation() {
  const t = useInterviewTexts();
  const me = useYou().seat_id;
  const early = useRoomPart((room) => room.ended_early);
  const until = useRoomPart((room) => room.wait?.until ?? null);
  const shown = useRoomPart((room) => room.settings.visibility !== "end");
  const all = useRoomPart((room) => count(room.rounds, (turn) => turn.outcome === "answered"));
  const scored = useRoomPart((room) =>
    count(room.rounds, (turn) => turn.outcome === "answered" && turn.score?.provisional === false),
  );
  const feedback = useRoomPart((room) => room.feedback_due.includes(me));
  const left = useSecondsUntil(until);
  return (
    <div className="mx-auto grid max-w-7xl gap-6 p-4 sm:py-8 lg:grid-cols-[minmax(0,1fr)_22rem]">
      <div className="flex min-w-0 flex-col gap-8">
        <section role="status" className="rounded-card border border-line bg-raised px-6 py-12 text-center">
          <span
            aria-hidden="true"
            className="mx-auto mb-5 block size-3 animate-pulse rounded-full bg-accent"
          />
          <h2 className="text-2xl font-bold">{t("deliberation.title")}</h2>
          <p className="mt-2 text-soft">{t(early ? "deliberation.early" : "deliberation.text")}</p>
          {feedback && <p className="mt-2 font-semibold">{t("deliberation.feedback")}</p>}
          {shown && all > 0 && (
            <div className="mx-auto mt-6 max-w-xs">
              <p className="mb-2 text-sm font-semibold tabular-nums">
                {t("deliberation.scored", { scored, all })}
              </p>
              <Meter value={scored} most={all} label={t("deliberation.scored", { scored, all })} />
            </div>
          )}
          {left !== null && (
            <p aria-hidden="true" className="mt-4 text-sm text-soft tabular-nums">
              {left > 0 ? t("deliberation.until", { count: left }) : t("deliberation.longer")}
            </p>
          )}
        </section>
        <Transcript />
      </div>
      <aside className="flex min-w-0 flex-col gap-6">
        <Card>
          <FoldingBoard answering={false} />
        </Card>
        <Card>
          <Notes />
        </Card>
      </aside>
    </div>
  );
}

function count<T>(rounds: readonly { turns: readonly T[] }[], holds: (turn: T) => boolean): number {
  return rounds.reduce((sum, round) => sum + round.turns.filter(holds).length, 0);
}
