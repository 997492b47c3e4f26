/** Fetching a room's past, page by page. */
import { useQuery } from "@tanstack/react-query";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import type { RoomEvent } from "@/shared/socket/frames";
import type { ReplayShape } from "@/shared/wire/http.gen";
import type { Room } from "@/shared/wire/socket.gen";
import type { Past } from "./recording";

/** The HTTP document knows an event's data as any JSON; it is the socket's event, word for word. */
type Page = Omit<ReplayShape, "start" | "events"> & { start: Room; events: RoomEvent[] };

export function usePast(roomId: string) {
  return useQuery({
    queryKey: ["replay", roomId],
    queryFn: ({ signal }) => wholePast(roomId, signal),
    staleTime: Number.POSITIVE_INFINITY,
    retry: (failures, error) => failures < 3 && mayPass(error),
    retryDelay: (failures, error) =>
      (error instanceof ApiProblem && error.retryAfterMs) || 1_000 * 2 ** failures,
  });
}

async function wholePast(roomId: string, signal: AbortSignal): Promise<Past> {
  const first = await page(roomId, 0, signal);
  const events = [...first.events];
  for (let after = first.next_after; after !== null; ) {
    const next = await page(roomId, after, signal);
    events.push(...next.events);
    after = next.next_after;
  }
  return { seatId: first.seat_id, start: first.start, events };
}

function page(roomId: string, after: number, signal: AbortSignal): Promise<Page> {
  return request<Page>(`/api/rooms/${roomId}/replay?after=${after}`, { signal });
}

function mayPass(error: Error): boolean {
  return error instanceof ApiProblem && (error.offline || error.status >= 500 || error.status === 429);
}
