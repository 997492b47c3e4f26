/** Questions that screens ask of a room. */
import type { Board, Room, Round, Seat, Turn } from "@/shared/wire/socket.gen";

export function seatOf(room: Pick<Room, "seats">, seatId: string | null | undefined): Seat | undefined {
  return room.seats.find((seat) => seat.seat_id === seatId);
}

/** Candidates who have not left, in the order of their numbers once those are given. */
export function candidates(room: Pick<Room, "seats" | "order">): Seat[] {
  const sitting = room.seats.filter((seat) => (seat.kind === "human" || seat.kind === "ai") && !seat.left);
  return room.order.length > 0 ? sitting.toSorted((one, other) => one.number - other.number) : sitting;
}

export function panel(room: Pick<Room, "seats">): Seat[] {
  return room.seats.filter((seat) => seat.kind === "interviewer");
}

export function observers(room: Pick<Room, "seats">): Seat[] {
  return room.seats.filter((seat) => seat.kind === "observer" && !seat.left);
}

/** The turns of the current round that are open now. */
export function openTurns(room: Room): Turn[] {
  return room.current?.turns.filter((turn) => turn.state === "open") ?? [];
}

/** A seat's turn in the current round. */
export function turnOf(room: Room, seatId: string | undefined): Turn | undefined {
  return room.current?.turns.find((turn) => turn.seat_id === seatId);
}

/**
 * How many turns come before a seat's in the current round: 0 while it is open, null when it has none left.
 */
export function turnsBefore(room: Room, seatId: string | undefined): number | null {
  const turns = room.current?.turns ?? [];
  const mine = turns.findIndex((turn) => turn.seat_id === seatId);
  if (mine < 0 || turns[mine]?.state === "closed") return null;
  if (turns[mine]?.state === "open") return 0;
  return turns.slice(0, mine).filter((turn) => turn.state !== "closed").length;
}

/** Every round that was asked, oldest first, the current one last. */
export function askedRounds(room: Pick<Room, "rounds" | "current">): Round[] {
  return room.current ? [...room.rounds, room.current] : room.rounds;
}

export function findTurn(
  room: Pick<Room, "rounds" | "current">,
  turnId: string,
): { round: Round; turn: Turn; number: number } | null {
  const rounds = askedRounds(room);
  for (let index = rounds.length - 1; index >= 0; index -= 1) {
    const round = rounds[index];
    const turn = round?.turns.find((one) => one.turn_id === turnId);
    if (round && turn) return { round, turn, number: index + 1 };
  }
  return null;
}

/** The board that this viewer may see now, or null while there is none to see. */
export function visibleBoard(room: Room): Board | null {
  const live = room.settings.visibility === "live" || room.stage === "finished";
  const board = live ? room.board : room.round_board;
  return board.rows.length > 0 ? board : null;
}
