import type { InterviewReport } from "@/shared/wire/http.gen";
import { QuestionCard } from "./QuestionCard";
import { Section } from "./Section";
import { useReportTexts } from "./texts";
import { useAnswerTexts } from "./texts_answers";

/** Every question in the order in which it was asked. */
export function QuestionsSection({ report, again }: { report: InterviewReport; again: boolean }) {
  const t = useReportTexts();
  const answers = useAnswerTexts();
  return (
    <Section id="questions" title={t("section.questions")}>
      {report.questions.length === 0 ? (
        <p className="text-soft">{answers("noAnswers")}</p>
      ) : (
        <ol className="flex flex-col gap-3">
          {report.questions.map((question) => (
            <li key={question.round_id} id={`question-${question.number}`}>
              <QuestionCard report={report} question={question} again={again} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  );
}
