import { beforeEach, describe, expect, it } from "vitest";
import { PlayingForbidden, Reader, type Reading } from "./reader";

interface Playing {
  text: string;
  signal: AbortSignal;
  end: () => void;
  fail: (error: unknown) => void;
}

let played: Playing[];
let told: string[];
let reader: Reader<Reading>;

const QUESTION = { key: "q", text: "질문" };
const ANSWER = { key: "a", text: "답변" };
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const texts = () => played.map(({ text }) => text);

beforeEach(() => {
  played = [];
  told = [];
  reader = new Reader<Reading>({
    play: ({ text }, signal) =>
      new Promise((end, fail) => {
        played.push({ text, signal, end: () => end(), fail });
      }),
    forbidden: () => told.push("forbidden"),
    failed: () => told.push("failed"),
  });
});

describe("the reader", () => {
  it("reads one after the other, and each once", async () => {
    reader.want([QUESTION]);
    reader.want([QUESTION, ANSWER]);
    expect(texts()).toEqual(["질문"]);
    played[0]?.end();
    await settle();
    expect(texts()).toEqual(["질문", "답변"]);
    played[1]?.end();
    await settle();
    reader.want([QUESTION, ANSWER]);
    expect(texts()).toEqual(["질문", "답변"]);
  });

  it("falls silent at once about what is over, and goes on with what is wanted", () => {
    reader.want([QUESTION]);
    reader.want([ANSWER]);
    expect(played[0]?.signal.aborted).toBe(true);
    expect(texts()).toEqual(["질문", "답변"]);
  });

  it("does not begin again with what was cut off", () => {
    reader.want([QUESTION]);
    reader.want([]);
    reader.want([QUESTION]);
    expect(texts()).toEqual(["질문"]);
  });

  it("reads everything again once it was switched off and on", () => {
    reader.want([QUESTION]);
    reader.reset();
    expect(played[0]?.signal.aborted).toBe(true);
    reader.want([QUESTION]);
    expect(texts()).toEqual(["질문", "질문"]);
  });

  it("waits for a gesture where the browser wants one, and then reads what it could not", async () => {
    reader.want([QUESTION]);
    played[0]?.fail(new PlayingForbidden());
    await settle();
    expect(told).toEqual(["forbidden"]);
    reader.want([QUESTION, ANSWER]);
    expect(played).toHaveLength(1);
    reader.touched();
    expect(texts()).toEqual(["질문", "질문"]);
  });

  it("tells of what can't be read, and goes on", async () => {
    reader.want([QUESTION, ANSWER]);
    played[0]?.fail(new Error("no voice"));
    await settle();
    expect(told).toEqual(["failed"]);
    expect(texts()).toEqual(["질문", "답변"]);
  });

  it("does not complain of what it stopped itself", async () => {
    reader.want([QUESTION]);
    reader.want([]);
    played[0]?.fail(new Error("aborted"));
    await settle();
    expect(told).toEqual([]);
  });
});
