import { inMinutes } from "@/shared/plan/minutes";
import { slotsOf } from "@/shared/plan/plan";
import { ChoiceCard } from "@/shared/ui/ChoiceCard";
import type { Preset } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import type { Choice } from "./choice";
import { partsOf } from "./contents";
import { expectedOf } from "./expected";
import { Part } from "./Part";
import { useSetupTexts } from "./texts";

const PRESETS: readonly Preset[] = ["short", "standard", "full"];

/** The presets, with what each holds and how long it takes as things are chosen. */
export function Length({ choice, set }: { choice: Choice; set: (changes: Partial<Choice>) => void }) {
  const t = useSetupTexts();
  const words = useWords();
  return (
    <Part id="length" title={t("length")}>
      <fieldset className="grid gap-3 md:grid-cols-3">
        <legend className="sr-only">{t("length")}</legend>
        {PRESETS.map((preset) => (
          <ChoiceCard
            key={preset}
            type="radio"
            name="preset"
            chosen={choice.preset === preset}
            onChoose={() => set({ preset })}
            label={words(`preset.${preset}`)}
          >
            <span className="mt-0.5 block text-2xl font-bold tracking-tight tabular-nums">
              {t("minutes", { n: inMinutes(expectedOf(choice, preset).usual) })}
            </span>
            <Contents preset={preset} />
          </ChoiceCard>
        ))}
      </fieldset>
    </Part>
  );
}

function Contents({ preset }: { preset: Preset }) {
  const t = useSetupTexts();
  const words = useWords();
  return (
    <span className="mt-2 flex flex-col text-sm text-soft">
      {partsOf(slotsOf({ preset, plan: [] })).map(({ kind, each, times }) => {
        const name = words(`kind.${kind}`);
        if (times > 1) return <span key={kind}>{t("eachTimes", { kind: name, n: times })}</span>;
        return <span key={kind}>{each ? t("each", { kind: name }) : name}</span>;
      })}
    </span>
  );
}
