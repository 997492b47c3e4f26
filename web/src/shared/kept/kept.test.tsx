import { afterEach, expect, it, vi } from "vitest";
import { inTab, keptIn, onDevice } from "./kept";

afterEach(() => {
  vi.restoreAllMocks();
  localStorage.clear();
  sessionStorage.clear();
});

function forbidden(): Storage {
  throw new DOMException("The operation is insecure.", "SecurityError");
}

it("keeps on the device and in the tab", () => {
  onDevice.setItem("interview.one", "1");
  inTab.setItem("interview.two", "2");
  expect(localStorage.getItem("interview.one")).toBe("1");
  expect(sessionStorage.getItem("interview.two")).toBe("2");
  expect(onDevice.keys()).toEqual(["interview.one"]);
  onDevice.removeItem("interview.one");
  expect(onDevice.getItem("interview.one")).toBeNull();
  expect(localStorage.length).toBe(0);
});

it("keeps for as long as the page lives where the browser forbids more", () => {
  const kept = keptIn(forbidden);
  expect(kept.getItem("draft")).toBeNull();
  kept.setItem("draft", "저는");
  expect(kept.getItem("draft")).toBe("저는");
  expect(kept.keys()).toEqual(["draft"]);
  kept.removeItem("draft");
  expect(kept.getItem("draft")).toBeNull();
  expect(kept.keys()).toEqual([]);
});

it("tells the newest text when the store is full, and lets go of it once there is room", () => {
  let full = false;
  const store = new Map<string, string>();
  const kept = keptIn(
    () =>
      ({
        getItem: (key: string) => store.get(key) ?? null,
        setItem(key: string, text: string) {
          if (full) throw new DOMException("full", "QuotaExceededError");
          store.set(key, text);
        },
      }) as Storage,
  );
  kept.setItem("draft", "저는");
  full = true;
  kept.setItem("draft", "저는 백엔드");
  expect(kept.getItem("draft")).toBe("저는 백엔드");
  full = false;
  kept.setItem("draft", "저는 백엔드 개발자");
  expect(store.get("draft")).toBe("저는 백엔드 개발자");
  expect(kept.getItem("draft")).toBe("저는 백엔드 개발자");
});
