/** What the address and the printer say about how the page is drawn. */
import { useSyncExternalStore } from "react";
import { flushSync } from "react-dom";

function onHash(changed: () => void): () => void {
  window.addEventListener("hashchange", changed);
  return () => window.removeEventListener("hashchange", changed);
}

/** The address's part behind `#`, without it. */
export function useHash(): string {
  return useSyncExternalStore(onHash, () => window.location.hash.slice(1));
}

let printing = false;
const waiting = new Set<() => void>();

function turn(now: boolean): void {
  if (printing === now) return;
  printing = now;
  // What was folded has to be there before the printer looks.
  flushSync(() => {
    for (const changed of waiting) changed();
  });
}

const begin = () => turn(true);
const end = () => turn(false);
const follow = (event: MediaQueryListEvent) => turn(event.matches);

function onPrint(changed: () => void): () => void {
  waiting.add(changed);
  const medium = window.matchMedia("print");
  // The same listener again is the same listener: each is there once, however many wait.
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  medium.addEventListener("change", follow);
  return () => {
    waiting.delete(changed);
    medium.removeEventListener("change", follow);
    if (waiting.size > 0) return;
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
  };
}

/** Whether the page is being printed: then nothing may be folded. */
export function usePrinting(): boolean {
  return useSyncExternalStore(onPrint, () => printing);
}
