import { expect, it } from "vitest";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { nameWidth, rankLines, shortened } from "./rank_lines";

/** A report with a timeline of ranks by seat; null for a candidate without a score yet. */
function report(own: string, moments: Record<string, number | null>[]): InterviewReport {
  const seats = Object.keys(moments[0] ?? {});
  return {
    seat_id: own,
    candidates: seats.map((seat_id) => ({ seat_id })),
    timeline: moments.map((ranks, at) => ({
      round_id: `r${at}`,
      number: at + 1,
      places: Object.entries(ranks).map(([seat_id, rank]) => ({
        seat_id,
        rank: rank ?? seats.length,
        total: rank === null ? null : 50,
      })),
    })),
  } as unknown as InterviewReport;
}

it("draws one's own line last, so that it lies on top", () => {
  const lines = rankLines(report("a", [{ a: 1, b: 2, c: 3 }]));
  expect(lines.map((line) => line.seatId)).toEqual(["b", "c", "a"]);
});

it("begins a line where its candidate first has a score", () => {
  const lines = rankLines(
    report("a", [
      { a: 1, b: null },
      { a: 2, b: 1 },
    ]),
  );
  expect(lines.find((line) => line.seatId === "b")?.points).toEqual([{ at: 1, rank: 1 }]);
});

it("leaves out who never had one", () => {
  expect(rankLines(report("a", [{ a: 1, b: null }])).map((line) => line.seatId)).toEqual(["a"]);
});

it("gives the names of tied candidates heights of their own, within the drawing", () => {
  for (const ranks of [
    { a: 1, b: 1, c: 1, d: 4 },
    { a: 1, b: 2, c: 3, d: 3 },
    { a: 2, b: 2, c: 2, d: 2 },
  ]) {
    const heights = rankLines(report("a", [ranks])).map((line) => line.labelAt);
    expect(heights.toSorted()).toEqual([1, 2, 3, 4]);
  }
});

it("draws a name whole where there is room, and as much of it as fits elsewhere", () => {
  expect(shortened("한서율", nameWidth("한서율"))).toBe("한서율");
  expect(shortened("Seoyul Han", 80)).toBe("Seoyul Han");
  const short = shortened("Alexandra Constantinopoulos", 110);
  expect(short).toMatch(/^Alexandra.*…$/);
  expect(nameWidth(short)).toBeLessThanOrEqual(110);
});
