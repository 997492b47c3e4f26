/** What is going on in a room at one place of its past. */
import { askedRounds, openTurns, seatOf } from "@/shared/room/selectors";
import type { Room, Seat, Turn } from "@/shared/wire/socket.gen";
import type { Vantage } from "./vantage";

export type SceneKind =
  | "waiting"
  | "beginning"
  | "question"
  | "awaiting"
  | "speaking"
  | "writing"
  | "writingOther"
  | "thinking"
  | "paused"
  | "deliberation"
  | "finished";

export interface Scene {
  kind: SceneKind;
  /** Number of the latest question, from 1; 0 before the first. */
  number: number;
  /** Who is answering. */
  seat: Seat | null;
  turn: Turn | null;
}

/** Returns the scene that a room shows whoever looks. */
export function sceneOf(room: Room, { seatId, whose }: Pick<Vantage, "seatId" | "whose">): Scene {
  const number = askedRounds(room).length;
  const open = openTurns(room);
  const turn = open.find((one) => one.seat_id === seatId) ?? open[0] ?? null;
  const seat = seatOf(room, turn?.seat_id) ?? null;
  return { kind: kindOf(room, turn, seat, whose === "own" && turn?.seat_id === seatId), number, seat, turn };
}

function kindOf(room: Room, turn: Turn | null, seat: Seat | null, mine: boolean): SceneKind {
  if (room.stage === "finished" || room.stage === "deliberation" || room.stage === "waiting")
    return room.stage;
  if (room.paused) return "paused";
  if (!room.current) return askedRounds(room).length > 0 ? "awaiting" : "beginning";
  if (!turn) return "question";
  if (mine) return "writing";
  if (turn.speaking) return "speaking";
  return seat?.kind === "ai" ? "thinking" : "writingOther";
}

/**
 * Returns as much of a speech as has been said at an instant; all of it once it has ended.
 *
 * @param instant ms since the epoch.
 */
export function spokenSoFar(turn: Turn, instant: number): string {
  if (!turn.speaking || turn.opened_at === null || turn.deadline === null) return turn.text;
  const share = (instant - turn.opened_at) / Math.max(1, turn.deadline - turn.opened_at);
  return turn.text.slice(0, Math.ceil(turn.text.length * Math.max(0, Math.min(1, share))));
}

/** Returns ms as minutes and seconds for a clock. */
export function clockOf(ms: number): { minutes: number; seconds: string } {
  const all = Math.floor(Math.max(0, ms) / 1000);
  return { minutes: Math.floor(all / 60), seconds: String(all % 60).padStart(2, "0") };
}
