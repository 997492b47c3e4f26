import { memo } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { findTurn, seatOf } from "@/shared/room/selectors";
import { Badge } from "@/shared/ui/Badge";
import type { Round } from "@/shared/wire/socket.gen";
import { useWords } from "@/shared/words/texts";
import { ParentAnswer } from "./ParentAnswer";
import { PRESSING } from "./parts";
import { useInterviewTexts } from "./texts";

/** The question as it is asked now: what kind it is, to whom, and why when it follows an answer. */
export const QuestionCard = memo(
  function QuestionCard({ round, number }: { round: Round; number: number }) {
    const t = useInterviewTexts();
    const words = useWords();
    const me = useYou().seat_id;
    const only = round.candidates.length === 1 ? round.candidates[0] : undefined;
    const name = useRoomPart((room) => seatOf(room, only)?.name);
    const parent = useRoomPart((room) =>
      round.parent ? (findTurn(room, round.parent)?.turn ?? null) : null,
    );
    const { question } = round;
    if (!question) return null;
    const to = only === undefined ? t("toAll") : only === me ? t("toMe") : t("to", { name: name ?? "" });
    return (
      <section
        aria-labelledby="question"
        className="rounded-card border border-line bg-raised p-4 shadow-card sm:p-6"
      >
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
          <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-bold text-soft tabular-nums">{t("question", { number })}</span>
            <Badge tone={PRESSING.has(question.kind) ? "warn" : "accent"}>
              {words(`kind.${question.kind}`)}
            </Badge>
            <Badge tone={only === me ? "accent" : "plain"}>{to}</Badge>
          </div>
          <span className="text-sm text-soft">
            {words(`competency.${question.competency}`)} <span aria-hidden="true">·</span>{" "}
            {t("difficulty", { level: question.difficulty })}
          </span>
        </div>
        <h2 id="question" className="mt-3 text-xl leading-snug font-bold sm:text-2xl">
          {question.text}
        </h2>
        {question.reason && (
          <p className="mt-3 rounded-control bg-sunken px-3 py-2">
            <span className="font-semibold">{t("reason")}</span> <span aria-hidden="true">·</span>{" "}
            {question.reason}
          </p>
        )}
        {parent && <ParentAnswer turn={parent} />}
      </section>
    );
  },
  // Turns of the round open and close meanwhile.
  (before, after) =>
    before.number === after.number &&
    before.round.round_id === after.round.round_id &&
    before.round.question === after.round.question,
);
