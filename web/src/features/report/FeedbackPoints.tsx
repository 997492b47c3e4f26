import type { ReactNode } from "react";
import { Disclosure } from "@/shared/ui/Disclosure";
import type { Feedback, FeedbackPoint, InterviewReport } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { usePrinting } from "./page_state";
import { gistOf } from "./saying";
import { useReportTexts } from "./texts";
import { useAnswerTexts } from "./texts_answers";

/** What one takes home: three short points, each with what it rests on one press away. */
export function FeedbackPoints({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const { feedback } = report;
  if (!feedback) {
    const gone = report.deletions.some((one) => one.what === "feedback");
    if (gone) return <p className="text-soft">{t("result.feedbackDeleted")}</p>;
    if (report.stage === "deliberation") return <p className="text-soft">{t("result.feedbackDue")}</p>;
    return (
      <p className="text-soft">
        {t(report.stage === "finished" ? "result.feedbackNone" : "result.feedbackLater")}
      </p>
    );
  }
  return (
    <div className="flex flex-col gap-4">
      <dl className="grid gap-4 sm:grid-cols-2 sm:gap-x-8">
        <Point label={t("result.strength")} tone="text-good" point={feedback.strength} report={report}>
          {t("result.noStrength")}
        </Point>
        <Point label={t("result.obstacle")} tone="text-warn" point={feedback.obstacle} report={report} />
        <div className="sm:col-span-2">
          <Label tone="text-accent">{t("result.drill")}</Label>
          <dd className="mt-0.5">{feedback.drill}</dd>
        </div>
      </dl>
      <Evidence feedback={feedback} report={report} />
    </div>
  );
}

function Label({ tone, children }: { tone: string; children: ReactNode }) {
  return <dt className={`text-sm font-bold ${tone}`}>{children}</dt>;
}

function Point({
  label,
  tone,
  point,
  report,
  children,
}: {
  label: string;
  tone: string;
  point: FeedbackPoint | null;
  report: InterviewReport;
  children?: ReactNode;
}) {
  const words = useWords();
  return (
    <div>
      <Label tone={tone}>
        {label}
        {point?.criterion && ` · ${words(`criterion.${point.criterion}`)}`}
      </Label>
      <dd className="mt-0.5">
        {point ? gistOf(point.text).gist : children}
        {point && <ToQuestion point={point} report={report} />}
      </dd>
    </div>
  );
}

/** A step to the answer that a point is about. */
function ToQuestion({ point, report }: { point: FeedbackPoint; report: InterviewReport }) {
  const t = useReportTexts();
  const home = report.questions.find((one) => one.answers.some((answer) => answer.turn_id === point.turn_id));
  if (!home) return null;
  return (
    <>
      {" "}
      <a
        href={`#question-${home.number}`}
        className="text-sm font-semibold whitespace-nowrap text-accent print:hidden"
      >
        {t("result.toQuestion", { number: home.number })}
      </a>
    </>
  );
}

function Evidence({ feedback, report }: { feedback: Feedback; report: InterviewReport }) {
  const t = useReportTexts();
  const printing = usePrinting();
  const points = [feedback.strength, feedback.obstacle].filter((one) => one !== null);
  return (
    <Disclosure summary={t("result.more")} {...(printing && { open: true })} className="text-sm">
      <div className="flex flex-col gap-3">
        <p>{feedback.summary}</p>
        {points.map((point) => (
          <div key={point.text}>
            {point.quote && <blockquote className="border-l-4 border-edge pl-3">{point.quote}</blockquote>}
            <p className="mt-1 text-soft">{gistOf(point.text).rest}</p>
          </div>
        ))}
        {feedback.rival && (
          <p>
            <span className="font-semibold">{t("result.rival")}</span> {feedback.rival}
          </p>
        )}
        <Missed feedback={feedback} report={report} />
      </div>
    </Disclosure>
  );
}

function Missed({ feedback, report }: { feedback: Feedback; report: InterviewReport }) {
  const t = useAnswerTexts();
  if (feedback.missed.length === 0) return null;
  return (
    <div>
      <p className="font-semibold">
        {t("keyPoints")} · {t("missed")}
      </p>
      <ul className="list-disc pl-5">
        {feedback.missed.map((missed) => {
          const home = report.questions.find((one) => one.answers.some((a) => a.turn_id === missed.turn_id));
          return (
            <li key={missed.turn_id + missed.point}>
              {missed.point}
              {home && <span className="text-soft"> ({t("question", { number: home.number })})</span>}
            </li>
          );
        })}
      </ul>
    </div>
  );
}
