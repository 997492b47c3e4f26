/** What is worth jumping to, and where playing scene by scene stops. */
import { findTurn, visibleBoard } from "@/shared/room/selectors";
import type { EventName, RoomEvent } from "@/shared/socket/frames";
import type { Room } from "@/shared/wire/socket.gen";
import type { Recording } from "./recording";

export type MomentKind = "question" | "mine" | "rank" | "deliberation" | "finished";

export interface Moment {
  /** How many events have happened then. */
  place: number;
  time: number;
  kind: MomentKind;
  /** Number of the question that is being answered, from 1; 0 before the first. */
  question: number;
  /** What was asked, or said. */
  text: string;
  outcome: "answered" | "skipped" | "timed_out" | "other";
  rank: { before: number | null; after: number } | null;
}

/** Events that change what one sees; the others only prepare or judge. */
const SCENES: ReadonlySet<EventName> = new Set([
  "interview_started",
  "round_opened",
  "turn_opened",
  "speech_started",
  "draft_saved",
  "turn_closed",
  "round_closed",
  "board_updated",
  "interview_paused",
  "interview_resumed",
  "seat_vacated",
  "deliberation_began",
  "interview_finished",
]);

/** Returns the places where something can be seen to change, in order. */
export function scenesOf(recording: Recording): number[] {
  return recording.events.flatMap((event, index) =>
    index + 1 >= recording.beginning && SCENES.has(event.name) ? [index + 1] : [],
  );
}

/** Returns the moments to jump to, in order. */
export function momentsOf(recording: Recording): Moment[] {
  const moments: Moment[] = [];
  let question = 0;
  let rank: number | null = null;
  for (let place = recording.beginning + 1; place <= recording.length; place += 1) {
    const event = recording.events[place - 1];
    if (!event) break;
    if (event.name === "round_opened") question += 1;
    const found = momentOf(event, recording, place);
    const time = recording.timeAt(place);
    if (found) moments.push({ ...NOTHING, ...found, place, time, question });
    if (!MOVES_RANKS.has(event.name)) continue;
    const after = rankOf(recording.roomAt(place), recording.seatId);
    if (after === null || after === rank) continue;
    moments.push({ ...NOTHING, kind: "rank", place, time, question, rank: { before: rank, after } });
    rank = after;
  }
  return moments;
}

const NOTHING = { text: "", outcome: "other", rank: null } as const;
const MOVES_RANKS: ReadonlySet<EventName> = new Set(["board_updated", "round_closed", "interview_finished"]);

type Found = Pick<Moment, "kind"> & Partial<Pick<Moment, "text" | "outcome">>;

function momentOf(event: RoomEvent, recording: Recording, place: number): Found | null {
  switch (event.name) {
    case "round_opened":
      return { kind: "question", text: event.data.round.question?.text ?? "" };
    case "turn_closed": {
      const { seat_id, turn_id, outcome } = event.data;
      if (seat_id !== recording.seatId) return null;
      // What an AI candidate says was told when it began to speak.
      const text = event.data.text || findTurn(recording.roomAt(place), turn_id)?.turn.text || "";
      const known = outcome === "answered" || outcome === "skipped" || outcome === "timed_out";
      return { kind: "mine", text, outcome: known ? outcome : "other" };
    }
    case "deliberation_began":
      return { kind: "deliberation" };
    case "interview_finished":
      return { kind: "finished" };
    default:
      return null;
  }
}

function rankOf(room: Room, seatId: string): number | null {
  return visibleBoard(room)?.rows.find((row) => row.seat_id === seatId && row.total !== null)?.rank ?? null;
}
