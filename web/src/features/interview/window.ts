/** What the interview asks of the window around it. */
import { useEffect } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { useWindowTitle } from "@/shared/ui/window_title";
import { useWords } from "@/shared/words/texts";
import { ownOpenTurn } from "./parts";
import { useInterviewTexts } from "./texts";

/** Says in the tab's title when it is one's turn, for whoever looks at another tab. */
export function useTitle(): void {
  const t = useInterviewTexts();
  const words = useWords();
  const me = useYou().seat_id;
  const mine = useRoomPart((room) => ownOpenTurn(room, me) !== undefined);
  const stage = useRoomPart((room) => room.stage);
  const title = mine ? t("titleMine") : words(`stage.${stage}`);
  useWindowTitle(title);
}

/** Keeps a phone's screen on while others speak; where that is not possible it stays as it is. */
export function useScreenOn(): void {
  useEffect(() => {
    let held: WakeLockSentinel | null = null;
    let over = false;
    const hold = async (): Promise<void> => {
      if (document.visibilityState !== "visible" || !("wakeLock" in navigator)) return;
      try {
        held = await navigator.wakeLock.request("screen");
        if (over) await held.release();
      } catch {
        // Low battery, or not allowed.
      }
    };
    const again = () => void hold();
    again();
    // The browser lets go of it whenever the page is hidden.
    document.addEventListener("visibilitychange", again);
    return () => {
      over = true;
      document.removeEventListener("visibilitychange", again);
      void held?.release().catch(() => undefined);
    };
  }, []);
}
