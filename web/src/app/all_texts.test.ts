/** Every text that a person may read, in both languages. */
import { describe, expect, it } from "vitest";
import { i18next, LANGS, type TextTree } from "@/shared/i18n/texts";

const MODULES = import.meta.glob(["/src/**/*texts*.ts", "!/src/**/*.test.ts"], { eager: true });

/** Languages are named in themselves, so that whoever wants one can find it. */
const OWN_NAMES: readonly string[] = ["한국어"];

function flat(tree: TextTree, before = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === "string" ? [[before + key, value] as [string, string]] : flat(value, `${before}${key}.`),
  );
}

function textsIn(lang: string): Map<string, string> {
  const bundles = i18next.getDataByLanguage(lang) as Record<string, TextTree> | undefined;
  return new Map(Object.entries(bundles ?? {}).flatMap(([name, tree]) => flat(tree, `${name}:`)));
}

const placeholders = (text: string): string[] => [...new Set(text.match(/\{\{\w+\}\}/g))].toSorted();
const wrong = (
  found: Iterable<[string, string]>,
  isWrong: (text: string, key: string) => boolean,
): string[] => [...found].filter(([key, text]) => isWrong(text, key)).map(([key, text]) => `${key}: ${text}`);

describe("texts for people", () => {
  const [ko, en] = [textsIn("ko"), textsIn("en")];

  it("are registered by every module that holds some", () => {
    expect(Object.keys(MODULES).length).toBeGreaterThan(10);
    expect(ko.size).toBeGreaterThan(300);
    expect(LANGS).toEqual(["ko", "en"]);
  });

  it("have the same keys in Korean and in English", () => {
    expect([...en.keys()].toSorted()).toEqual([...ko.keys()].toSorted());
  });

  it("are never empty", () => {
    for (const texts of [ko, en]) expect(wrong(texts, (text) => text.trim() === "")).toEqual([]);
  });

  it("name the same values in both", () => {
    const differing = (text: string, key: string) =>
      placeholders(text).join() !== placeholders(en.get(key) ?? "").join();
    expect(wrong(ko, differing)).toEqual([]);
  });

  it("hold no Korean in English, and no forgotten English in Korean", () => {
    expect(wrong(en, (text) => /[ㄱ-ㆎ가-힣]/.test(text) && !OWN_NAMES.includes(text))).toEqual([]);
    const sentence = (text: string) => /^[A-Z][a-z]+ [a-z]+ [a-z]+/.test(text);
    expect(wrong(ko, sentence)).toEqual([]);
  });

  it("put no particle that depends on the last sound right behind a value", () => {
    const particle =
      /(?:name|title|who|candidate|company|persona)\}\}["”’']?(?:은|는|이|가|을|를|과|와|으로|로|이라고|라고)(?![가-힣])/;
    expect(wrong(ko, (text) => particle.test(text))).toEqual([]);
  });
});
