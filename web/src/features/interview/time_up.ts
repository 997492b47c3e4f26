import { useEffect, useState } from "react";
import { useNews, useRoomPart, useSession } from "@/shared/live/session";

/**
 * Returns whether a turn's time is over by the server's clock. While the line is lost it never is: the server
 * gives that time back.
 */
export function useTimeUp(deadline: number | null): boolean {
  const { serverNow } = useSession();
  const paused = useRoomPart((room) => room.paused !== null);
  const live = useNews((news) => news.line.phase === "live");
  const running = deadline !== null && !paused && live;
  const [up, setUp] = useState(false);
  useEffect(() => {
    setUp(false);
    if (!running) return;
    const timer = setTimeout(() => setUp(true), Math.max(0, deadline - serverNow()));
    return () => clearTimeout(timer);
  }, [running, deadline, serverNow]);
  return up;
}
