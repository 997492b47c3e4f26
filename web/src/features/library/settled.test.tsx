import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useSettledText } from "./settled";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const hook = () => renderHook(() => useSettledText()).result;

function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

it("searches once typing pauses", () => {
  const text = hook();
  act(() => text.current.box.onChange({ target: { value: "캐" } }));
  wait(200);
  act(() => text.current.box.onChange({ target: { value: "캐시" } }));
  wait(200);
  expect(text.current.settled).toBe("");
  wait(200);
  expect(text.current.settled).toBe("캐시");
});

it("waits for a syllable that is being composed, however long it takes", () => {
  const text = hook();
  act(() => text.current.box.onCompositionStart());
  act(() => text.current.box.onChange({ target: { value: "ㅋ" } }));
  wait(5_000);
  expect(text.current).toMatchObject({ typed: "ㅋ", settled: "" });
  act(() => text.current.box.onChange({ target: { value: "캐" } }));
  act(() => text.current.box.onCompositionEnd());
  wait(300);
  expect(text.current.settled).toBe("캐");
});

it("is cleared at once", () => {
  const text = hook();
  act(() => text.current.box.onChange({ target: { value: "캐시" } }));
  wait(300);
  act(() => text.current.set(""));
  expect(text.current).toMatchObject({ typed: "", settled: "" });
});
