/** What the home page asks the server. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { useAccount } from "@/shared/account/account";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import { inTab } from "@/shared/kept/kept";
import type { ReportDocument, RoomCard, RoomList } from "@/shared/wire/http.gen";
import { type PastResult, pastResult } from "./past_results";

/** Reports cost the server seconds of computing, and each person has a pace for them. */
export const MOST_RESULTS = 8;
const LOBBY_EVERY_MS = 20_000;

/** Fetched anew at every visit: whoever comes home from an interview looks for it there. */
export function useMyRooms() {
  const userId = useAccount((state) => state.account?.userId ?? "");
  return useQuery({
    queryKey: ["rooms", "mine", userId],
    queryFn: ({ signal }) => request<RoomList>("/api/rooms?limit=100", { signal }),
    staleTime: 0,
    enabled: userId !== "",
  });
}

export function usePublicRooms() {
  const userId = useAccount((state) => state.account?.userId ?? "");
  return useQuery({
    queryKey: ["rooms", "public", userId],
    queryFn: ({ signal }) => request<RoomList>("/api/rooms/public?limit=30", { signal }),
    enabled: userId !== "",
    refetchInterval: LOBBY_EVERY_MS,
  });
}

/** The results of finished rooms, in the rooms' order; a finished interview's never change. */
export function usePastResults(rooms: readonly RoomCard[]) {
  const userId = useAccount((state) => state.account?.userId ?? "");
  return useQueries({
    queries: rooms.map((room) => ({
      queryKey: ["past result", userId, room.room_id],
      queryFn: () => kept(`interview.result.${userId}.${room.room_id}`, () => inTurn(() => fetched(room))),
      staleTime: Number.POSITIVE_INFINITY,
      retry: (failures: number, error: Error) => failures < 3 && mayPass(error),
      retryDelay: (failures: number, error: Error) =>
        (error instanceof ApiProblem && error.retryAfterMs) || 1_000 * 2 ** failures,
    })),
  });
}

function mayPass(error: Error): boolean {
  return error instanceof ApiProblem && (error.offline || error.status >= 500 || error.status === 429);
}

async function fetched(room: RoomCard): Promise<PastResult> {
  return pastResult(await request<ReportDocument>(`/api/rooms/${room.room_id}/results`));
}

/** Keeps a value for as long as the tab lives, so that a reload computes no report again. */
async function kept(key: string, make: () => Promise<PastResult>): Promise<PastResult> {
  const held = inTab.getItem(key);
  if (held) return JSON.parse(held) as PastResult;
  const made = await make();
  inTab.setItem(key, JSON.stringify(made));
  return made;
}

let tail: Promise<unknown> = Promise.resolve();

function inTurn<T>(task: () => Promise<T>): Promise<T> {
  const done = tail.then(task, task);
  tail = done.catch(() => undefined);
  return done;
}
