import { useEffect, useId, useState } from "react";
import { Badge } from "@/shared/ui/Badge";
import { Card } from "@/shared/ui/Card";
import { classes } from "@/shared/ui/classes";
import type { InterviewReport, QuestionReport } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { AgainButton } from "./AgainButton";
import { Comparison } from "./Comparison";
import { useHash, usePrinting } from "./page_state";
import { QuestionNotes } from "./QuestionNotes";
import { useFigure } from "./saying";
import { useAnswerTexts } from "./texts_answers";

interface Shown {
  report: InterviewReport;
  question: QuestionReport;
}

/** One question: folded, what was asked and how one did; unfolded, all answers beside one another. */
export function QuestionCard({ report, question, again }: Shown & { again: boolean }) {
  const hash = useHash();
  const printing = usePrinting();
  const id = useId();
  const [open, setOpen] = useState(question.number === 1);
  const named = hash === `question-${question.number}`;
  useEffect(() => {
    if (named) setOpen(true);
  }, [named]);
  const mine = question.answers.find((answer) => answer.seat_id === report.seat_id);
  return (
    <Card className="p-0! sm:p-0!">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={() => setOpen(!open)}
          className="flex w-full items-start gap-3 rounded-card px-5 py-4 text-left hover:bg-sunken sm:px-6"
        >
          <Summary report={report} question={question} />
          <svg
            viewBox="0 0 20 20"
            aria-hidden="true"
            className={classes(
              "mt-1 size-5 shrink-0 text-soft transition print:hidden",
              open && "rotate-180",
            )}
          >
            <path d="M5 8l5 5 5-5" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          </svg>
        </button>
      </h3>
      <div id={id} hidden={!(open || printing)} className="border-t border-line px-5 py-5 sm:px-6">
        {(open || printing) && (
          <div className="flex flex-col gap-5">
            <QuestionNotes report={report} question={question} />
            <Comparison report={report} question={question} />
            {again && mine?.outcome && <AgainButton roomId={report.room_id} roundId={question.round_id} />}
          </div>
        )}
      </div>
    </Card>
  );
}

function Summary({ report, question }: Shown) {
  const t = useAnswerTexts();
  const words = useWords();
  const figure = useFigure();
  const mine = question.answers.find((answer) => answer.seat_id === report.seat_id);
  return (
    <span className="min-w-0 flex-1">
      <span className="flex flex-wrap items-center gap-2">
        <span className="text-sm font-bold text-soft">{t("question", { number: question.number })}</span>
        <Badge>{words(`kind.${question.kind}`)}</Badge>
        {mine && mine.total !== null && (
          <Badge tone="accent">{t("myScore", { total: figure(mine.total) })}</Badge>
        )}
        {mine?.outcome && mine.outcome !== "answered" && (
          <Badge tone="warn">{t(`outcome.${mine.outcome}`)}</Badge>
        )}
        {!mine && report.seat_id && <span className="text-sm text-soft">{t("notAsked")}</span>}
      </span>
      <span className="mt-1.5 block font-semibold">{question.text}</span>
    </span>
  );
}
