import { expect, it } from "vitest";
import { spokenLength } from "./speaking";

const turn = { text: "가나다라마바사아자차", opened_at: 1_000, stopped_ms: 0, deadline: 11_000 };

it("goes with the time between the beginning and the end", () => {
  expect(spokenLength(turn, 500)).toBe(0);
  expect(spokenLength(turn, 6_000)).toBe(5);
  expect(spokenLength(turn, 11_000)).toBe(10);
  expect(spokenLength(turn, 99_000)).toBe(10);
});

it("does not jump ahead after a pause", () => {
  const paused = { ...turn, stopped_ms: 60_000, deadline: 71_000 };
  expect(spokenLength(paused, 66_000)).toBe(5);
});

it("never cuts a character in two", () => {
  expect(spokenLength({ ...turn, text: "👍👍👍👍👍" }, 4_000)).toBe(4);
});

it("is everything where there is no clock", () => {
  expect(spokenLength({ ...turn, deadline: null }, 0)).toBe(10);
  expect(spokenLength({ ...turn, deadline: 1_000 }, 0)).toBe(10);
});
