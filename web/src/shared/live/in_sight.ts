import { type RefObject, useEffect } from "react";
import { barHeight } from "@/shared/ui/bars";

/** Keeps a field that one writes in where it can be seen while what stands above it grows. */
export function useStaysInSight(
  field: RefObject<HTMLElement | null>,
  above: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const { current: growing } = above;
    if (!growing) return;
    let height = growing.offsetHeight;
    const watch = new ResizeObserver(() => {
      const grown = growing.offsetHeight - height;
      height = growing.offsetHeight;
      const at = document.activeElement;
      if (grown <= 0 || !at || !field.current?.contains(at)) return;
      const { bottom } = at.getBoundingClientRect();
      const [highest, lowest] = [barHeight("top"), window.innerHeight - barHeight("bottom")];
      // Whoever has scrolled elsewhere, up or down, stays there.
      if (bottom > highest && bottom - grown <= lowest) at.scrollIntoView({ block: "nearest" });
    });
    watch.observe(growing);
    return () => watch.disconnect();
  }, [field, above]);
}
