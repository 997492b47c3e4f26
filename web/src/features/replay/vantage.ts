/** From where a replay is seen: one's own place, another candidate's seat, or the observers' place. */
import type { Seat } from "@/shared/wire/socket.gen";
import type { Recording } from "./recording";

/** The observers' place, as the server calls it. */
export const OBSERVERS = "observers";

export interface Vantage {
  seatId: string;
  whose: "own" | "other" | "observers";
  /** The candidate who sits there; undefined where none does. */
  candidate: Seat | undefined;
}

export function vantageOf(recording: Recording): Vantage {
  const { seatId, ownSeatId } = recording;
  const candidate = recording.candidates.find((seat) => seat.seat_id === seatId);
  const whose = seatId === ownSeatId ? "own" : seatId === OBSERVERS ? "observers" : "other";
  return { seatId, whose, candidate };
}
