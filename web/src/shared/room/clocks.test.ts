import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { ServerFrame } from "@/shared/socket/frames";
import type { Room } from "@/shared/wire/socket.gen";
import { shifted } from "./clocks";

const RECORDED = join(import.meta.dirname, "../../../tests/recorded/outage.player.json");

function recordedRoom(): Room {
  const frames = JSON.parse(readFileSync(RECORDED, "utf-8")) as ServerFrame[];
  const welcome = frames.find((frame) => frame.type === "welcome");
  if (welcome?.type !== "welcome" || welcome.snapshot === null) throw new Error("a recording begins so");
  return welcome.snapshot;
}

describe("shifted", () => {
  it("moves the beginning of a pause, so that what the clocks had left stays the same", () => {
    const room: Room = { ...recordedRoom(), paused: { since: 5_000, by: null, empty: false } };
    expect(shifted(room, 700, 9_000).paused).toEqual({ since: 5_700, by: null, empty: false });
  });

  it("leaves a room that is not paused so", () => {
    expect(shifted({ ...recordedRoom(), paused: null }, 700, 9_000).paused).toBeNull();
  });
});
