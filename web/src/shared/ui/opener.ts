import { useRef } from "react";

/** Gives the focus back, once a dialog is closed, to what opened it; to the page where that is gone. */
export function useOpener(): { note: () => void; giveBack: (event: Event) => void } {
  const opener = useRef<HTMLElement | null>(null);
  return {
    note: () => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    giveBack: (event) => {
      // The dialog would look for a trigger of its own kind, and ours are plain buttons.
      event.preventDefault();
      const back = opener.current?.isConnected ? opener.current : document.getElementById("content");
      back?.focus();
    },
  };
}
