/** The lines of the rank timeline, as points of a drawing. */
import type { InterviewReport } from "@/shared/wire/http.gen";

export interface RankLine {
  seatId: string;
  /** Place in the timeline from 0, and the rank there. */
  points: readonly { at: number; rank: number }[];
  /** Where the name stands: a rank's height, moved so that no two names meet. */
  labelAt: number;
}

/** Returns a line for each candidate who has ever had a score; the one whose report it is comes last, on top. */
export function rankLines(report: InterviewReport): RankLine[] {
  const lines = report.candidates.flatMap((seat) => {
    const points = report.timeline.flatMap((moment, at) => {
      const place = moment.places.find((one) => one.seat_id === seat.seat_id);
      return place && place.total !== null ? [{ at, rank: place.rank }] : [];
    });
    return points.length > 0 ? [{ seatId: seat.seat_id, points, labelAt: 0 }] : [];
  });
  return withLabels(lines).toSorted(
    (one, other) => Number(one.seatId === report.seat_id) - Number(other.seatId === report.seat_id),
  );
}

/** Tied candidates end at one height: their names take the free heights below it, or above at the bottom. */
function withLabels(lines: readonly RankLine[]): RankLine[] {
  const byRank = lines.toSorted((one, other) => lastRank(one) - lastRank(other));
  let free = 1;
  const placed = byRank.map((line) => {
    const labelAt = Math.max(free, lastRank(line));
    free = labelAt + 1;
    return { ...line, labelAt };
  });
  let most = lines.length;
  return placed
    .toReversed()
    .map((line) => {
      const labelAt = Math.min(line.labelAt, most);
      most = labelAt - 1;
      return { ...line, labelAt };
    })
    .toReversed();
}

function lastRank(line: RankLine): number {
  return line.points.at(-1)?.rank ?? 1;
}
