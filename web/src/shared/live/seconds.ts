import { useEffect, useState } from "react";
import { useSession } from "./session";

/** Returns how many whole seconds are left until an instant of the server's clock; drawn again once a second. */
export function useSecondsUntil(instant: number | null): number | null {
  const { serverNow } = useSession();
  const read = () => (instant === null ? null : Math.max(0, Math.ceil((instant - serverNow()) / 1000)));
  const [seconds, setSeconds] = useState(read);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const look = () => {
      const left = instant === null ? null : Math.max(0, instant - serverNow());
      setSeconds(left === null ? null : Math.ceil(left / 1000));
      if (left) timer = setTimeout(look, left % 1000 || 1000);
    };
    look();
    return () => clearTimeout(timer);
  }, [instant, serverNow]);
  return seconds;
}

/** Returns "1:05". */
export function clockFace(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
