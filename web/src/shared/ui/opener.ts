import { useRef } from "react";

let pressed: Element | null = null;

// Safari gives a button that is clicked no focus: what was pressed is all that tells what opened a dialog.
document.addEventListener(
  "pointerdown",
  ({ target }) => {
    pressed = target instanceof Element ? target.closest("button, a, summary") : null;
  },
  { capture: true },
);

/** Gives the focus back, once a dialog is closed, to what opened it; to the page where that is gone. */
export function useOpener(): { note: () => void; giveBack: (event: Event) => void } {
  const opener = useRef<HTMLElement | null>(null);
  return {
    note: () => {
      const { activeElement: focused } = document;
      const by = pressed && focused?.contains(pressed) ? pressed : focused;
      opener.current = by instanceof HTMLElement ? by : null;
    },
    giveBack: (event) => {
      // The dialog would look for a trigger of its own kind, and ours are plain buttons.
      event.preventDefault();
      const back = opener.current?.isConnected ? opener.current : document.getElementById("content");
      back?.focus();
    },
  };
}
