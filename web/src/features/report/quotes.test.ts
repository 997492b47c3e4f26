import { describe, expect, it } from "vitest";
import type { AnswerReport, Criterion } from "@/shared/wire/http.gen";
import { missedPoints, stretchesOf } from "./quotes";

const TEXT = "장애를 찾았습니다. 40분 만에 고쳤습니다. 배웠습니다.";

function answer(quotes: [Criterion, string][], missed: number[][] = []): AnswerReport {
  const opinions = quotes.map(([criterion, quote]) => ({
    interviewer: "panel-1",
    family: "heuristic",
    evidence: [{ criterion, level: 4, quote, reason: "" }],
    flags: [],
    missed_points: [],
  }));
  const judged = missed.map((points) => ({
    interviewer: "panel-1",
    family: "heuristic",
    evidence: [],
    flags: [],
    missed_points: points,
  }));
  return { text: TEXT, opinions: [...opinions, ...judged] } as unknown as AnswerReport;
}

describe("the words that earned levels", () => {
  it("are cut out of the answer without losing a letter", () => {
    const stretches = stretchesOf(
      answer([
        ["evidence", "40분 만에 고쳤습니다."],
        ["structure", "찾았습니다. 40분 만에"],
      ]),
      null,
    );
    expect(stretches.map((one) => one.text).join("")).toBe(TEXT);
    expect(stretches.map((one) => [one.text, one.criteria])).toEqual([
      ["장애를 ", []],
      ["찾았습니다. ", ["structure"]],
      ["40분 만에", ["evidence", "structure"]],
      [" 고쳤습니다.", ["evidence"]],
      [" 배웠습니다.", []],
    ]);
  });

  it("can be those of one criterion alone", () => {
    const both = answer([
      ["evidence", "40분 만에"],
      ["reflection", "배웠습니다."],
    ]);
    const marked = stretchesOf(both, "reflection").filter((one) => one.criteria.length > 0);
    expect(marked.map((one) => one.text)).toEqual(["배웠습니다."]);
  });

  it("are passed over when they are not in the text word for word", () => {
    expect(stretchesOf(answer([["evidence", "없는 말"]]), null)).toEqual([
      { start: 0, text: TEXT, criteria: [] },
    ]);
    expect(stretchesOf(answer([["evidence", ""]]), null)).toHaveLength(1);
  });
});

describe("key points", () => {
  it("are missed when most of the panel missed them", () => {
    expect(missedPoints(answer([], [[0, 1], [1], [1, 2]]))).toEqual(new Set([1]));
    expect(missedPoints(answer([], [[0], []]))).toEqual(new Set());
  });

  it("are unknown while nobody has judged", () => {
    expect(missedPoints(answer([]))).toBeNull();
  });
});
