import { useState } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { slotsOf } from "@/shared/plan/plan";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { useWords } from "@/shared/words/texts";
import { useSeatingTexts } from "./host_texts";
import { PlanList } from "./PlanList";
import { SettingsDialog } from "./SettingsDialog";
import { useWaitingTexts } from "./texts";

/** How this interview goes, in plain words. */
export function Rules() {
  const t = useWaitingTexts();
  const seating = useSeatingTexts();
  const words = useWords();
  const settings = useRoomPart((room) => room.settings);
  const me = useYou().seat_id;
  const host = useRoomPart((room) => room.host === me);
  const [changing, setChanging] = useState(false);
  const slots = slotsOf(settings);
  const followUps = settings.follow_up_budget > 0 && slots.some((slot) => slot.follow_ups);
  const lines = [
    t(`rules.order.${settings.order}`),
    t(`rules.visibility.${settings.visibility}`),
    followUps ? t("rules.followUps", { count: settings.follow_up_budget }) : t("rules.noFollowUps"),
    `${t("rules.difficulty", { level: words(`difficulty.${difficulty(settings.difficulty)}`) })}${
      settings.adaptation === "adaptive" ? ` ${t("rules.adaptive")}` : ""
    }`,
    settings.reading_ms > 0 ? t("rules.reading", { count: Math.round(settings.reading_ms / 1000) }) : "",
    t("rules.timeUp"),
    t("rules.away", { minutes: Math.round(settings.disconnect_grace_ms / 60_000) }),
    t("rules.practice"),
  ];
  return (
    <Card aria-labelledby="rules-title">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h2 id="rules-title" className="text-xl font-bold">
          {t("rules.title")}
        </h2>
        {host && (
          <Button size="small" onClick={() => setChanging(true)}>
            {seating("settings.change")}
          </Button>
        )}
      </div>
      <div className="mt-4 grid gap-6 md:grid-cols-2">
        <PlanList slots={slots} />
        <ul className="flex list-disc flex-col gap-1.5 pl-5 text-pretty marker:text-edge">
          {lines.filter(Boolean).map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      </div>
      {changing && <SettingsDialog settings={settings} onClose={() => setChanging(false)} />}
    </Card>
  );
}

type Difficulty = "1" | "2" | "3" | "4" | "5";

function difficulty(level: number): Difficulty {
  return (["1", "2", "3", "4", "5"] as const)[level - 1] ?? "3";
}
