import { LANGS } from "@/shared/i18n/texts";
import { Button } from "@/shared/ui/Button";
import { SelectField, TextField } from "@/shared/ui/Field";
import { COMPANIES, COMPETENCIES, KINDS, ROLES } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import { LEVELS, type QuestionFilter } from "./question_filter";
import type { useSettledText } from "./settled";
import { useLibraryTexts } from "./texts";

/** What to look for. Every choice takes effect at once, the words once typing pauses. */
export function QuestionFilters({
  filter,
  search,
  onChoose,
  onClear,
}: {
  filter: QuestionFilter;
  search: ReturnType<typeof useSettledText>["box"];
  onChoose: (changes: Partial<QuestionFilter>) => void;
  onClear?: () => void;
}) {
  const t = useLibraryTexts();
  const words = useWords();
  const any = { value: "any" as const, label: t("questions.any") };
  const listed = <V extends string>(values: readonly V[], say: (value: V) => string) => [
    any,
    ...values.map((value) => ({ value, label: say(value) })),
  ];
  return (
    <search aria-label={t("questions.filters")} className="flex flex-col gap-4">
      <TextField
        type="search"
        label={t("questions.search")}
        hint={t("questions.searchHint")}
        maxLength={100}
        autoComplete="off"
        {...search}
      />
      <div className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        <SelectField
          label={t("questions.kind")}
          value={filter.kind}
          choices={listed(KINDS, (kind) => words(`kind.${kind}`))}
          onChoose={(kind) => onChoose({ kind })}
        />
        <SelectField
          label={t("questions.competency")}
          value={filter.competency}
          choices={listed(COMPETENCIES, (competency) => words(`competency.${competency}`))}
          onChoose={(competency) => onChoose({ competency })}
        />
        <SelectField
          label={t("questions.company")}
          value={filter.company}
          choices={listed(COMPANIES, (company) => words(`company.${company}`))}
          onChoose={(company) => onChoose({ company })}
        />
        <SelectField
          label={t("questions.role")}
          value={filter.role}
          choices={listed(ROLES, (role) => words(`role.${role}`))}
          onChoose={(role) => onChoose({ role })}
        />
        <SelectField
          label={t("questions.difficulty")}
          value={filter.difficulty}
          choices={listed(LEVELS, (level) => `${level} · ${words(`difficulty.${level}`)}`)}
          onChoose={(difficulty) => onChoose({ difficulty })}
        />
        <SelectField
          label={t("questions.language")}
          value={filter.language}
          choices={LANGS.map((value) => ({ value, label: words(`language.${value}`) }))}
          onChoose={(language) => onChoose({ language })}
        />
      </div>
      {onClear && (
        <Button look="quiet" className="self-start" onClick={onClear}>
          {t("questions.clear")}
        </Button>
      )}
    </search>
  );
}
