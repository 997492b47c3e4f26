/** What does not fit its window: words that are cut or broken, and whatever makes the page scroll sideways. */
import type { Page } from "playwright-core";

/** Returns what is cut, broken or sticks out, one line each; empty when everything fits. */
export async function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const shown = document.documentElement.clientWidth;
    const name = (element: Element) =>
      `<${element.tagName.toLowerCase()} class="${element.getAttribute("class")}"> ${element.textContent?.slice(0, 40)}`;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > shown) {
      found.push(`the page is ${document.documentElement.scrollWidth} px wide in ${shown}`);
    }
    const within = (
      element: Element,
      holds: (at: Element, style: CSSStyleDeclaration) => boolean,
    ): boolean => {
      for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
        if (holds(at, getComputedStyle(at))) return true;
      }
      return false;
    };
    const unseen = (element: Element) =>
      within(
        element,
        (at, { position }) => at.matches(".sr-only") || (position === "absolute" && at.clientWidth <= 1),
      );
    /** Inside of something that is meant to be scrolled, or that only screen readers read. */
    const excused = (element: Element) =>
      unseen(element) || within(element, (_, { overflowX }) => /auto|scroll/.test(overflowX));
    for (const element of document.body.querySelectorAll("*")) {
      if (!element.checkVisibility() || element.closest("svg") || excused(element)) continue;
      const { right, left, width } = element.getBoundingClientRect();
      if (width > 0 && (right > shown + 1 || left < -1)) found.push(`sticks out: ${name(element)}`);
      const { overflowX } = getComputedStyle(element);
      const cut = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
      if (cut) found.push(`is cut: ${name(element)}`);
      // A button whose words are wider than itself.
      const spills = overflowX === "visible" && element.matches("button, a, label, [role=tab], [role=radio]");
      if (spills && element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 1) {
        found.push(`spills: ${name(element)}`);
      }
    }
    const words = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let text = words.nextNode(); text; text = words.nextNode()) {
      const { parentElement: element } = text;
      // What can be scrolled has no reason to break a word.
      if (!element?.checkVisibility() || unseen(element) || element.matches("textarea, script, style"))
        continue;
      for (const { index, 0: word } of (text.textContent ?? "").matchAll(/[\p{L}\p{N}]+/gu)) {
        const range = document.createRange();
        range.setStart(text, index);
        range.setEnd(text, index + word.length);
        const tops = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
        if (tops.size > 1) found.push(`is broken: ${word} in ${name(element)}`);
      }
    }
    return found;
  });
}

/** Waits until what the page does about the last touch or message is drawn. */
export async function drawn(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))),
  );
}

/** More than any page has. */
const MOST_STOPS = 150;

/** Goes through a page by keyboard and returns what has the focus and can't be seen, since a bar stands before it. */
export async function covered(page: Page): Promise<string[]> {
  const found: string[] = [];
  let stops = 0;
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  for (const key of ["Tab", "Shift+Tab"]) {
    const seen = new Set<string>();
    for (let stop = 0; stop < MOST_STOPS; stop += 1) {
      await page.keyboard.press(key);
      await drawn(page);
      const at = await page.evaluate(() => {
        const { activeElement: element } = document;
        if (!element || element === document.body) return null;
        const { left, top, width, height } = element.getBoundingClientRect();
        const name = `${element.tagName.toLowerCase()} ${element.getAttribute("aria-label") ?? element.textContent?.slice(0, 40)} at ${left.toFixed(0)}, ${(top + window.scrollY).toFixed(0)}`;
        // What is drawn by its neighbour has no room of its own.
        if (width <= 1 || height <= 1) return { name, hidden: false };
        const hidden = [0.1, 0.5, 0.9].every((part) => {
          const shown = document.elementFromPoint(left + width / 2, top + height * part);
          return !shown || !(element.contains(shown) || shown.contains(element));
        });
        return { name, hidden };
      });
      if (!at) break;
      if (seen.has(at.name)) continue;
      seen.add(at.name);
      if (at.hidden) found.push(`${key}: ${at.name}`);
    }
    stops += seen.size;
  }
  if (stops < 10) throw new Error(`the keyboard came to ${stops} places: the page was not gone through`);
  return found;
}
