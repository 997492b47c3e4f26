import { describe, expect, it } from "vitest";
import { blankQuestion, ownQuestion, type QuestionForm, questionFaults } from "./own_question";

const written = (more: Partial<QuestionForm> = {}): QuestionForm => ({
  ...blankQuestion("ko"),
  text: " 왜 이 일을 하시나요? ",
  ...more,
});

describe("a question of one's own", () => {
  it("is sent without white space and empty lines", () => {
    expect(ownQuestion(written({ keyPoints: " 계기 \n\n근거\n", role: "data" }))).toEqual({
      text: "왜 이 일을 하시나요?",
      key_points: ["계기", "근거"],
      language: "ko",
      kind: "common",
      competency: "communication",
      difficulty: 3,
      seconds: 120,
      company: null,
      role: "data",
    });
  });

  it("needs a text", () => {
    expect(questionFaults(written({ text: "  " }))).toEqual({ text: "text" });
    expect(questionFaults(written())).toEqual({});
  });

  it("keeps to the server's limits", () => {
    expect(questionFaults(written({ text: "가".repeat(1_001) }))).toEqual({ text: "long" });
    expect(questionFaults(written({ keyPoints: "점\n".repeat(11) }))).toEqual({ keyPoints: "points" });
    expect(questionFaults(written({ keyPoints: "점".repeat(301) }))).toEqual({ keyPoints: "points" });
    expect(questionFaults(written({ keyPoints: "점\n".repeat(10) }))).toEqual({});
  });

  it.each(["9", "601", "12.5", "", "일분"])("refuses %j seconds", (seconds) => {
    expect(questionFaults(written({ seconds }))).toEqual({ seconds: "seconds" });
  });
});
