import { Disclosure } from "@/shared/ui/Disclosure";
import { SelectField, TextField } from "@/shared/ui/Field";
import { Toggle } from "@/shared/ui/Toggle";
import { type Choice, LONGEST_TITLE } from "./choice";
import { Part } from "./Part";
import { useSetupTexts } from "./texts";

const BUDGETS = ["0", "1", "2", "3", "5", "10"];
const READING_S = ["0", "5", "10", "20", "30", "60"];
const GRACE_MIN = ["1", "2", "5", "10", "30"];

/** What the room is called and who finds it; and, folded away, what few people change. */
export function RoomPart({ choice, set }: { choice: Choice; set: (changes: Partial<Choice>) => void }) {
  const t = useSetupTexts();
  return (
    <Part id="room" title={t("room.title")}>
      <TextField
        label={t("room.name")}
        hint={t("room.nameHint")}
        maxLength={LONGEST_TITLE}
        value={choice.title}
        onChange={(event) => set({ title: event.target.value })}
      />
      <Toggle
        label={t("room.public")}
        hint={t("room.publicHint")}
        on={choice.public}
        onChange={(on) => set({ public: on })}
      />
      <Disclosure summary={t("advanced.title")}>
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            label={t("advanced.followUps")}
            value={String(choice.followUpBudget)}
            choices={BUDGETS.map((value) => ({
              value,
              label: value === "0" ? t("advanced.none") : t("advanced.upTo", { n: value }),
            }))}
            onChoose={(chosen) => set({ followUpBudget: Number(chosen) })}
          />
          <SelectField
            label={t("advanced.reading")}
            value={String(choice.readingMs / 1_000)}
            choices={READING_S.map((value) => ({
              value,
              label: value === "0" ? t("advanced.none") : t("advanced.seconds", { n: value }),
            }))}
            onChoose={(chosen) => set({ readingMs: Number(chosen) * 1_000 })}
          />
          <SelectField
            label={t("advanced.grace")}
            hint={t("advanced.graceHint")}
            value={String(choice.graceMs / 60_000)}
            choices={GRACE_MIN.map((value) => ({ value, label: t("advanced.minutes", { n: value }) }))}
            onChoose={(chosen) => set({ graceMs: Number(chosen) * 60_000 })}
          />
        </div>
      </Disclosure>
    </Part>
  );
}
