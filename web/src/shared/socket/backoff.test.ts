import { expect, it } from "vitest";
import { backoffMs } from "./backoff";

it("doubles, with half of it left to chance", () => {
  expect(backoffMs(0, 0)).toBe(200);
  expect(backoffMs(0, 1)).toBe(400);
  expect(backoffMs(3, 0)).toBe(1_600);
  expect(backoffMs(3, 1)).toBe(3_200);
});

it("never waits longer than 15 s, however long it has tried", () => {
  expect(backoffMs(1_000, 1)).toBe(15_000);
});
