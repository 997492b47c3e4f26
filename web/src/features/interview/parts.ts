/** Small questions that several parts of the screen ask. */
import type { QuestionKind, Room, Seat, Turn } from "@/shared/wire/socket.gen";

/** Kinds that press harder than others stand out on the card. */
export const PRESSING: ReadonlySet<QuestionKind> = new Set(["pressure", "follow_up", "cross_reference"]);

export type TurnWord =
  | "waiting"
  | "open"
  | "speaking"
  | "preparing"
  | "writing"
  | "answered"
  | "timed_out"
  | "skipped"
  | "abandoned"
  | "void";

/** Returns what to call a turn's state in front of people. */
export function turnWord(turn: Turn, seat: Seat | undefined, simultaneous: boolean): TurnWord {
  if (turn.outcome) return turn.outcome;
  if (turn.state === "waiting") return "waiting";
  if (simultaneous) return "writing";
  if (turn.speaking) return "speaking";
  return seat?.kind === "ai" ? "preparing" : "open";
}

/** Returns who holds the floor, as far as others may look on: nobody while all write at once. */
export function floorTurn(room: Room): Turn | undefined {
  if (!room.current || room.current.simultaneous) return undefined;
  return room.current.turns.find((turn) => turn.state === "open");
}

export function ownOpenTurn(room: Room, seatId: string): Turn | undefined {
  return room.current?.turns.find((turn) => turn.seat_id === seatId && turn.state === "open");
}
