import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { faultsOf, freshId } from "./checking";
import { blankStory, formOf, type PersonaForm, tableOfForm } from "./form";
import type { Table } from "./toml";
import { readToml } from "./toml_reading";

// The tests run in `web/`.
const example = readFileSync(resolve("../examples/persona.toml"), "utf8");

const named = (more: Partial<PersonaForm> = {}): PersonaForm => ({
  ...formOf({ name: "이보라", headline: "개발자" }),
  ...more,
});

describe("a persona's form", () => {
  it("gives the documented example back as it was", () => {
    const table = readToml(example) as Table;
    const form = formOf(table);
    expect(form.both).toBe(true);
    expect(tableOfForm(form)).toEqual(table);
  });

  it("takes phrases, and the questions and jobs that a story suits, from the table and back", () => {
    const table: Table = {
      id: "x",
      name: "가",
      headline: "나",
      voice: { openings: ["음,", "네,"], closings: ["이상입니다."] },
      stories: [
        {
          situation: "다",
          actions: ["라"],
          result: "마",
          competencies: ["growth"],
          kinds: ["pressure"],
          roles: ["data"],
        },
      ],
    };
    const form = formOf(table);
    expect(form.voice.openings).toEqual({ ko: "음,\n네,", en: "" });
    expect(form.stories[0]).toMatchObject({ kinds: ["pressure"], roles: ["data"] });
    expect(tableOfForm(form)).toEqual(table);
  });

  it("keeps what it has no field for", () => {
    const table: Table = {
      name: "가",
      headline: "나",
      mood: "calm",
      voice: { laughs: ["하하"] },
      stories: [{ id: "one", situation: "다", actions: ["라"], result: "마", competencies: ["growth"] }],
    };
    expect(tableOfForm(formOf(table))).toEqual(table);
  });

  it("writes one text for both languages, until they are written apart", () => {
    const form = named({
      name: { ko: "이보라", en: "Bora Lee" },
      strengths: { ko: "하나\n\n 둘 ", en: "one" },
    });
    expect(tableOfForm({ ...form, both: false })).toMatchObject({
      name: "이보라",
      strengths: ["하나", "둘"],
    });
    expect(tableOfForm({ ...form, both: true })).toMatchObject({
      name: { ko: "이보라", en: "Bora Lee" },
      strengths: [{ ko: "하나", en: "one" }, "둘"],
    });
  });

  it("leaves out what is empty", () => {
    expect(tableOfForm(named())).toEqual({ name: "이보라", headline: "개발자" });
  });
});

describe("faultsOf", () => {
  it("asks for a name and a headline, and nothing more", () => {
    expect(faultsOf(formOf({}))).toEqual({ name: "required", headline: "required" });
    expect(faultsOf(named())).toEqual({});
  });

  it("asks for phrases in pairs where languages are written apart", () => {
    const { voice } = formOf({});
    const form = named({ voice: { ...voice, openings: { ko: "음,\n네,", en: "Well," } } });
    expect(faultsOf({ ...form, both: true })).toEqual({ "voice.openings": "uneven" });
    expect(faultsOf({ ...form, both: false })).toEqual({});
  });

  it("takes an English name alone only where languages are written apart", () => {
    const form = named({ name: { ko: "", en: "Bora" } });
    expect(faultsOf({ ...form, both: true })).toEqual({});
    expect(faultsOf({ ...form, both: false })).toEqual({ name: "required" });
  });

  it.each([
    ["149", true],
    ["150", false],
    ["600", false],
    ["601", true],
    ["300.5", true],
    ["", false],
  ])("takes a Korean speaking rate of %j: fault %j", (ko, fault) => {
    expect("rate.ko" in faultsOf(named({ rate: { ko, en: "" } }))).toBe(fault);
  });

  it.each([
    ["40", "80", false],
    ["80", "40", true],
    ["", "40", true],
    ["0", "101", true],
    ["", "", false],
  ])("takes a quality from %j to %j: fault %j", (low, high, fault) => {
    const quality = { ...named().quality, growth: { low, high } };
    expect("quality.growth" in faultsOf(named({ quality }))).toBe(fault);
  });

  it("says what a story lacks", () => {
    expect(faultsOf(named({ stories: [blankStory()] }))).toEqual({
      "stories[0].situation": "required",
      "stories[0].result": "required",
      "stories[0].actions": "required",
      "stories[0].competencies": "competency",
    });
  });
});

it("makes an id that the server takes, and another one each time", () => {
  const form = named({ name: { ko: "이보라", en: "Bora Lee!" } });
  expect(freshId(form)).toMatch(/^bora-lee-[a-z0-9]+$/);
  expect(freshId(named())).toMatch(/^candidate-[a-z0-9]+$/);
  expect(freshId(form)).not.toBe(freshId(form));
});
