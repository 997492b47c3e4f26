import type { KeyboardEvent } from "react";
import type { Moment } from "./moments";
import type { Player } from "./player";
import type { Recording } from "./recording";
import { clockOf, type Scene } from "./scene";
import { useReplayTexts } from "./texts";
import { useSceneText } from "./use_scene_text";

/** The place in the record, with a tick for each question and a dot for each answer of one's own. */
export function Scrubber({
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
  const sceneText = useSceneText();
  const { standing, move } = player;
  const duration = Math.max(1, recording.duration);
  const time = t("clock", clockOf(standing.time));
  const questions = moments.filter((moment) => moment.kind === "question");

  function press(event: KeyboardEvent<HTMLInputElement>): void {
    const from = standing.place;
    const jump = {
      PageUp: questions.findLast((moment) => moment.place < from)?.place ?? recording.beginning,
      PageDown: questions.find((moment) => moment.place > from)?.place ?? recording.length,
      Home: recording.beginning,
      End: recording.length,
    }[event.key];
    if (jump === undefined) return;
    event.preventDefault();
    move({ kind: "place", place: jump });
  }

  return (
    <div>
      <div className="flex justify-between gap-3 text-sm">
        <span className="font-semibold">{sceneText(scene)}</span>
        <span className="shrink-0 text-soft tabular-nums">
          {time} / {t("clock", clockOf(duration))}
        </span>
      </div>
      <div className="relative mt-1">
        <input
          type="range"
          aria-label={t("slider")}
          aria-valuetext={t("sliderValue", { time, scene: sceneText(scene) })}
          min={0}
          max={duration}
          step={1}
          value={Math.round(standing.time)}
          onChange={(event) => move({ kind: "time", time: Number(event.target.value) })}
          onKeyDown={press}
          className="h-11 w-full cursor-pointer accent-accent"
        />
        <svg
          viewBox="0 0 1000 8"
          preserveAspectRatio="none"
          aria-hidden="true"
          className="pointer-events-none absolute inset-x-2 -bottom-0.5 h-2 w-[calc(100%-1rem)]"
        >
          {moments.map((moment) => {
            const x = (moment.time / duration) * 1000;
            if (moment.kind === "question") {
              return (
                <rect key={`q${moment.place}`} x={x - 1} y="0" width="2" height="8" className="fill-edge" />
              );
            }
            if (moment.kind !== "mine") return null;
            return (
              <rect key={`m${moment.place}`} x={x - 3} y="1" width="6" height="6" className="fill-accent" />
            );
          })}
        </svg>
      </div>
    </div>
  );
}
