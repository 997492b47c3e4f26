/** The lines of the rank timeline, as points of a drawing. */
import type { InterviewReport } from "@/shared/wire/http.gen";

export interface RankLine {
  seatId: string;
  /** Place in the timeline from 0, and the rank there. */
  points: readonly { at: number; rank: number }[];
  /** Where the name stands: a rank's height, moved so that no two names meet. */
  labelAt: number;
}

/** How wide letters are drawn at 14 px, in px: a Korean one fills a square, others about half of one. */
const SQUARE = 14;
const NARROW = 8;
const FIRST_SQUARE = 0x1100;

/** Returns about how wide a name is drawn, in px. */
export function nameWidth(name: string): number {
  return Array.from(name).reduce(
    (sum, letter) => sum + ((letter.codePointAt(0) ?? 0) < FIRST_SQUARE ? NARROW : SQUARE),
    0,
  );
}

/** Returns as much of a name as can be drawn in so many px. */
export function shortened(name: string, room: number): string {
  if (nameWidth(name) <= room) return name;
  const letters = Array.from(name);
  while (letters.length > 1 && nameWidth(letters.join("")) > room - SQUARE) letters.pop();
  return `${letters.join("").trimEnd()}…`;
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
