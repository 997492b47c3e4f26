/** The board's rows with everything that is said beside them. */
import { findTurn } from "@/shared/room/selectors";
import type { Board, BoardRow, Company, Criterion, Room } from "@/shared/wire/socket.gen";

/** In the order of the wire's `levels`. */
export const CRITERIA: readonly Criterion[] = [
  "relevance",
  "evidence",
  "structure",
  "reasoning",
  "reflection",
];

export interface BoardLine {
  row: BoardRow;
  name: string;
  company: Company | null;
  mine: boolean;
  /** Others stand at the same rank. */
  tied: boolean;
  /** Numbers of the questions that moved the rank, each once, in order. */
  because: readonly number[];
}

type Seen = Pick<Room, "seats" | "rounds" | "current">;

/**
 * Returns how to read a board's lines again and again: a line that says what it said before is the same object,
 * and so is the whole list, so that only what has changed is drawn anew.
 */
export function linesReader(): (room: Seen, board: Board, me: string) => readonly BoardLine[] {
  let from: readonly unknown[] = [];
  let lines: readonly BoardLine[] = [];
  return (room, board, me) => {
    const now = [room.seats, room.rounds, room.current, board, me];
    if (now.every((part, index) => part === from[index])) return lines;
    from = now;
    const before = new Map(lines.map((line) => [line.row.seat_id, line]));
    const next = boardLines(room, board, me).map((line) => {
      const old = before.get(line.row.seat_id);
      return old && sameLine(old, line) ? old : line;
    });
    if (next.length !== lines.length || next.some((line, index) => line !== lines[index])) lines = next;
    return lines;
  };
}

function sameLine(one: BoardLine, other: BoardLine): boolean {
  return (
    one.name === other.name &&
    one.company === other.company &&
    one.mine === other.mine &&
    one.tied === other.tied &&
    one.because.join() === other.because.join() &&
    // Every new board comes with rows of its own, most of which say the same.
    (one.row === other.row || JSON.stringify(one.row) === JSON.stringify(other.row))
  );
}

/** Returns the lines of a board, best first. */
export function boardLines(room: Seen, board: Board, me: string): BoardLine[] {
  return board.rows.map((row) => {
    const seat = room.seats.find((one) => one.seat_id === row.seat_id);
    const numbers = row.because.flatMap((turnId) => findTurn(room, turnId)?.number ?? []);
    return {
      row,
      name: seat?.name ?? "",
      company: seat?.company ?? null,
      mine: row.seat_id === me,
      tied: board.rows.some((other) => other !== row && other.rank === row.rank),
      because: [...new Set(numbers)].toSorted((one, other) => one - other),
    };
  });
}

/** Returns whether who stands higher has more points too, as everybody expects; duels may have it otherwise. */
export function inOrderOfPoints(rows: readonly Pick<BoardRow, "total">[]): boolean {
  const totals = rows.flatMap((row) => row.total ?? []);
  return totals.every((total, place) => place === 0 || total <= (totals[place - 1] ?? total));
}
