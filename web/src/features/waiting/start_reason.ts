/** Why an interview can't start yet, as the rules have it. */
import type { Room, Seat } from "@/shared/wire/socket.gen";

export type StartReason = "no_human" | "too_few_candidates" | "no_interviewer" | "not_everyone_ready";

/** Returns the first thing that is missing, and who it waits for; null when nothing is. */
export function startReason(room: Pick<Room, "seats">): { reason: StartReason; waiting: Seat[] } | null {
  const sitting = room.seats.filter((seat) => !seat.left);
  const humans = sitting.filter((seat) => seat.kind === "human");
  const all = sitting.filter((seat) => seat.kind === "human" || seat.kind === "ai");
  const waiting = humans.filter((seat) => !seat.ready);
  if (humans.length === 0) return { reason: "no_human", waiting: [] };
  if (all.length < 2) return { reason: "too_few_candidates", waiting: [] };
  if (!sitting.some((seat) => seat.kind === "interviewer")) return { reason: "no_interviewer", waiting: [] };
  return waiting.length > 0 ? { reason: "not_everyone_ready", waiting } : null;
}
