import type { AnswerReport, QuestionReport } from "@/shared/wire/http.gen";
import { missedPoints } from "./quotes";
import { useAnswerTexts } from "./texts_answers";

/** What a good answer covers, and which of it this one did. */
export function KeyPoints({ question, answer }: { question: QuestionReport; answer: AnswerReport }) {
  const t = useAnswerTexts();
  const missed = missedPoints(answer);
  return (
    <div>
      <h5 className="text-sm font-bold">{t("keyPoints")}</h5>
      <ul className="mt-1 flex flex-col gap-1 text-sm">
        {question.key_points.map((point, index) => {
          const lacks = missed?.has(index) ?? false;
          return (
            <li key={point} className="flex items-start gap-2">
              <svg viewBox="0 0 20 20" aria-hidden="true" className="mt-0.5 size-5 shrink-0">
                {missed === null ? (
                  <circle cx="10" cy="10" r="3" className="fill-edge" />
                ) : lacks ? (
                  <path
                    d="M6 6l8 8M14 6l-8 8"
                    className="stroke-warn"
                    strokeWidth="2"
                    strokeLinecap="round"
                  />
                ) : (
                  <path
                    d="M4 10.5l4 4 8-9"
                    fill="none"
                    className="stroke-good"
                    strokeWidth="2"
                    strokeLinecap="round"
                  />
                )}
              </svg>
              <span>
                {point}{" "}
                <span className={lacks ? "text-warn" : "text-soft"}>
                  ({t(missed === null ? "pointsUnknown" : lacks ? "missed" : "shown")})
                </span>
              </span>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
