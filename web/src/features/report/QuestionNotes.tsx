import type { InterviewReport, QuestionReport } from "@/shared/wire/http.gen";
import { useNames } from "./saying";
import { useAnswerTexts } from "./texts_answers";

/** Who asked, why, and what a good answer shows. */
export function QuestionNotes({ report, question }: { report: InterviewReport; question: QuestionReport }) {
  const t = useAnswerTexts();
  const nameOf = useNames(report);
  const parent = report.questions.find((one) =>
    one.answers.some((answer) => answer.turn_id === question.parent),
  );
  return (
    <div className="flex flex-col gap-1 text-sm text-soft">
      <p>
        {t("askedBy", { name: nameOf(question.interviewer) })}
        {parent && ` · ${t("followUpTo", { number: parent.number })}`}
      </p>
      {question.reason && (
        <p>
          <span className="font-semibold text-ink">{t("reason")}</span> {question.reason}
        </p>
      )}
      {question.shows && (
        <p>
          <span className="font-semibold text-ink">{t("shows")}</span> {question.shows}
        </p>
      )}
    </div>
  );
}
