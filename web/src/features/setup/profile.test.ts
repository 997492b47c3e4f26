import { expect, it } from "vitest";
import { recipients, withFound } from "./profile";

const experience = (fact: string) => ({ title: "", did: "", result: "", source: fact, fact });
const profile = (...facts: string[]) => ({ experiences: facts.map(experience) });
const documents = [
  { documentId: "d-1", facts: ["고친 줄"] },
  { documentId: "d-2", facts: ["다른 줄"] },
];

it("adds what was found to its own document, behind what is there", () => {
  const now = withFound(documents, "d-1", profile("찾은 줄"));
  expect(now.added).toBe(1);
  expect(now.documents).toEqual([{ documentId: "d-1", facts: ["고친 줄", "찾은 줄"] }, documents[1]]);
});

it("adds nothing twice, and nothing empty", () => {
  const now = withFound(documents, "d-1", profile("고친 줄", "다른 줄", "새 줄", " 새 줄 ", ""));
  expect(now.documents[0]?.facts).toEqual(["고친 줄", "새 줄"]);
});

it("adds no more than a room takes", () => {
  const full = [{ documentId: "d-1", facts: Array.from({ length: 39 }, (_, n) => `${n}번째`) }];
  const now = withFound(full, "d-1", profile("가", "나"));
  expect(now.added).toBe(1);
  expect(now.documents[0]?.facts).toHaveLength(40);
});

it("leaves a document alone that was withdrawn meanwhile", () => {
  expect(withFound(documents, "d-3", profile("찾은 줄"))).toEqual({ documents, added: 0 });
});

it.each([
  ["ko", ["openai"], "OpenAI"],
  ["ko", ["openai", "gemini"], "OpenAI(응답이 없으면 Google Gemini)"],
  ["en", ["anthropic", "openai"], "Anthropic (failing that, OpenAI)"],
  ["ko", ["compatible"], "운영자가 정한 모델 서버 ‘compatible’"],
  ["en", ["compatible"], "the operator's model server “compatible”"],
] as const)("names in %s to whom a document goes: %j", (lang, providers, named) => {
  expect(recipients(providers, lang)).toBe(named);
});
