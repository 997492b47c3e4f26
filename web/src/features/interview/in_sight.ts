/** Keeps in sight what one has to see next, on phones above all: nobody is left before an empty part of the page. */
import { type RefObject, useEffect, useRef } from "react";
import { barHeight } from "@/shared/ui/bars";

/** How much of the window, from the top, counts as in sight. */
const UPPER = 0.7;

/** Scrolls to an element unless it begins in the upper part of the window, below the bar that stands there. */
export function bringIntoSight(element: HTMLElement | null): void {
  if (!element) return;
  const { top } = element.getBoundingClientRect();
  if (top < barHeight("top") || top > window.innerHeight * UPPER) element.scrollIntoView({ block: "start" });
}

/**
 * Brings a field out from under what stands before it, for whoever comes to it by keyboard: browsers show no more of it
 * than the line with the cursor, and know of the page's bars alone.
 */
export function uncover(field: HTMLElement, cover: HTMLElement | null): void {
  const { top, bottom, height } = field.getBoundingClientRect();
  const free = bottom - Math.max(top, cover?.getBoundingClientRect().bottom ?? 0);
  if (free < height / 2) field.scrollIntoView({ block: "start" });
}

/**
 * Brings the question and who answers it into sight when a new one is asked, and when one's own answer is given: the
 * field that stood there goes, and the window would be left before whatever moves up. Whoever writes elsewhere is left
 * alone.
 */
export function useQuestionInSight(
  roundId: string | undefined,
  answering: boolean,
): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef({ roundId, answering });
  useEffect(() => {
    const was = before.current;
    before.current = { roundId: roundId ?? was.roundId, answering };
    if (!(was.answering && !answering) && (!roundId || roundId === was.roundId)) return;
    const { activeElement: at } = document;
    if (!at || at === document.body || at.matches("[data-floor]")) bringIntoSight(place.current);
  }, [roundId, answering]);
  return place;
}

/**
 * Keeps what belongs to a field in sight while a phone's keyboard covers half of the window: the whole of it stands
 * at the top, since browsers bring no more than the line with the cursor above the keyboard.
 */
export function useAboveKeyboard(
  field: RefObject<HTMLElement | null>,
  around: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const { visualViewport: shown } = window;
    if (!shown) return;
    let before = shown.height;
    const fit = () => {
      const smaller = shown.height < before;
      before = shown.height;
      if (!smaller || document.activeElement !== field.current || !around.current) return;
      const { bottom } = around.current.getBoundingClientRect();
      if (bottom > shown.offsetTop + shown.height) around.current.scrollIntoView({ block: "start" });
    };
    shown.addEventListener("resize", fit);
    return () => shown.removeEventListener("resize", fit);
  }, [field, around]);
}
