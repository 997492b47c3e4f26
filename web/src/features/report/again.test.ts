import { describe, expect, it } from "vitest";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { answeredAgain, standingBefore } from "./again";

interface Given {
  at: number;
  total: number | null;
  text?: string;
}

function report(answers: (Given | null)[]): InterviewReport {
  return {
    seat_id: "me",
    questions: answers.map((given, index) => ({
      number: index + 1,
      answers: given
        ? [{ seat_id: "me", opened_at: given.at, used_ms: 1, text: given.text ?? "", total: given.total }]
        : [{ seat_id: "ai-1", opened_at: 0, used_ms: 1, text: "", total: 90 }],
    })),
  } as unknown as InterviewReport;
}

it("finds the question that was answered anew behind the shared past", () => {
  const parent = report([{ at: 1, total: 40 }, null, { at: 3, total: 50 }, { at: 4, total: 60 }]);
  const fork = report([{ at: 1, total: 40 }, null, { at: 300, total: 70 }, { at: 400, total: 65 }]);
  expect(answeredAgain(parent, fork)).toEqual({ number: 3, before: 50, after: 70 });
});

it("finds nothing while the new answer has no total, or none was given", () => {
  const parent = report([{ at: 1, total: 40 }]);
  expect(answeredAgain(parent, report([{ at: 9, total: null }]))).toBeNull();
  expect(answeredAgain(parent, report([{ at: 1, total: 40 }]))).toBeNull();
});

describe("the standing that a second answer is compared with", () => {
  const place = (rank: number) => ({ seat_id: "me", rank, total: 50 });
  const parent = {
    ...report([
      { at: 1, total: 40 },
      { at: 2, total: 50 },
      { at: 3, total: 60 },
    ]),
    result: place(4),
    timeline: [1, 2, 3].map((number) => ({ round_id: `r${number}`, number, places: [place(number)] })),
  } as unknown as InterviewReport;

  it("is that of the same question when the interview ended there", () => {
    const fork = {
      ...report([
        { at: 1, total: 40 },
        { at: 20, total: 70 },
      ]),
      ended_early: true,
    };
    expect(standingBefore(parent, fork)).toEqual(place(2));
  });

  it("is the final one when it went on to the end", () => {
    const fork = {
      ...report([
        { at: 1, total: 40 },
        { at: 20, total: 70 },
      ]),
      ended_early: false,
    };
    expect(standingBefore(parent, fork)).toEqual(place(4));
  });
});
