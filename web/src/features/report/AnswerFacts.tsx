import { Meter } from "@/shared/ui/Meter";
import type { AnswerReport, InterviewReport } from "@/shared/wire/http.gen";
import { useFigure, useLength, useNames } from "./saying";
import { useAnswerTexts } from "./texts_answers";

/** Time used, likeness to earlier answers, and how far apart the interviewers were. */
export function AnswerFacts({ report, answer }: { report: InterviewReport; answer: AnswerReport }) {
  const t = useAnswerTexts();
  const figure = useFigure();
  const length = useLength();
  const nameOf = useNames(report);
  const { overlap } = answer;
  return (
    <div className="flex flex-col gap-1.5 text-sm text-soft">
      {answer.used_ms !== null && (
        <div className="flex items-center gap-3">
          <span className="whitespace-nowrap">
            {t("timeUsed", { used: length(answer.used_ms), allowed: length(answer.allowed_ms) })}
          </span>
          <Meter label={t("timeLabel")} value={answer.used_ms / 1000} most={answer.allowed_ms / 1000} />
        </div>
      )}
      {overlap && (
        <p className={overlap.flagged ? "font-semibold text-warn" : undefined}>
          {t(overlap.flagged ? "overlapFlagged" : "overlap", {
            name: nameOf(overlap.seat_id),
            ratio: figure(overlap.ratio * 100, 0),
          })}
        </p>
      )}
      {answer.opinions.length > 1 && <p>{t("spread", { spread: figure(answer.spread) })}</p>}
    </div>
  );
}
