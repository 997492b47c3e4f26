import { useState } from "react";
import { Badge } from "@/shared/ui/Badge";
import type { AnswerReport, Criterion, InterviewReport, QuestionReport } from "@/shared/wire/http.gen";
import { AnswerFacts } from "./AnswerFacts";
import { KeyPoints } from "./KeyPoints";
import { LevelsTable } from "./LevelsTable";
import { QuotedText } from "./QuotedText";
import { useFigure } from "./saying";
import { useAnswerTexts } from "./texts_answers";

/** One answer: the words with what was quoted of them, the levels, the time, and what it shares with others. */
export function AnswerView({
  report,
  question,
  answer,
}: {
  report: InterviewReport;
  question: QuestionReport;
  answer: AnswerReport;
}) {
  const t = useAnswerTexts();
  const figure = useFigure();
  const [only, setOnly] = useState<Criterion | null>(null);
  const flags = [...new Set(answer.opinions.flatMap((opinion) => opinion.flags))].filter(isKnownFlag);
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <span className="text-lg font-bold">
          {answer.total === null ? t("noScore") : t("points", { total: figure(answer.total) })}
        </span>
        {answer.provisional && <Badge tone="warn">{t("provisional")}</Badge>}
        {flags.map((flag) => (
          <Badge key={flag} tone="warn" className="whitespace-normal">
            {t(`flag.${flag}`)}
          </Badge>
        ))}
      </div>
      <AnswerText answer={answer} only={only} />
      <AnswerFacts report={report} answer={answer} />
      {answer.opinions.length > 0 && (
        <LevelsTable report={report} answer={answer} only={only} onOnly={setOnly} />
      )}
      {answer.opinions_deleted > 0 && (
        <p className="text-sm text-soft">{t("evidenceDeleted", { count: answer.opinions_deleted })}</p>
      )}
      {question.key_points.length > 0 && answer.text && <KeyPoints question={question} answer={answer} />}
    </div>
  );
}

const FLAGS = ["echo", "injection", "off_topic", "repetition", "stuffing", "too_short"] as const;

/** Another judge may give codes that have no words here; those are for programs. */
function isKnownFlag(flag: string): flag is (typeof FLAGS)[number] {
  return (FLAGS as readonly string[]).includes(flag);
}

function AnswerText({ answer, only }: { answer: AnswerReport; only: Criterion | null }) {
  const t = useAnswerTexts();
  if (answer.text) {
    return (
      <div className="rounded-control bg-sunken px-4 py-3">
        <QuotedText answer={answer} only={only} />
        {answer.by_clock && <p className="mt-2 text-sm text-soft">{t("byClock")}</p>}
      </div>
    );
  }
  const why = answer.text_deleted
    ? "textDeleted"
    : answer.outcome === null
      ? "open"
      : answer.outcome === "answered"
        ? "hidden"
        : answer.floored
          ? "floored"
          : "noText";
  return <p className="rounded-control bg-sunken px-4 py-3 text-soft italic">{t(why)}</p>;
}
