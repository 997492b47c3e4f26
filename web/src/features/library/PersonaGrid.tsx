import { useLang } from "@/shared/i18n/texts";
import { Avatar } from "@/shared/ui/Avatar";
import type { PersonaCard } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { useLibraryTexts } from "./texts";

const STRENGTHS = 3;

/** Candidates as cards; the whole card opens its details. */
export function PersonaGrid({
  personas,
  onShow,
}: {
  personas: readonly PersonaCard[];
  onShow: (persona: PersonaCard) => void;
}) {
  const t = useLibraryTexts();
  const words = useWords();
  const lang = useLang();
  return (
    <ul className="grid gap-4 sm:grid-cols-2 lg:grid-cols-3">
      {personas.map((persona) => (
        <li
          key={persona.persona_id}
          className="relative flex flex-col gap-4 rounded-card border border-line bg-raised p-5 shadow-card hover:border-edge"
        >
          <div className="flex items-center gap-3">
            <Avatar name={persona.name[lang]} company={persona.company} />
            <div className="min-w-0">
              <h3 className="text-lg font-bold">{persona.name[lang]}</h3>
              {persona.company && <p className="text-sm text-soft">{words(`company.${persona.company}`)}</p>}
            </div>
          </div>
          <p>{persona.headline[lang]}</p>
          {persona.strengths.length > 0 && (
            <ul className="flex flex-col gap-1 text-sm text-soft">
              {persona.strengths.slice(0, STRENGTHS).map((strength) => (
                <li key={strength.ko} className="flex gap-2">
                  <span aria-hidden="true">·</span>
                  {strength[lang]}
                </li>
              ))}
            </ul>
          )}
          <button
            type="button"
            className="mt-auto min-h-11 self-start font-semibold text-accent after:absolute after:inset-0 after:rounded-card"
            aria-label={t("personas.detailsNamed", { name: persona.name[lang] })}
            onClick={() => onShow(persona)}
          >
            {t("personas.details")}
          </button>
        </li>
      ))}
    </ul>
  );
}
