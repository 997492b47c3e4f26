/**
 * Recorded conversations with the real server (`python -m scripts.record_conversations`): folding the events
 * must come to exactly the room that the server shows the same viewer at the same seq.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { RoomEvent, ServerFrame } from "@/shared/socket/frames";
import type { Room } from "@/shared/wire/socket.gen";
import { fold } from "./fold";

const FOLDER = join(import.meta.dirname, "../../../tests/recorded");
const RECORDED = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));

/**
 * Left out is what no event tells and no screen of the room reads: how far the plan is worked off and when that
 * was, whether a wait is the second one, that others have feedback, and what a good answer would have shown,
 * which the report tells.
 */
function comparable(room: Room): unknown {
  const { now: _now, next_slot: _slot, seq: _seq, wait, feedback, rounds, ...rest } = room;
  return {
    ...rest,
    wait: wait && { until: wait.until, round_id: wait.round_id },
    feedback: feedback.filter((one) => one.feedback !== null),
    rounds: rounds.map((round) => ({
      ...round,
      question: round.question && { ...round.question, key_points: [], shows: "" },
    })),
  };
}

function heard(name: string): ServerFrame[] {
  return JSON.parse(readFileSync(join(FOLDER, name), "utf8")) as ServerFrame[];
}

interface Played {
  room: Room;
  seq: number;
  compared: number;
}

/** Folds a conversation; each snapshot after the first is only looked at. */
function play(
  frames: readonly ServerFrame[],
  meet: (folded: Room, shown: Room, seq: number) => void,
): Played {
  let played: Played | undefined;
  for (const frame of frames) {
    if (frame.type === "welcome" && frame.snapshot) {
      const compared: number = played?.compared ?? 0;
      played = { room: frame.snapshot, seq: frame.seq, compared };
    } else if (!played) continue;
    else if (frame.type === "event") {
      expect(frame.seq).toBe(played.seq + 1);
      played = { ...played, room: fold(played.room, frame), seq: frame.seq };
    } else if (frame.type === "skip") {
      expect(frame.seq).toBe(played.seq + 1);
      played = { ...played, seq: frame.through };
    } else if (frame.type === "snapshot") {
      expect(frame.seq).toBe(played.seq);
      meet(played.room, frame.room, frame.seq);
      played = { ...played, compared: played.compared + 1 };
    }
  }
  if (!played) throw new Error("nothing was recorded");
  return played;
}

describe("fold", () => {
  it.each(RECORDED)("comes to the server's room by itself: %s", (name) => {
    const played = play(heard(name), (folded, shown) => {
      expect(comparable(folded)).toEqual(comparable(shown));
    });
    expect(played.compared).toBeGreaterThan(0);
  });

  it("was recorded for every kind of event that a client is told of", () => {
    const told = new Set(
      RECORDED.flatMap((name) => heard(name).map((frame) => "name" in frame && frame.name)),
    );
    for (const name of [
      "accommodation_set",
      "answer_scored",
      "board_updated",
      "chat_sent",
      "deliberation_began",
      "draft_saved",
      "evaluation_recorded",
      "feedback_recorded",
      "feedback_requested",
      "host_changed",
      "interview_finished",
      "interview_paused",
      "interview_resumed",
      "interview_started",
      "outage_noted",
      "presence_noted",
      "readiness_changed",
      "resume_shared",
      "round_closed",
      "round_opened",
      "seat_taken",
      "seat_vacated",
      "settings_changed",
      "speech_skip_voted",
      "speech_started",
      "time_given",
      "turn_closed",
      "turn_opened",
    ]) {
      expect(told, name).toContain(name);
    }
  });

  it("never changes the room that it was given", () => {
    const frozen = (value: unknown): void => {
      if (typeof value !== "object" || value === null || Object.isFrozen(value)) return;
      Object.freeze(value);
      for (const inner of Object.values(value)) frozen(inner);
    };
    for (const name of RECORDED) {
      let room: Room | null = null;
      for (const frame of heard(name)) {
        if (frame.type === "welcome" && frame.snapshot) room = frame.snapshot;
        else if (frame.type === "event" && room) room = fold(room, frame);
        frozen(room);
      }
    }
  });

  it("refuses an event that it does not know", () => {
    const first = heard(RECORDED[0] ?? "").find((frame) => frame.type === "welcome");
    const room = first?.snapshot as Room;
    const unknown = { seq: 1, name: "coffee_served", data: { at: 1 } } as unknown as RoomEvent;
    expect(() => fold(room, unknown)).toThrow("coffee_served");
  });
});
