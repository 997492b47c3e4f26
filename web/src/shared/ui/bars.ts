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
