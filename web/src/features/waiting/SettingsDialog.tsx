import { useGive } from "@/shared/live/give";
import { Modal } from "@/shared/ui/Modal";
import { Segmented } from "@/shared/ui/Segmented";
import type { OrderPolicy, Preset, Settings, SettingsInput, Visibility } from "@/shared/wire/socket.gen";
import { useWords } from "@/shared/words/texts";
import { useSeatingTexts } from "./host_texts";

const ORDERS = ["seat", "rotating", "shuffled", "simultaneous"] as const satisfies readonly OrderPolicy[];
const VISIBILITIES = ["live", "after_round", "end"] as const satisfies readonly Visibility[];
const PRESETS = ["short", "standard", "full"] as const satisfies readonly Preset[];
const LEVELS = ["1", "2", "3", "4", "5"] as const;
const BUDGETS = ["0", "1", "2", "3"] as const;

/** What the host may still change; each choice counts at once, and everybody sees it. */
export function SettingsDialog({ settings, onClose }: { settings: Settings; onClose: () => void }) {
  const t = useSeatingTexts();
  const words = useWords();
  const give = useGive();
  const change = (changes: SettingsInput) => void give("change_settings", { settings: changes });
  const level = LEVELS[settings.difficulty - 1] ?? "3";
  const budget = BUDGETS[settings.follow_up_budget] ?? "3";
  return (
    <Modal open onOpenChange={onClose} title={t("settings.title")}>
      <div className="flex flex-col gap-5">
        <Segmented
          label={t("settings.preset")}
          choices={PRESETS.map((value) => ({ value, label: words(`preset.${value}`) }))}
          value={settings.preset}
          disabled={settings.plan.length > 0}
          {...(settings.plan.length > 0 && { hint: t("settings.ownPlan") })}
          onChoose={(preset) => change({ preset })}
        />
        <Segmented
          label={t("settings.order")}
          choices={ORDERS.map((value) => ({ value, label: t(`settings.orders.${value}`) }))}
          value={ORDERS.find((order) => order === settings.order) ?? "rotating"}
          onChoose={(order) => change({ order })}
        />
        <Segmented
          label={t("settings.visibility")}
          choices={VISIBILITIES.map((value) => ({ value, label: t(`settings.visibilities.${value}`) }))}
          value={settings.visibility}
          onChoose={(visibility) => change({ visibility })}
        />
        <Segmented
          label={t("settings.difficulty")}
          choices={LEVELS.map((value) => ({ value, label: words(`difficulty.${value}`) }))}
          value={level}
          onChoose={(chosen) => change({ difficulty: Number(chosen) })}
        />
        <Segmented
          label={t("settings.followUps")}
          choices={BUDGETS.map((value) => ({ value, label: t("settings.times", { count: Number(value) }) }))}
          value={budget}
          onChoose={(chosen) => change({ follow_up_budget: Number(chosen) })}
        />
      </div>
    </Modal>
  );
}
