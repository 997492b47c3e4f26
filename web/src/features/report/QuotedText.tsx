import { useMemo } from "react";
import type { AnswerReport, Criterion } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { stretchesOf } from "./quotes";

/** The answer's words, with those marked that earned a level. */
export function QuotedText({ answer, only }: { answer: AnswerReport; only: Criterion | null }) {
  const words = useWords();
  const stretches = useMemo(() => stretchesOf(answer, only), [answer, only]);
  return (
    <p className="whitespace-pre-line">
      {stretches.map((stretch) =>
        stretch.criteria.length === 0 ? (
          <span key={stretch.start}>{stretch.text}</span>
        ) : (
          <mark
            key={stretch.start}
            title={stretch.criteria.map((criterion) => words(`criterion.${criterion}`)).join(", ")}
            className="rounded-sm bg-spot text-ink underline decoration-accent decoration-2 underline-offset-4"
          >
            {stretch.text}
          </mark>
        ),
      )}
    </p>
  );
}
