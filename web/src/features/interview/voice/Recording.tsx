import { useEffect, useState } from "react";
import { useRoomPart } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { LevelMeter } from "@/shared/voice/LevelMeter";
import { clockTime, LAST_MS } from "./limits";
import { useSpeakTexts } from "./texts";
import type { Recorder } from "./use_recorder";

const TICK_MS = 250;

/** A recording under way. It ends by itself when it is as long as may be, or when the answer's time runs short. */
export function Recording({
  since,
  longestMs,
  late,
  recorder,
}: {
  since: number;
  longestMs: number;
  late: boolean;
  recorder: Recorder;
}) {
  const t = useSpeakTexts();
  const paused = useRoomPart((room) => room.paused !== null);
  const [ms, setMs] = useState(0);
  const { stop } = recorder;
  useEffect(() => {
    const timer = setInterval(() => setMs(Date.now() - since), TICK_MS);
    return () => clearInterval(timer);
  }, [since]);
  const over = late || ms >= longestMs;
  useEffect(() => {
    if (over) stop();
  }, [over, stop]);
  const time = clockTime(ms);
  return (
    <div className="rounded-control border border-edge bg-sunken p-4">
      <div className="flex items-center gap-3">
        <span aria-hidden="true" className="size-3 shrink-0 animate-pulse rounded-full bg-bad" />
        <p className="shrink-0 font-bold">{t("recording")}</p>
        <LevelMeter level={recorder.level} />
        <p className="shrink-0 font-bold tabular-nums">
          <span aria-hidden="true">{time}</span>
          <span className="sr-only">{t("time", { time })}</span>
        </p>
      </div>
      <p className="mt-2 text-sm text-soft">
        {paused ? t("clockPaused") : t("clock", { seconds: LAST_MS / 1_000 })}
      </p>
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="primary" onClick={recorder.stop}>
          {t("stop")}
        </Button>
        <Button look="quiet" onClick={recorder.cancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
