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

function onPrint(changed: () => void): () => void {
  const medium = window.matchMedia("print");
  const tell = (now: boolean) => () => {
    if (printing === now) return;
    printing = now;
    // What was folded has to be there before the printer looks.
    flushSync(changed);
  };
  const [begin, end] = [tell(true), tell(false)];
  const turn = (event: MediaQueryListEvent) => (event.matches ? begin : end)();
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  medium.addEventListener("change", turn);
  return () => {
    window.removeEventListener("beforeprint", begin);
    window.removeEventListener("afterprint", end);
    medium.removeEventListener("change", turn);
  };
}

/** Whether the page is being printed: then nothing may be folded. */
export function usePrinting(): boolean {
  return useSyncExternalStore(onPrint, () => printing);
}
