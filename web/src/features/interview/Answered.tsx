import { memo } from "react";
import type { Round } from "@/shared/wire/socket.gen";
import { AnswerEntry } from "./AnswerEntry";
import { useInterviewTexts } from "./texts";

/** What was answered to the question of the moment, the latest first. */
export const Answered = memo(function Answered({ round }: { round: Round }) {
  const t = useInterviewTexts();
  const closed = round.turns
    .filter((turn) => turn.state === "closed" && (turn.text || !round.simultaneous))
    .toSorted((one, other) => (other.closed_at ?? 0) - (one.closed_at ?? 0));
  if (closed.length === 0) return null;
  return (
    <section aria-labelledby="answered-title">
      <h2 id="answered-title" className="mb-3 text-lg font-bold">
        {t("answered.title")}
      </h2>
      <ul className="divide-y divide-line rounded-card border border-line bg-raised p-4">
        {closed.map((turn) => (
          <AnswerEntry key={turn.turn_id} turn={turn} />
        ))}
      </ul>
    </section>
  );
});
