import { ChoiceCard } from "@/shared/ui/ChoiceCard";
import { Segmented } from "@/shared/ui/Segmented";
import { Toggle } from "@/shared/ui/Toggle";
import { useWords } from "@/shared/words/texts";
import type { Choice } from "./choice";
import { Part } from "./Part";
import { useSetupTexts } from "./texts";

const LEVELS = ["1", "2", "3", "4", "5"] as const;
const ORDERS = ["rotating", "seat", "shuffled", "simultaneous"] as const;
const VISIBILITIES = ["live", "after_round", "end"] as const;
const TIMES = ["100", "150", "200", "300"] as const;

/** How hard, in which order, with which time, and when the ranking shows. */
export function Manner({ choice, set }: { choice: Choice; set: (changes: Partial<Choice>) => void }) {
  const t = useSetupTexts();
  const words = useWords();
  const level = LEVELS.find((known) => Number(known) === choice.difficulty) ?? "3";
  return (
    <Part id="manner" title={t("manner.title")}>
      <Segmented
        label={t("manner.difficulty")}
        value={level}
        choices={LEVELS.map((value) => ({ value, label: value }))}
        hint={words(`difficulty.${level}`)}
        onChoose={(chosen) => set({ difficulty: Number(chosen) })}
      />
      <Toggle
        label={t("manner.adaptation")}
        hint={t("manner.adaptationHint")}
        on={choice.adaptation === "adaptive"}
        onChange={(on) => set({ adaptation: on ? "adaptive" : "fixed" })}
      />
      <fieldset>
        <legend className="mb-1.5 font-semibold">{t("manner.order")}</legend>
        <div className="grid gap-3 sm:grid-cols-2">
          {ORDERS.map((order) => (
            <ChoiceCard
              key={order}
              type="radio"
              name="order"
              chosen={choice.order === order}
              onChoose={() => set({ order })}
              label={t(`manner.orders.${order}`)}
            >
              <span className="mt-0.5 block text-sm text-soft">{t(`manner.orderHints.${order}`)}</span>
            </ChoiceCard>
          ))}
        </div>
      </fieldset>
      <Segmented
        label={t("manner.visibility")}
        value={choice.visibility}
        choices={VISIBILITIES.map((value) => ({ value, label: t(`manner.visibilities.${value}`) }))}
        onChoose={(visibility) => set({ visibility })}
      />
      <Segmented
        label={t("manner.time")}
        value={TIMES.find((known) => Number(known) === choice.timePercent) ?? "100"}
        choices={TIMES.map((value) => ({ value, label: t(`manner.times.${value}`) }))}
        hint={t("manner.timeHint")}
        onChoose={(chosen) => set({ timePercent: Number(chosen) })}
      />
    </Part>
  );
}
