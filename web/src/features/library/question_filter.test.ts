import { expect, it } from "vitest";
import { anyQuestion, narrowed, pagesOf, questionsPath } from "./question_filter";

it("asks only for what narrows the list down", () => {
  expect(questionsPath(anyQuestion("ko"), 0)).toBe("/api/questions?limit=20&offset=0&language=ko");
  const filter = {
    ...anyQuestion("en"),
    kind: "technical",
    difficulty: "4",
    search: " cache miss ",
  } as const;
  expect(questionsPath(filter, 2)).toBe(
    "/api/questions?limit=20&offset=40&language=en&kind=technical&difficulty=4&search=cache+miss",
  );
});

it("knows whether something narrows the list down", () => {
  expect(narrowed(anyQuestion("ko"))).toBe(false);
  expect(narrowed({ ...anyQuestion("ko"), search: "  " })).toBe(false);
  expect(narrowed({ ...anyQuestion("ko"), search: "캐시" })).toBe(true);
  expect(narrowed({ ...anyQuestion("ko"), role: "data" })).toBe(true);
});

it.each([
  [0, 1],
  [1, 1],
  [20, 1],
  [21, 2],
  [234, 12],
])("puts %i questions on %i pages", (total, pages) => {
  expect(pagesOf(total)).toBe(pages);
});
