/** Playing a recording: where it stands, and how it goes on. */
import { useCallback, useEffect, useMemo, useReducer, useState } from "react";
import { scenesOf } from "./moments";
import type { Recording } from "./recording";

export const SPEEDS = ["1", "2", "4", "8", "event"] as const;
export type Speed = (typeof SPEEDS)[number];

const TICK_MS = 100;
const SCENE_MS = 1_500;

export interface Standing {
  /** How many events have happened. */
  place: number;
  /** ms since the interview began. */
  time: number;
  playing: boolean;
  speed: Speed;
}

type Move =
  | { kind: "place"; place: number }
  | { kind: "time"; time: number }
  | { kind: "step"; by: 1 | -1 }
  | { kind: "seat"; from: Recording }
  | { kind: "tick"; ms: number }
  | { kind: "playing"; playing: boolean }
  | { kind: "speed"; speed: Speed };

/** Returns where a recording stands after a move. */
export function moved(
  standing: Standing,
  move: Move,
  recording: Recording,
  scenes: readonly number[],
): Standing {
  switch (move.kind) {
    case "place":
      return { ...standing, place: move.place, time: recording.timeAt(move.place) };
    case "time": {
      const time = Math.max(0, Math.min(move.time, recording.duration));
      return { ...standing, time, place: recording.placeAt(time) };
    }
    case "step":
      return stepped(standing, move.by, recording, scenes);
    case "seat": {
      const time = Math.min(standing.time, recording.duration);
      return { ...standing, time, place: recording.placeAlong(move.from, standing.place, time) };
    }
    case "tick":
      return ticked(standing, move.ms, recording, scenes);
    case "playing": {
      const again = move.playing && standing.place >= recording.length;
      const from = again ? { place: recording.beginning, time: 0 } : {};
      return { ...standing, ...from, playing: move.playing };
    }
    case "speed":
      return { ...standing, speed: move.speed };
  }
}

function stepped(standing: Standing, by: 1 | -1, recording: Recording, scenes: readonly number[]): Standing {
  const found =
    by > 0
      ? scenes.find((scene) => scene > standing.place)
      : scenes.findLast((scene) => scene < standing.place);
  const place = found ?? (by > 0 ? recording.length : recording.beginning);
  return { ...standing, place, time: recording.timeAt(place) };
}

function ticked(standing: Standing, ms: number, recording: Recording, scenes: readonly number[]): Standing {
  if (standing.speed === "event") return stopped(stepped(standing, 1, recording, scenes), recording);
  const time = Math.min(standing.time + ms * Number(standing.speed), recording.duration);
  // Several events may share an instant: a step to one of them is never taken back by the clock.
  const place = Math.max(standing.place, recording.placeAt(time));
  return stopped({ ...standing, time, place }, recording);
}

function stopped(standing: Standing, recording: Recording): Standing {
  return standing.place >= recording.length ? { ...standing, playing: false } : standing;
}

/** Plays a recording from the beginning of its interview; another one of it goes on at the same instant. */
export function usePlayer(recording: Recording) {
  const scenes = useMemo(() => scenesOf(recording), [recording]);
  const [standing, move] = useReducer(
    (now: Standing, next: Move) => moved(now, next, recording, scenes),
    recording,
    (begun): Standing => ({ place: begun.beginning, time: 0, playing: false, speed: "4" }),
  );
  const [held, setHeld] = useState(recording);
  if (held !== recording) {
    setHeld(recording);
    move({ kind: "seat", from: held });
  }
  const { playing, speed } = standing;
  useEffect(() => {
    if (!playing) return;
    const every = speed === "event" ? SCENE_MS : TICK_MS;
    const timer = setInterval(() => move({ kind: "tick", ms: every }), every);
    return () => clearInterval(timer);
  }, [playing, speed]);
  const go = useCallback((place: number) => move({ kind: "place", place }), []);
  return { standing, move, go };
}

export type Player = ReturnType<typeof usePlayer>;
