import { expect, it } from "vitest";
import type { PastResult } from "./past_results";
import { latestGain, trendOf } from "./past_results";

const result = (at: number, total: number | null): PastResult => ({
  roomId: `r-${at}`,
  company: null,
  role: null,
  at,
  total,
  rank: 1,
  candidates: 4,
  drill: "",
});

it("runs from the oldest to the latest, and leaves out what has no score", () => {
  const trend = trendOf([result(30, 80), result(10, 40), result(20, null)]);
  expect(trend.map((point) => point.total)).toEqual([40, 80]);
  expect(trend.map(({ x, y }) => [x, Math.round(y * 100)])).toEqual([
    [0, 60],
    [1, 20],
  ]);
});

it("keeps a single result inside the drawing", () => {
  expect(trendOf([result(1, 50)])).toMatchObject([{ x: 0, y: 0.5 }]);
});

it("says the gain on the interview before", () => {
  expect(latestGain(trendOf([result(1, 50), result(3, 61.5), result(2, 60)]))).toBeCloseTo(1.5);
  expect(latestGain(trendOf([result(1, 50)]))).toBeNull();
});
