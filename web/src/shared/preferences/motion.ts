import { useSyncExternalStore } from "react";
import { usePreferences } from "./preferences";

const QUERY = "(prefers-reduced-motion: reduce)";

// One query for all: a new one would be parsed at every look.
const query = window.matchMedia(QUERY);

function subscribe(changed: () => void): () => void {
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Returns whether things must not move, by the person's wish here or in their system. */
export function useReducedMotion(): boolean {
  const wished = usePreferences((preferences) => preferences.motion === "reduced");
  const system = useSyncExternalStore(subscribe, () => query.matches);
  return wished || system;
}
