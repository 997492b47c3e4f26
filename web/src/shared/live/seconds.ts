import { useEffect, useState } from "react";
import { useSession } from "./session";

const EVERY_MS = 200;

/** Returns how many whole seconds are left until an instant of the server's clock; drawn again once a second. */
export function useSecondsUntil(instant: number | null): number | null {
  const { serverNow } = useSession();
  const read = () => (instant === null ? null : Math.max(0, Math.ceil((instant - serverNow()) / 1000)));
  const [seconds, setSeconds] = useState(read);
  useEffect(() => {
    const look = () =>
      setSeconds(instant === null ? null : Math.max(0, Math.ceil((instant - serverNow()) / 1000)));
    look();
    if (instant === null) return;
    const timer = setInterval(look, EVERY_MS);
    return () => clearInterval(timer);
  }, [instant, serverNow]);
  return seconds;
}

/** Returns "1:05". */
export function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
