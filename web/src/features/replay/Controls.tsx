import type { ReactNode } from "react";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { Segmented } from "@/shared/ui/Segmented";
import type { Moment } from "./moments";
import { type Player, SPEEDS } from "./player";
import type { Recording } from "./recording";
import { Scrubber } from "./Scrubber";
import type { Scene } from "./scene";
import { useReplayTexts } from "./texts";

/** Play, step, speed, and the place in the record. */
export function Controls({
  recording,
  player,
  scene,
  moments,
}: {
  recording: Recording;
  player: Player;
  scene: Scene;
  moments: readonly Moment[];
}) {
  const t = useReplayTexts();
  const { standing, move } = player;
  const atEnd = standing.place >= recording.length;
  return (
    <Card className="p-4! sm:p-5!">
      <Scrubber recording={recording} player={player} scene={scene} moments={moments} />
      <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
        <div className="flex items-center gap-2">
          <Step label={t("previous")} onPress={() => move({ kind: "step", by: -1 })}>
            <path d="M15 3L5 10l10 7z" fill="currentColor" />
          </Step>
          <Button
            look="primary"
            className="min-w-28"
            onClick={() => move({ kind: "playing", playing: !standing.playing })}
          >
            <svg viewBox="0 0 20 20" className="size-4" aria-hidden="true">
              <path
                d={standing.playing ? "M5 4h4v12H5zM11 4h4v12h-4z" : "M6 4l10 6-10 6z"}
                fill="currentColor"
              />
            </svg>
            {t(standing.playing ? "pause" : atEnd ? "again" : "play")}
          </Button>
          <Step label={t("next")} onPress={() => move({ kind: "step", by: 1 })}>
            <path d="M5 3l10 7-10 7z" fill="currentColor" />
          </Step>
        </div>
        <Segmented
          label={t("speed")}
          hiddenLabel
          value={standing.speed}
          choices={SPEEDS.map((speed) => ({ value: speed, label: t(`speeds.${speed}`) }))}
          onChoose={(speed) => move({ kind: "speed", speed })}
        />
      </div>
      <p className="mt-2 hidden text-sm text-soft sm:block">{t("keys")}</p>
    </Card>
  );
}

function Step({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <Button aria-label={label} title={label} className="w-11 px-0!" onClick={onPress}>
      <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
        {children}
      </svg>
    </Button>
  );
}
