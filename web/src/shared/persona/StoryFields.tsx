import { Button } from "@/shared/ui/Button";
import { TextField } from "@/shared/ui/Field";
import { Picks } from "@/shared/ui/Picks";
import { COMPETENCIES, KINDS, ROLES } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import type { Pair, StoryForm } from "./form";
import { type Entry, PairField } from "./PairField";
import { usePersonaTexts } from "./texts";

/** One experience that the candidate can tell of. */
export function StoryFields({
  story,
  number,
  onChange,
  onRemove,
  place,
  errorAt,
  both,
}: Entry & {
  story: StoryForm;
  number: number;
  onChange: (story: StoryForm) => void;
  onRemove: () => void;
}) {
  const t = usePersonaTexts();
  const words = useWords();
  const pair = (key: "situation" | "task" | "actions" | "reasoning" | "result" | "lesson") => ({
    label: t(key),
    pair: story[key],
    onChange: (changed: Pair) => onChange({ ...story, [key]: changed }),
    place: `${place}.${key}`,
    errorAt,
    both,
  });
  return (
    <fieldset className="flex flex-col gap-4 rounded-card border border-line p-4">
      <legend className="px-1 font-bold">{t("story", { n: number })}</legend>
      <PairField {...pair("situation")} shape="text" required />
      <PairField {...pair("task")} />
      <PairField {...pair("actions")} shape="lines" required />
      <PairField {...pair("reasoning")} />
      <PairField {...pair("result")} required />
      <PairField {...pair("lesson")} />
      <Picks
        label={t("competencies")}
        choices={COMPETENCIES.map((value) => ({ value, label: words(`competency.${value}`) }))}
        picked={story.competencies}
        error={errorAt(`${place}.competencies`)}
        onPick={(competencies) => onChange({ ...story, competencies })}
      />
      <Picks
        label={t("kinds")}
        hint={t("kindsHint")}
        choices={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
        picked={story.kinds}
        error={errorAt(`${place}.kinds`)}
        onPick={(kinds) => onChange({ ...story, kinds })}
      />
      <Picks
        label={t("roles")}
        hint={t("rolesHint")}
        choices={ROLES.map((value) => ({ value, label: words(`role.${value}`) }))}
        picked={story.roles}
        error={errorAt(`${place}.roles`)}
        onPick={(roles) => onChange({ ...story, roles })}
      />
      <TextField
        label={t("keywords")}
        hint={t("keywordsHint")}
        value={story.keywords}
        onChange={(event) => onChange({ ...story, keywords: event.target.value })}
      />
      <Button look="danger" className="self-start" onClick={onRemove}>
        {t("removeStory", { n: number })}
      </Button>
    </fieldset>
  );
}
