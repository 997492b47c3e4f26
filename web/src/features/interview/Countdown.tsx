import { useEffect, useRef } from "react";
import { clockFace, useSecondsUntil } from "@/shared/live/seconds";
import { useRoomPart } from "@/shared/live/session";
import { announce } from "@/shared/ui/announcer";
import { classes } from "@/shared/ui/classes";
import type { Turn } from "@/shared/wire/socket.gen";
import { playCue, useCue } from "./cue";
import { useInterviewTexts } from "./texts";

const SHORT_S = 30;
const LAST_S = 10;

/**
 * What is left of a turn by the server's clock: large, in words as well as in colour, and told to screen
 * readers twice. A component of its own, so that a second going by draws nothing else anew.
 */
export function Countdown({ turn, of = "speech" }: { turn: Turn; of?: "mine" | "speech" | "everybody" }) {
  const mine = of === "mine";
  const t = useInterviewTexts();
  const pausedSince = useRoomPart((room) => room.paused?.since ?? null);
  const running = useSecondsUntil(pausedSince === null ? turn.deadline : null);
  const stopped =
    pausedSince === null || turn.deadline === null
      ? null
      : Math.max(0, Math.ceil((turn.deadline - pausedSince) / 1000));
  const left = running ?? stopped;
  useWarnings(mine && pausedSince === null ? left : null);
  if (left === null) return null;
  // For a lost line, and for what stood still in a pause or while the server was away.
  const returned = Math.round((turn.returned_ms + turn.stopped_ms) / 1000);
  const tone = left <= LAST_S ? "text-bad" : left <= SHORT_S ? "text-warn" : "text-ink";
  const word =
    pausedSince !== null
      ? "paused"
      : left === 0
        ? "up"
        : left <= LAST_S
          ? "last"
          : left <= SHORT_S
            ? "short"
            : "plenty";
  return (
    <div
      role="timer"
      aria-label={t(of === "speech" ? "time.speech" : "time.left")}
      className="flex items-baseline gap-2.5"
    >
      {returned > 0 && (
        <span className="text-sm font-semibold text-good">{t("time.returned", { count: returned })}</span>
      )}
      {mine && <span className={classes("text-sm font-semibold", tone)}>{t(`time.${word}`)}</span>}
      {of === "everybody" && <span className="text-sm text-soft">{t("time.left")}</span>}
      <span
        className={classes(
          "leading-none font-bold tracking-tight tabular-nums",
          mine ? "text-4xl sm:text-5xl" : "text-xl",
          tone,
        )}
      >
        {clockFace(left)}
      </span>
    </div>
  );
}

/** Says once that 30, and once that 10 seconds are left. */
function useWarnings(left: number | null): void {
  const t = useInterviewTexts();
  const cue = useCue((state) => state.on);
  const before = useRef(left);
  useEffect(() => {
    const was = before.current;
    before.current = left;
    if (left === null || was === null) return;
    if (was > SHORT_S && left <= SHORT_S) announce(t("time.thirty"));
    if (was > LAST_S && left <= LAST_S) {
      announce(t("time.ten"));
      if (cue) playCue();
    }
  }, [left, cue, t]);
}
