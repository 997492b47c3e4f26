import { useCallback, useEffect, useRef } from "react";
import { useSession } from "@/shared/live/session";

const EVERY_MS = 3_000;

/** Returns how to tell the others that one is typing: seldom enough for the line, and taken back at the end. */
export function useTypingSign(): () => void {
  const session = useSession();
  const told = useRef(0);
  useEffect(
    () => () => {
      if (told.current > 0) session.signal("idle");
    },
    [session],
  );
  return useCallback(() => {
    const now = Date.now();
    if (now - told.current < EVERY_MS) return;
    told.current = now;
    session.signal("typing");
  }, [session]);
}
