import { act, renderHook } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useSettledText } from "./settled";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function hook(start = "") {
  return renderHook(() => {
    const [settled, settle] = useState(start);
    return { ...useSettledText(settled, settle), settled, settle };
  }).result;
}

function wait(ms: number): void {
  act(() => {
    vi.advanceTimersByTime(ms);
  });
}

it("searches once typing pauses", () => {
  const text = hook();
  act(() => text.current.box.onChange({ target: { value: "캐" } }));
  wait(200);
  act(() => text.current.box.onChange({ target: { value: "캐시 " } }));
  wait(200);
  expect(text.current.settled).toBe("");
  wait(200);
  expect(text.current).toMatchObject({ typed: "캐시 ", settled: "캐시" });
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

it("shows what is searched for when it was changed elsewhere, and searches for nothing else then", () => {
  const text = hook("캐시");
  expect(text.current.typed).toBe("캐시");
  act(() => text.current.settle(""));
  expect(text.current.typed).toBe("");
  wait(5_000);
  expect(text.current.settled).toBe("");
  act(() => text.current.settle("캐시"));
  expect(text.current.typed).toBe("캐시");
  wait(5_000);
  expect(text.current.settled).toBe("캐시");
});

it("keeps what is typed while the address is still being changed to what was typed before", () => {
  let arrive = () => {};
  const { result, rerender } = renderHook(
    ({ settled }: { settled: string }) =>
      useSettledText(settled, (text) => (arrive = () => rerender({ settled: text }))),
    { initialProps: { settled: "" } },
  );
  act(() => result.current.box.onChange({ target: { value: "캐" } }));
  wait(300);
  act(() => result.current.box.onChange({ target: { value: "캐시" } }));
  act(() => arrive());
  expect(result.current.typed).toBe("캐시");
});
