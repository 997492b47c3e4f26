import { act, renderHook } from "@testing-library/react";
import { afterEach, expect, it } from "vitest";
import { defineTexts, i18next, useLang } from "./texts";

const useTexts = defineTexts(
  "tried",
  { hello: "{{name}} 님", plain: "안녕" },
  { hello: "Hi {{name}}", plain: "Hi" },
);

afterEach(() => void i18next.changeLanguage("ko"));

it("says texts in the language of the moment, with or without values", async () => {
  const { result } = renderHook(() => ({ t: useTexts(), lang: useLang() }));
  expect([result.current.t("plain"), result.current.t("hello", { name: "김지원" })]).toEqual([
    "안녕",
    "김지원 님",
  ]);
  await act(() => i18next.changeLanguage("en"));
  expect(result.current.lang).toBe("en");
  expect([result.current.t("plain"), result.current.t("hello", { name: "Jiwon" })]).toEqual([
    "Hi",
    "Hi Jiwon",
  ]);
});

it("gives the same function while the language stays, so that nothing is drawn anew for it", () => {
  const { result, rerender } = renderHook(() => useTexts());
  const before = result.current;
  rerender();
  expect(result.current).toBe(before);
});
