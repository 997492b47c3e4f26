import { useSyncExternalStore } from "react";
import { usePreferences } from "./preferences";

const QUERY = "(prefers-reduced-motion: reduce)";

function subscribe(changed: () => void): () => void {
  const query = window.matchMedia(QUERY);
  query.addEventListener("change", changed);
  return () => query.removeEventListener("change", changed);
}

/** Returns whether things must not move, by the person's wish here or in their system. */
export function useReducedMotion(): boolean {
  const wished = usePreferences((preferences) => preferences.motion === "reduced");
  const system = useSyncExternalStore(subscribe, () => window.matchMedia(QUERY).matches);
  return wished || system;
}
