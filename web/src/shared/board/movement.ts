import { type RefObject, useLayoutEffect, useRef } from "react";
import { useReducedMotion } from "@/shared/preferences/motion";

const MOVE_MS = 450;

/** Lets the children of a list, each with a `data-seat`, glide to a new place when their order has changed. */
export function useGliding(list: RefObject<HTMLElement | null>, order: string): void {
  const still = useReducedMotion();
  const places = useRef(new Map<string, number>());
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new order is what moves them
  useLayoutEffect(() => {
    const children = [...(list.current?.children ?? [])].filter((child) => child instanceof HTMLElement);
    // All reading before all writing, so that the page is laid out once.
    const now = children.map((child) => [child, child.dataset.seat ?? "", child.offsetTop] as const);
    for (const [child, seat, top] of still ? [] : now) {
      const before = places.current.get(seat);
      if (before === undefined || before === top) continue;
      child.animate([{ transform: `translateY(${before - top}px)` }, { transform: "none" }], {
        duration: MOVE_MS,
        easing: "cubic-bezier(0.2, 0.8, 0.2, 1)",
      });
    }
    places.current = new Map(now.map(([, seat, top]) => [seat, top]));
  }, [order, still]);
}
