/** Bars that stand before a page, at its top or its bottom: what one comes to by keyboard or by a link isn't under one. */
import { type RefObject, useEffect, useRef } from "react";

type Edge = "top" | "bottom";

/**
 * Tells the styles how high a bar is, as `--bar-top` and `--bar-bottom`: words wrap there, and notices come and go.
 * Where it stands at no edge, as on a wide window, it takes nothing.
 */
export function useBar<E extends HTMLElement>(edge: Edge): RefObject<E | null> {
  const bar = useRef<E>(null);
  useEffect(() => {
    const { current } = bar;
    if (!current) return;
    const { style } = document.documentElement;
    const watch = new ResizeObserver(() => {
      const stands = getComputedStyle(current)[edge] === "0px";
      style.setProperty(`--bar-${edge}`, stands ? `${current.offsetHeight}px` : "0px");
    });
    watch.observe(current);
    return () => {
      watch.disconnect();
      style.removeProperty(`--bar-${edge}`);
    };
  }, [edge]);
  return bar;
}

/** Returns how much of the window a bar takes at an edge, in px. */
export function barHeight(edge: Edge): number {
  return Number.parseFloat(document.documentElement.style.getPropertyValue(`--bar-${edge}`)) || 0;
}

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
