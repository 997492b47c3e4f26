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

/** How long a past stays at hand that nobody looks at, so that going back to a seat takes no time. */
const KEPT_MS = 3_600_000;

/**
 * Asks for a room's past.
 *
 * @param seat From where it is seen; empty for one's own place.
 */
export function usePast(roomId: string, seat: string) {
  return useQuery({
    queryKey: ["replay", roomId, seat],
    queryFn: ({ signal }) => wholePast(roomId, seat, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: KEPT_MS,
    retry: (failures, error) => failures < 3 && mayPass(error),
    retryDelay: (failures, error) =>
      (error instanceof ApiProblem && error.retryAfterMs) || 1_000 * 2 ** failures,
  });
}

async function wholePast(roomId: string, seat: string, signal: AbortSignal): Promise<Past> {
  const first = await page(roomId, seat, 0, signal);
  const events = [...first.events];
  for (let after = first.next_after; after !== null; ) {
    const next = await page(roomId, seat, after, signal);
    events.push(...next.events);
    after = next.next_after;
  }
  return { seatId: first.seat_id, ownSeatId: first.own_seat_id, start: first.start, events };
}

function page(roomId: string, seat: string, after: number, signal: AbortSignal): Promise<Page> {
  const from = seat && `&seat=${encodeURIComponent(seat)}`;
  return request<Page>(`/api/rooms/${roomId}/replay?after=${after}${from}`, { signal });
}

function mayPass(error: Error): boolean {
  return error instanceof ApiProblem && (error.offline || error.status >= 500 || error.status === 429);
}
