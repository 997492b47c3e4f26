import { describe, expect, it } from "vitest";
import type { Slot } from "@/shared/wire/socket.gen";
import { expectedTime, inMinutes, type Occasion } from "./minutes";

const slot = (more: Partial<Slot> = {}): Slot => ({
  stage: "common",
  kind: "common",
  asked: "all",
  answer_ms: 60_000,
  order: null,
  follow_ups: false,
  ...more,
});

const occasion = (more: Partial<Occasion> = {}): Occasion => ({
  slots: [slot()],
  people: 1,
  ai: 3,
  interviewers: 2,
  order: "rotating",
  language: "ko",
  followUpBudget: 1,
  readingMs: 5_000,
  timePercent: 100,
  ...more,
});

const PERSON = 5_000 + 45_000;
const AI = 56_800;

describe("expectedTime", () => {
  it("lets everybody speak in turn", () => {
    expect(expectedTime(occasion())).toEqual({ usual: PERSON + 3 * AI, most: 4 * 65_000 });
  });

  it("asks each as long as all, and one alone", () => {
    expect(expectedTime(occasion({ slots: [slot({ asked: "each" })] }))).toEqual(expectedTime(occasion()));
    expect(expectedTime(occasion({ slots: [slot({ asked: "one" })] }))).toEqual({
      usual: PERSON,
      most: 65_000,
    });
  });

  it("takes the longest where all write at once, and only there", () => {
    const together = occasion({ order: "simultaneous" });
    expect(expectedTime(together)).toEqual({ usual: AI, most: 65_000 });
    expect(expectedTime({ ...together, slots: [slot({ asked: "each" })] }).most).toBe(4 * 65_000);
    expect(expectedTime({ ...together, slots: [slot({ order: "seat" })] }).most).toBe(4 * 65_000);
  });

  it("adds follow-ups for those who can ask them, up to their budget", () => {
    const mean = (PERSON + 3 * AI) / 4;
    const base = expectedTime(occasion()).usual;
    const all = occasion({ slots: [slot({ follow_ups: true })] });
    expect(expectedTime(all).usual).toBeCloseTo(base + mean);
    const each = occasion({ slots: [slot({ asked: "each", follow_ups: true })], followUpBudget: 2 });
    expect(expectedTime(each).usual).toBeCloseTo(base + 4 * mean);
    expect(expectedTime({ ...each, followUpBudget: 0 }).usual).toBeCloseTo(base);
  });

  it("gives more time to people alone", () => {
    const more = expectedTime(occasion({ timePercent: 200 }));
    expect(more.usual).toBe(5_000 + 90_000 + 3 * AI);
    expect(more.most).toBe(125_000 + 3 * 65_000);
  });

  it("lets English answers be shorter, and none longer than allowed", () => {
    expect(expectedTime(occasion({ language: "en" })).usual).toBeCloseTo(PERSON + 3 * 0.8 * AI);
    const short = occasion({ slots: [slot({ answer_ms: 10_000 })], people: 0 });
    expect(expectedTime(short).usual).toBe(30_000);
  });
});

it("says at least one minute", () => {
  expect([0, 29_000, 95_000].map(inMinutes)).toEqual([1, 1, 2]);
});
