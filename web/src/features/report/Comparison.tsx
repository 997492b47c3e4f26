import { Tabs } from "radix-ui";
import { useState } from "react";
import { classes } from "@/shared/ui/classes";
import type { AnswerReport, InterviewReport, QuestionReport } from "@/shared/wire/http.gen";
import { AnswerView } from "./AnswerView";
import { usePrinting } from "./page_state";
import { useFigure, useNames } from "./saying";
import { useAnswerTexts } from "./texts_answers";

/** My answer beside one rival's at a time; on paper, all of them below one another. */
export function Comparison({ report, question }: { report: InterviewReport; question: QuestionReport }) {
  const t = useAnswerTexts();
  const printing = usePrinting();
  const mine = question.answers.find((answer) => answer.seat_id === report.seat_id);
  const others = question.answers.filter((answer) => answer !== mine);
  if (question.answers.length === 0) return <p className="text-soft">{t("noAnswers")}</p>;
  const shown = { report, question };
  return (
    <div
      className={classes("grid gap-6", mine && others.length > 0 && !printing && "lg:grid-cols-2 lg:gap-8")}
    >
      {mine && (
        <section aria-label={t("mine")} className="min-w-0">
          <h4 className="mb-3 flex min-h-11 items-center font-bold text-accent">{t("mine")}</h4>
          <AnswerView {...shown} answer={mine} />
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={t("others")} className="min-w-0">
          {printing ? (
            others.map((answer) => <Printed key={answer.turn_id} {...shown} answer={answer} />)
          ) : (
            <Rivals {...shown} answers={others} />
          )}
        </section>
      )}
    </div>
  );
}

interface Shown {
  report: InterviewReport;
  question: QuestionReport;
}

function Rivals({ report, question, answers }: Shown & { answers: AnswerReport[] }) {
  const t = useAnswerTexts();
  const nameOf = useNames(report);
  const figure = useFigure();
  const best = answers.reduce((one, other) => ((other.total ?? -1) > (one.total ?? -1) ? other : one));
  const [chosen, setChosen] = useState(best.turn_id);
  return (
    <Tabs.Root value={chosen} onValueChange={setChosen}>
      <Tabs.List aria-label={t("others")} className="-mx-1 mb-3 flex gap-1 scrolls-sideways px-1 pb-1">
        {answers.map((answer) => (
          <Tabs.Trigger
            key={answer.turn_id}
            value={answer.turn_id}
            className="flex min-h-10 shrink-0 items-center gap-2 rounded-control border border-transparent px-3 text-sm font-semibold whitespace-nowrap text-soft hover:text-ink data-[state=active]:border-edge data-[state=active]:bg-sunken data-[state=active]:text-ink"
          >
            {nameOf(answer.seat_id)}
            {answer.total !== null && <span className="font-normal">{figure(answer.total)}</span>}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {answers.map((answer) => (
        <Tabs.Content key={answer.turn_id} value={answer.turn_id} className="rounded-control">
          <AnswerView report={report} question={question} answer={answer} />
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}

function Printed({ report, question, answer }: Shown & { answer: AnswerReport }) {
  const nameOf = useNames(report);
  return (
    <div className="mb-4">
      <h4 className="mb-2 font-bold">{nameOf(answer.seat_id)}</h4>
      <AnswerView report={report} question={question} answer={answer} />
    </div>
  );
}
