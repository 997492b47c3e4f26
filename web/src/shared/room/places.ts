/** Replacing one value inside the room: a seat, one turn of any round. */
import type { Room, Round, Seat, Turn } from "@/shared/wire/socket.gen";

/** Returns the room with one seat changed. */
export function withSeat(room: Room, seatId: string, change: (seat: Seat) => Seat): Room {
  return { ...room, seats: room.seats.map((seat) => (seat.seat_id === seatId ? change(seat) : seat)) };
}

/** Returns the room with one turn changed, wherever its round is. */
export function withTurn(room: Room, turnId: string, change: (turn: Turn) => Turn): Room {
  if (room.current && holds(room.current, turnId)) {
    return { ...room, current: changed(room.current, turnId, change) };
  }
  const index = room.rounds.findLastIndex((round) => holds(round, turnId));
  if (index < 0) return room;
  return {
    ...room,
    rounds: room.rounds.map((round, place) => (place === index ? changed(round, turnId, change) : round)),
  };
}

function holds(round: Round, turnId: string): boolean {
  return round.turns.some((turn) => turn.turn_id === turnId);
}

function changed(round: Round, turnId: string, change: (turn: Turn) => Turn): Round {
  return { ...round, turns: round.turns.map((turn) => (turn.turn_id === turnId ? change(turn) : turn)) };
}
