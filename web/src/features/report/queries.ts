/** What the report asks the server. */
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import type { InterviewReport, ReportDocument, RoomSeenShape } from "@/shared/wire/http.gen";

const AGAIN_MS = 4_000;

const reportKey = (roomId: string) => ["report", roomId];

/** A report costs the server seconds of computing: it is asked for again only while something is still to come. */
export function useReport(roomId: string) {
  return useQuery({
    queryKey: reportKey(roomId),
    queryFn: async ({ signal }) =>
      (await request<ReportDocument>(`/api/rooms/${roomId}/results`, { signal })).report,
    staleTime: 60_000,
    retry: (failures, error) => failures < 3 && mayPass(error),
    retryDelay: (failures, error) =>
      (error instanceof ApiProblem && error.retryAfterMs) || 1_000 * 2 ** failures,
    refetchInterval: (query) => (query.state.data && isStillComing(query.state.data) ? AGAIN_MS : false),
  });
}

/** Returns whether the panel still judges, or feedback is being written. */
export function isStillComing(report: InterviewReport): boolean {
  return report.stage === "deliberation";
}

export function useRoomSeen(roomId: string) {
  return useQuery({
    queryKey: ["room", roomId],
    queryFn: ({ signal }) => request<RoomSeenShape>(`/api/rooms/${roomId}`, { signal }),
    staleTime: 60_000,
  });
}

/** The report of the room that this one was forked from; nothing is asked without one. */
export function useParentReport(roomId: string | null) {
  return useQuery({
    queryKey: reportKey(roomId ?? ""),
    queryFn: async ({ signal }) =>
      (await request<ReportDocument>(`/api/rooms/${roomId}/results`, { signal })).report,
    staleTime: Number.POSITIVE_INFINITY,
    enabled: roomId !== null,
  });
}

export function forgetRoom(queries: QueryClient, roomId: string): void {
  queries.removeQueries({ queryKey: reportKey(roomId) });
  queries.removeQueries({ queryKey: ["room", roomId] });
  void queries.invalidateQueries({ queryKey: ["rooms"] });
}

function mayPass(error: Error): boolean {
  return error instanceof ApiProblem && (error.offline || error.status >= 500 || error.status === 429);
}
