import { useLang } from "@/shared/i18n/texts";
import { ChoiceCard } from "@/shared/ui/ChoiceCard";
import type { InterviewerCard } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import type { Choice } from "./choice";
import { Part } from "./Part";
import { useSetupTexts } from "./texts";

const INTERESTS = 2;

/** Who asks. */
export function Panel({
  choice,
  set,
  interviewers,
}: {
  choice: Choice;
  set: (changes: Partial<Choice>) => void;
  interviewers: readonly InterviewerCard[];
}) {
  const t = useSetupTexts();
  const words = useWords();
  const lang = useLang();
  const { panel } = choice;
  return (
    <Part
      id="panel"
      title={t("panel.title")}
      text={t("panel.text")}
      aside={t("panel.count", { n: panel.length })}
    >
      <fieldset className="grid gap-3 sm:grid-cols-2">
        <legend className="sr-only">{t("panel.title")}</legend>
        {interviewers.map(({ persona_id: id, name, title, style, competencies }) => (
          <ChoiceCard
            key={id}
            type="checkbox"
            name="panel"
            chosen={panel.includes(id)}
            onChoose={(chosen) =>
              set({ panel: chosen ? [...panel, id] : panel.filter((other) => other !== id) })
            }
            label={
              <>
                {name[lang]} <span className="inline-block text-sm font-normal text-soft">{title[lang]}</span>
              </>
            }
          >
            <span className="mt-1 block text-sm">{style[lang]}</span>
            <span className="mt-1 block text-sm text-soft">
              {competencies
                .slice(0, INTERESTS)
                .map((competency) => words(`competency.${competency}`))
                .join(" · ")}
            </span>
          </ChoiceCard>
        ))}
      </fieldset>
    </Part>
  );
}
