import { describe, expect, it } from "vitest";
import { type Choice, defaultChoice, factsOf, faultOf, present, roomOf } from "./choice";

const choice = (more: Partial<Choice> = {}): Choice => ({ ...defaultChoice("ko"), ...more });
const document = (...facts: string[]) => ({ documentId: "d-1", facts });

describe("faultOf", () => {
  it("finds nothing wrong with the defaults", () => {
    expect(faultOf(choice())).toBeNull();
  });

  it.each([
    ["noRivals", { rivals: [] }],
    ["manyRivals", { rivals: Array.from({ length: 12 }, (_, index) => `p-${index}`) }],
    ["noPanel", { panel: [] }],
    ["manyPanel", { panel: ["a", "b", "c", "d", "e", "f"] }],
    ["manyFacts", { documents: [document(...Array(30).fill("사실")), document(...Array(11).fill("사실"))] }],
    ["longFact", { documents: [document("가".repeat(501))] }],
  ] as const)("finds %s", (fault, more) => {
    expect(faultOf(choice(more))).toBe(fault);
  });

  it("takes as much as the server does", () => {
    const rivals = Array.from({ length: 11 }, (_, index) => `p-${index}`);
    const documents = [document(...Array(40).fill("가".repeat(500)))];
    expect(faultOf(choice({ rivals, panel: ["a", "b", "c", "d", "e"], documents }))).toBeNull();
  });
});

it("joins every document's facts, without empty lines", () => {
  expect(factsOf(choice({ documents: [document(" 하나 ", ""), document("둘")] }))).toEqual(["하나", "둘"]);
});

it("drops personas that are gone", () => {
  expect(present(["naver", "u1-bora"], ["kakao", "naver"])).toEqual(["naver"]);
});

it("asks for the room that was chosen", () => {
  expect(roomOf(choice({ title: " 목요일 ", company: "toss", graceMs: 60_000 }))).toMatchObject({
    title: "목요일",
    public: false,
    rivals: ["naver", "kakao", "toss"],
    settings: { company: "toss", preset: "short", order: "rotating", disconnect_grace_ms: 60_000 },
  });
});
