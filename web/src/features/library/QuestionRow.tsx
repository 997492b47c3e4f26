import { Badge } from "@/shared/ui/Badge";
import { Button } from "@/shared/ui/Button";
import type { QuestionEntry } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { useLibraryTexts } from "./texts";

const NAME_LENGTH = 30;

/** One question with what it is for. */
export function QuestionRow({
  question,
  onDelete,
}: {
  question: QuestionEntry;
  onDelete: (question: QuestionEntry) => void;
}) {
  const t = useLibraryTexts();
  const words = useWords();
  const about = [
    words(`competency.${question.competency}`),
    question.company && words(`company.${question.company}`),
    question.role && words(`role.${question.role}`),
    t("questions.level", { n: question.difficulty }),
    t("questions.seconds", { n: question.seconds }),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 px-5 py-4">
      <div className="min-w-0 flex-1 basis-64">
        <p lang={question.language} className="text-lg">
          {question.text}
        </p>
        <p className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-soft">
          {question.own && <Badge tone="good">{t("questions.own")}</Badge>}
          <Badge tone="accent">{words(`kind.${question.kind}`)}</Badge>
          <span>{about.join(" · ")}</span>
        </p>
        {question.key_points.length > 0 && (
          <p className="mt-2 text-sm text-soft">
            {t("questions.keyPoints")}: {question.key_points.join(", ")}
          </p>
        )}
      </div>
      {question.own && (
        <Button
          look="quiet"
          aria-label={t("questions.deleteNamed", { text: question.text.slice(0, NAME_LENGTH) })}
          onClick={() => onDelete(question)}
        >
          {t("questions.delete")}
        </Button>
      )}
    </li>
  );
}
