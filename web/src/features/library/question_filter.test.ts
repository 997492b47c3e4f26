import { expect, it } from "vitest";
import {
  addressOf,
  anyQuestion,
  filterOf,
  narrowed,
  pageOf,
  pagesOf,
  questionsPath,
  readAddress,
} from "./question_filter";

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

it("goes into an address and comes out of it the same", () => {
  const filter = { ...anyQuestion("en"), kind: "pressure", difficulty: "3", search: "왜 실패" } as const;
  const address = addressOf(filter, 2, "ko");
  expect(address).toEqual({
    language: "en",
    kind: "pressure",
    difficulty: "3",
    search: "왜 실패",
    page: "3",
  });
  expect([filterOf(address, "ko"), pageOf(address)]).toEqual([filter, 2]);
});

it("leaves a plain address where nothing narrows the list down", () => {
  expect(addressOf(anyQuestion("ko"), 0, "ko")).toEqual({});
  expect([filterOf({}, "en"), pageOf({})]).toEqual([anyQuestion("en"), 0]);
});

it("passes over what it doesn't understand in an address", () => {
  const said = { kind: "gossip", role: "data", page: "-1", difficulty: "6", search: "   ", other: "x" };
  expect(readAddress(said)).toEqual({ role: "data" });
  expect(readAddress({ search: "가".repeat(300) }).search).toHaveLength(100);
});
