import { classes } from "@/shared/ui/classes";
import type { AnswerReport, Criterion, InterviewReport } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { useFigure, useNames } from "./saying";
import { useAnswerTexts } from "./texts_answers";

const CRITERIA: readonly Criterion[] = ["relevance", "evidence", "structure", "reasoning", "reflection"];

/** The levels that each interviewer gave; a criterion can be chosen, and shows its words and the reasons. */
export function LevelsTable({
  report,
  answer,
  only,
  onOnly,
}: {
  report: InterviewReport;
  answer: AnswerReport;
  only: Criterion | null;
  onOnly: (criterion: Criterion | null) => void;
}) {
  const t = useAnswerTexts();
  const words = useWords();
  const figure = useFigure();
  const nameOf = useNames(report);
  // Levels are whole; only a median may lie between two of them.
  const level = (value: number | null | undefined) => figure(value ?? null, Number.isInteger(value) ? 0 : 1);
  return (
    <div>
      <div className="scrolls-sideways">
        {/* No word is broken to make room: sooner it scrolls. */}
        <table className="w-full border-collapse text-sm [overflow-wrap:normal]">
          <caption className="sr-only">{t("levelsCaption")}</caption>
          <thead>
            <tr className="border-b border-line text-soft">
              <th scope="col" className="py-1.5 pr-1 text-left font-semibold max-sm:text-xs sm:pr-2">
                {t("criterionColumn")}
              </th>
              <th scope="col" className="px-1 py-1.5 text-right font-semibold max-sm:text-xs sm:px-2">
                {t("median")}
              </th>
              {answer.opinions.map((opinion) => (
                <th
                  key={opinion.interviewer}
                  scope="col"
                  className="px-1 py-1.5 text-right font-semibold max-sm:text-xs sm:px-2"
                >
                  {nameOf(opinion.interviewer)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {CRITERIA.map((criterion) => (
              <tr
                key={criterion}
                className={classes("border-b border-line", only === criterion && "bg-accent-soft")}
              >
                <th scope="row" className="text-left font-normal">
                  <button
                    type="button"
                    aria-pressed={only === criterion}
                    onClick={() => onOnly(only === criterion ? null : criterion)}
                    className="min-h-11 w-full rounded-control text-left underline decoration-edge decoration-dotted underline-offset-4 hover:text-accent aria-pressed:font-bold aria-pressed:text-accent sm:min-h-9"
                  >
                    {words(`criterion.${criterion}`)}
                  </button>
                </th>
                <td className="px-1 text-right font-bold tabular-nums sm:px-2">
                  {level(answer.levels.find((one) => one.criterion === criterion)?.level)}
                </td>
                {answer.opinions.map((opinion) => (
                  <td key={opinion.interviewer} className="px-1 text-right tabular-nums sm:px-2">
                    {level(opinion.evidence.find((one) => one.criterion === criterion)?.level)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {only ? (
        <Reasons report={report} answer={answer} criterion={only} />
      ) : (
        <p className="mt-2 text-sm text-soft print:hidden">{t("quoteHint")}</p>
      )}
    </div>
  );
}

interface Reason {
  level: number;
  reason: string;
  quote: string;
  names: string[];
}

/** Why a criterion got its levels; interviewers who say the same are named together. */
function Reasons({
  report,
  answer,
  criterion,
}: {
  report: InterviewReport;
  answer: AnswerReport;
  criterion: Criterion;
}) {
  const t = useAnswerTexts();
  const nameOf = useNames(report);
  const reasons = new Map<string, Reason>();
  for (const opinion of answer.opinions) {
    for (const { criterion: of, level, reason, quote } of opinion.evidence) {
      if (of !== criterion) continue;
      const key = `${level} ${reason} ${quote}`;
      const held = reasons.get(key) ?? { level, reason, quote, names: [] };
      reasons.set(key, { ...held, names: [...held.names, nameOf(opinion.interviewer)] });
    }
  }
  return (
    <ul className="mt-3 flex flex-col gap-2 text-sm" aria-live="polite">
      {[...reasons].map(([key, { level, reason, quote, names }]) => (
        <li key={key} className="rounded-control border border-line px-3 py-2">
          <p>
            <span className="font-bold">{t("level", { level })}</span> {reason}
          </p>
          <p className="mt-1 text-soft">
            {quote ? `“${quote}”` : t("noQuote")} · {names.join(", ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
