import { type RefObject, useEffect, useRef } from "react";

/** Tells the styles below how high the bar at the top is, as `--bar`: words wrap there, and notices come and go. */
export function useBarHeight(): RefObject<HTMLDivElement | null> {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const { current } = bar;
    if (!current) return;
    const watch = new ResizeObserver(() =>
      current.parentElement?.style.setProperty("--bar", `${current.offsetHeight}px`),
    );
    watch.observe(current);
    return () => watch.disconnect();
  }, []);
  return bar;
}
