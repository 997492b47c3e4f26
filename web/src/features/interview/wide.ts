import { useSyncExternalStore } from "react";

const QUERY = "(min-width: 64rem)";

// One query for all: a new one would be parsed at every look.
const query = window.matchMedia(QUERY);

function subscribe(changed: () => void): () => void {
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Returns whether there is room for a column at the side. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => query.matches);
}
