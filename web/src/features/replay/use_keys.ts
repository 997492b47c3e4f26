import { useEffect } from "react";
import { belongsToComposing } from "@/shared/ui/composing";
import type { Player } from "./player";

/** Space plays and pauses, the arrows step: anywhere on the page, but where a key already means something. */
export function useReplayKeys({ standing, move }: Player): void {
  const { playing } = standing;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (belongsToComposing(event) || event.ctrlKey || event.metaKey || event.altKey) return;
      const target = event.target instanceof Element ? event.target : document.body;
      if (event.key === " ") {
        if (target.closest("button, a, summary, select, textarea, [role=radio], input:not([type=range])"))
          return;
        move({ kind: "playing", playing: !playing });
      } else if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        if (target.closest("select, textarea, [role=radio], input:not([type=range])")) return;
        move({ kind: "step", by: event.key === "ArrowRight" ? 1 : -1 });
      } else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [playing, move]);
}
