import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { type Table, writeToml } from "./toml";
import { readToml } from "./toml_reading";

// The tests run in `web/`.
const example = readFileSync(resolve("../examples/persona.toml"), "utf8");

const TABLE: Table = {
  id: "bora-lee",
  name: { ko: "이보라", en: "Bora Lee" },
  headline: '길찾기를 "만든" 개발자 \\ 7년\n둘째 줄\u007f',
  strengths: ["하나", { ko: "둘", en: "two" }],
  rate: { ko: 330 },
  quality: { default: [45, 80], technical_depth: [60, 90] },
  stories: [
    { situation: "느렸습니다.", actions: ["계산해 두었습니다."], competencies: ["growth"] },
    { situation: "멈췄습니다.", actions: ["나누었습니다."], competencies: ["ownership"] },
  ],
};

describe("TOML", () => {
  it("reads what it has written", () => {
    expect(readToml(writeToml(TABLE))).toEqual(TABLE);
  });

  it("writes tables under headings, and texts in two languages on one line", () => {
    const text = writeToml(TABLE);
    expect(text).toContain('name = { ko = "이보라", en = "Bora Lee" }\n');
    expect(text).toContain("[rate]\nko = 330\n");
    expect(text.match(/^\[\[stories\]\]$/gm)).toHaveLength(2);
  });

  it("reads the documented example, comments and all", () => {
    const read = readToml(example);
    expect(read).toMatchObject({
      id: "bora-lee",
      rate: { ko: 330 },
      quality: { default: [45, 80] },
      stories: [{ competencies: ["technical_depth", "problem_solving"] }],
    });
  });

  it("reads the form in which the server keeps personas", () => {
    expect(
      readToml('"id" = "u1-bora"\n"name" = {"ko" = "보라", "en" = "B\\u006f"}\n"rate" = {"ko" = 300}\n'),
    ).toEqual({ id: "u1-bora", name: { ko: "보라", en: "Bo" }, rate: { ko: 300 } });
  });

  it("reads the other ways to write a text, a number and a key", () => {
    expect(readToml('a = \'C:\\x\'\nb = """\none \\\n  two"""\nc.d = 1_000\n\'e f\' = true')).toEqual({
      a: "C:\\x",
      b: "one two",
      c: { d: 1000 },
      "e f": true,
    });
  });

  it.each([
    'a = "open',
    "a = 1 b = 2",
    "a = 1\na = 2",
    "= 1",
    "a = 2024-01-01",
    "[a\nb = 1",
    "__proto__.x = 1",
    'a = "\\q"',
  ])("refuses %j", (text) => {
    expect(readToml(text)).toBeNull();
  });
});
