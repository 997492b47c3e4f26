/** How many places a room has left, by the engine's limits. */
import type { Room } from "@/shared/wire/socket.gen";

const MOST = { people: 4, ai: 11, candidates: 12, panel: 5 };

export interface FreeSeats {
  people: number;
  ai: number;
  panel: number;
}

/** Returns how many more may sit as each kind. */
export function freeSeats(room: Pick<Room, "seats">): FreeSeats {
  const sitting = room.seats.filter((seat) => !seat.left);
  const count = (kind: string) => sitting.filter((seat) => seat.kind === kind).length;
  const people = count("human");
  const ai = count("ai");
  const candidates = MOST.candidates - people - ai;
  return {
    people: Math.max(0, Math.min(MOST.people - people, candidates)),
    ai: Math.max(0, Math.min(MOST.ai - ai, candidates)),
    panel: Math.max(0, MOST.panel - count("interviewer")),
  };
}
