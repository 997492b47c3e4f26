/** What the home page tells of finished interviews: a few figures of each report, fetched one after the other. */
import type { Company, JobRole, ReportDocument } from "@/shared/wire/http.gen";

export interface PastResult {
  roomId: string;
  company: Company | null;
  role: JobRole | null;
  /** ms since the Unix epoch. */
  at: number;
  /** 0-100; null for an observer, or without a scored answer. */
  total: number | null;
  /** 1 is best; null for an observer. */
  rank: number | null;
  candidates: number;
  drill: string;
}

/** Returns what is told of one report. */
export function pastResult({ report }: ReportDocument): PastResult {
  return {
    roomId: report.room_id,
    company: report.company,
    role: report.role,
    at: report.finished_at ?? report.latest_at,
    total: report.result?.total ?? null,
    rank: report.result?.rank ?? null,
    candidates: report.candidates.length,
    drill: report.feedback?.drill ?? "",
  };
}

export interface TrendPoint {
  result: PastResult;
  total: number;
  /** Place in the drawing, 0-1 from the left and from the top. */
  x: number;
  y: number;
}

/** Returns the scored results, oldest first, with their places in the drawing. */
export function trendOf(results: readonly PastResult[]): readonly TrendPoint[] {
  const scored = results.flatMap((result) =>
    result.total === null ? [] : [{ result, total: result.total }],
  );
  scored.sort((one, other) => one.result.at - other.result.at);
  const last = Math.max(1, scored.length - 1);
  return scored.map((point, index) => ({ ...point, x: index / last, y: 1 - point.total / 100 }));
}

/** Returns how many points the latest result gained on the one before; null with fewer than two. */
export function latestGain(trend: readonly TrendPoint[]): number | null {
  const [latest, before] = [trend.at(-1), trend.at(-2)];
  return latest && before ? latest.total - before.total : null;
}
