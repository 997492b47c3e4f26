import { useEffect, useState } from "react";
import { useRoomPart, useSession } from "@/shared/live/session";

/** Returns whether less than so much is left until a deadline by the server's clock; never while it stands still. */
export function useLate(deadline: number | null, lastMs: number): boolean {
  const { serverNow } = useSession();
  const paused = useRoomPart((room) => room.paused !== null);
  const running = deadline !== null && !paused;
  const [late, setLate] = useState(() => running && deadline - serverNow() <= lastMs);
  useEffect(() => {
    if (!running) {
      setLate(false);
      return;
    }
    const left = deadline - serverNow() - lastMs;
    setLate(left <= 0);
    if (left <= 0) return;
    const timer = setTimeout(() => setLate(true), left);
    return () => clearTimeout(timer);
  }, [running, deadline, serverNow, lastMs]);
  return late;
}
