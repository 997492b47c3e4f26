import { describe, expect, it } from "vitest";
import recorded from "../../../tests/stage/past.json";
import { scenesOf } from "./moments";
import { moved, type Standing } from "./player";
import { type Past, Recording } from "./recording";

const recording = new Recording(recorded as unknown as Past);
const scenes = scenesOf(recording);
const START: Standing = { place: recording.beginning, time: 0, playing: true, speed: "1" };

const move = (standing: Standing, next: Parameters<typeof moved>[1]) =>
  moved(standing, next, recording, scenes);

describe("playing", () => {
  it("goes as fast as it is told", () => {
    expect(move({ ...START, speed: "4" }, { kind: "tick", ms: 100 }).time).toBe(400);
    expect(move({ ...START, speed: "1" }, { kind: "tick", ms: 100 }).time).toBe(100);
  });

  it("comes to the end, and stops there", () => {
    let now: Standing = { ...START, speed: "8" };
    for (let ticks = 0; ticks < 10_000 && now.playing; ticks += 1) now = move(now, { kind: "tick", ms: 100 });
    expect(now).toMatchObject({ playing: false, place: recording.length, time: recording.duration });
  });

  it("begins anew when it is played from the end", () => {
    const ended = { ...START, playing: false, place: recording.length, time: recording.duration };
    expect(move(ended, { kind: "playing", playing: true })).toMatchObject({
      playing: true,
      place: recording.beginning,
      time: 0,
    });
  });

  it("scene by scene shows each scene once", () => {
    let now: Standing = { ...START, speed: "event" };
    const shown: number[] = [];
    while (now.playing) {
      now = move(now, { kind: "tick", ms: 1_500 });
      shown.push(now.place);
    }
    const later = scenes.filter((scene) => scene > recording.beginning);
    expect(shown.slice(0, later.length)).toEqual(later);
    expect(now.place).toBe(recording.length);
  });

  it("never takes back a step among events of one instant", () => {
    const twins = scenes.findIndex(
      (scene, index) => index > 0 && recording.timeAt(scene) === recording.timeAt(scenes[index + 1] ?? 0),
    );
    const first = scenes[twins] ?? recording.beginning;
    const later = move({ ...START, place: first, time: recording.timeAt(first) }, { kind: "step", by: 1 });
    expect(move(later, { kind: "tick", ms: 1 }).place).toBeGreaterThanOrEqual(later.place);
  });
});

describe("stepping", () => {
  it("goes to the next scene and back, and no further than the ends", () => {
    const next = move(START, { kind: "step", by: 1 });
    expect(next.place).toBe(scenes.find((scene) => scene > recording.beginning));
    expect(move(next, { kind: "step", by: -1 }).place).toBe(recording.beginning);
    expect(move(START, { kind: "step", by: -1 }).place).toBe(recording.beginning);
    const end = { ...START, place: recording.length };
    expect(move(end, { kind: "step", by: 1 }).place).toBe(recording.length);
  });

  it("lands on what had happened when it goes to a time", () => {
    const half = move(START, { kind: "time", time: recording.duration / 2 });
    expect(half.place).toBe(recording.placeAt(recording.duration / 2));
    expect(move(START, { kind: "time", time: recording.duration * 9 }).time).toBe(recording.duration);
  });
});

describe("another seat", () => {
  const from = new Recording(recorded as unknown as Past);
  const told = from.events.filter((event) => event.name !== "evaluation_recorded");
  const other = new Recording({ ...(recorded as unknown as Past), seatId: "ai-1", events: told });

  it("goes on at the same instant, as fast as before", () => {
    const half = move({ ...START, speed: "8" }, { kind: "time", time: from.duration / 2 });
    const there = moved(half, { kind: "seat", from }, other, scenesOf(other));
    expect(there).toEqual({ ...half, place: other.placeAt(half.time) });
    expect(there.place).not.toBe(half.place);
    expect(there).toMatchObject({ playing: true, speed: "8" });
  });
});
