import { type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { useReducedMotion } from "@/shared/preferences/motion";

const MOVE_MS = 450;

type Places = ReadonlyMap<string, number>;

/** Where each child is: all reading at once, so that the page is laid out once. */
function look(list: HTMLElement | null): [HTMLElement, string, number][] {
  const children = [...(list?.children ?? [])].filter((child) => child instanceof HTMLElement);
  return children.map((child) => [child, child.dataset.seat ?? "", child.offsetTop]);
}

/** Lets the children of a list, each with a `data-seat`, glide to a new place when their order has changed. */
export function useGliding(list: RefObject<HTMLElement | null>, order: string): void {
  const still = useReducedMotion();
  const places = useRef<Places | null>(null);
  // The list has come just now, and whoever opened it waits: where its children are is asked once they are seen.
  useEffect(() => {
    const timer = setTimeout(() => {
      places.current = new Map(look(list.current).map(([, seat, top]) => [seat, top]));
    });
    return () => clearTimeout(timer);
  }, [list]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order is what moves them
  useLayoutEffect(() => {
    const { current: before } = places;
    if (!before) return;
    const now = look(list.current);
    for (const [child, seat, top] of still ? [] : now) {
      const from = before.get(seat);
      if (from === undefined || from === top) continue;
      child.animate([{ transform: `translateY(${from - top}px)` }, { transform: "none" }], {
        duration: MOVE_MS,
        easing: "cubic-bezier(0.2, 0.8, 0.2, 1)",
      });
    }
    places.current = new Map(now.map(([, seat, top]) => [seat, top]));
  }, [order, still]);
}
