import { LANGS } from "@/shared/i18n/texts";
import { Avatar } from "@/shared/ui/Avatar";
import { SelectField } from "@/shared/ui/Field";
import { Segmented } from "@/shared/ui/Segmented";
import { COMPANIES, ROLES } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import type { Choice } from "./choice";
import { Part } from "./Part";
import { useSetupTexts } from "./texts";

const NO_COMPANY = [null, ...COMPANIES];

/** The company, the job and the language. */
export function About({ choice, set }: { choice: Choice; set: (changes: Partial<Choice>) => void }) {
  const t = useSetupTexts();
  const words = useWords();
  return (
    <Part id="about" title={t("about")}>
      <fieldset>
        <legend className="mb-1.5 font-semibold">{t("company")}</legend>
        <div className="flex flex-wrap gap-2">
          {NO_COMPANY.map((company) => (
            <label
              key={company ?? "none"}
              className="inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border border-edge px-4 py-1 font-semibold text-soft hover:text-ink has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name="company"
                className="sr-only"
                checked={choice.company === company}
                onChange={() => set({ company })}
              />
              {company && (
                <Avatar
                  name={words(`company.${company}`)}
                  company={company}
                  size="small"
                  className="-ml-2.5"
                />
              )}
              {words(`company.${company ?? "none"}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div className="grid gap-6 sm:grid-cols-2">
        <SelectField
          label={t("role")}
          value={choice.role}
          choices={ROLES.map((value) => ({ value, label: words(`role.${value}`) }))}
          onChoose={(role) => set({ role })}
        />
        <Segmented
          label={t("language")}
          value={choice.language}
          choices={LANGS.map((value) => ({ value, label: words(`language.${value}`) }))}
          onChoose={(language) => set({ language })}
        />
      </div>
    </Part>
  );
}
