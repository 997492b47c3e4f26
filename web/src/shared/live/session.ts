/** The room's session for the screens below `RoomPage`. */
import { createContext, useContext, useEffect, useState } from "react";
import { useStore } from "zustand";
import { currentToken } from "@/shared/account/account";
import { currentLang } from "@/shared/i18n/texts";
import { openRoomSession, type RoomNews, type RoomSession } from "@/shared/room/room_store";
import { browserSurroundings } from "@/shared/socket/surroundings";
import type { Room, You } from "@/shared/wire/socket.gen";

const SessionContext = createContext<RoomSession | null>(null);
export const SessionProvider = SessionContext.Provider;

/** Opens a session for as long as the page stands; `attempt` makes a fresh one. */
export function useOpenSession(roomId: string, invitation: string, attempt: number): RoomSession | null {
  const [session, setSession] = useState<RoomSession | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt is a reason of its own
  useEffect(() => {
    const { protocol, host } = window.location;
    const opened = openRoomSession(browserSurroundings(), {
      url: `${protocol === "https:" ? "wss" : "ws"}://${host}/ws`,
      room: roomId,
      invitation,
      lang: currentLang(),
      token: currentToken,
    });
    setSession(opened);
    const nudge = () => {
      if (document.visibilityState === "visible") opened.nudge();
    };
    document.addEventListener("visibilitychange", nudge);
    // After the browser had frozen the page.
    document.addEventListener("resume", nudge);
    window.addEventListener("online", nudge);
    window.addEventListener("pageshow", nudge);
    return () => {
      document.removeEventListener("visibilitychange", nudge);
      document.removeEventListener("resume", nudge);
      window.removeEventListener("online", nudge);
      window.removeEventListener("pageshow", nudge);
      opened.stop();
    };
  }, [roomId, invitation, attempt]);
  return session;
}

export function useSession(): RoomSession {
  const session = useContext(SessionContext);
  if (!session) throw new Error("useSession stands outside a room");
  return session;
}

/** Reads the session's news; the component is drawn again when what it picks has changed. */
export function useNews<T>(pick: (news: RoomNews) => T): T {
  return useStore(useSession().store, pick);
}

/** The room. Screens below `RoomPage` are drawn only when there is one. */
export function useRoom(): Room {
  const room = useNews((news) => news.room);
  if (!room) throw new Error("useRoom stands above the welcome");
  return room;
}

export function useYou(): You {
  const you = useNews((news) => news.you);
  if (!you) throw new Error("useYou stands above the welcome");
  return you;
}

/** Reads one part of the room; the component is drawn again when that part has changed. */
export function useRoomPart<T>(pick: (room: Room) => T): T {
  return useNews((news) => {
    if (!news.room) throw new Error("useRoomPart stands above the welcome");
    return pick(news.room);
  });
}
