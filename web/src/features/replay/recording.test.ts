import { describe, expect, it } from "vitest";
import { fold } from "@/shared/room/fold";
import type { RoomEvent } from "@/shared/socket/frames";
import type { Room } from "@/shared/wire/socket.gen";
import recorded from "../../../tests/stage/past.json";
import { momentsOf, scenesOf } from "./moments";
import { type Past, Recording } from "./recording";
import { sceneOf, spokenSoFar } from "./scene";

const PAST = recorded as unknown as Past;

/** A longer past than a test needs to keep: the recorded one, with chatter behind its first events. */
function longPast(): Past {
  const chat = Array.from({ length: 120 }, (_, index) => ({
    seq: 1_000 + index,
    name: "chat_sent",
    data: { at: PAST.events[0]?.data.at ?? 0, seat_id: PAST.seatId, text: String(index) },
  })) as unknown as RoomEvent[];
  return { ...PAST, events: [...PAST.events.slice(0, 3), ...chat, ...PAST.events.slice(3)] };
}

function foldedTo(past: Past, place: number): Room {
  return past.events.slice(0, place).reduce(fold, past.start);
}

describe("the room at a place", () => {
  it("is the start with every event up to there, whichever way one came", () => {
    const past = longPast();
    const recording = new Recording(past);
    const middle = Math.floor(recording.length / 2);
    for (const place of [0, recording.length, middle, 49, 50, 51, 100, middle + 1, 1, recording.length]) {
      expect(recording.roomAt(place)).toEqual(foldedTo(past, place));
    }
  });

  it("stays as it was where an event is not understood", () => {
    const events = [{ seq: 2, name: "from_the_future", data: { at: 5 } }] as unknown as RoomEvent[];
    const recording = new Recording({ ...PAST, events });
    expect(recording.roomAt(1)).toEqual(PAST.start);
    expect(recording.begun).toBe(false);
  });
});

describe("times and places", () => {
  const recording = new Recording(PAST);

  it("begin with the interview, and end with the record", () => {
    expect(PAST.events[recording.beginning - 1]?.name).toBe("interview_started");
    expect(recording.timeAt(recording.beginning)).toBe(0);
    expect(recording.placeAt(-1)).toBe(recording.beginning);
    expect(recording.placeAt(recording.duration)).toBe(recording.length);
  });

  it("agree: at an event's time it has happened", () => {
    for (let place = recording.beginning; place <= recording.length; place += 1) {
      expect(recording.placeAt(recording.timeAt(place))).toBeGreaterThanOrEqual(place);
      expect(recording.placeAt(recording.timeAt(place) - 1)).toBeLessThanOrEqual(place);
    }
  });
});

describe("from another seat", () => {
  const mine = new Recording(PAST);
  // Another seat is not told of one's feedback, nor of what one writes.
  const told = PAST.events.filter((event) => event.name !== "feedback_recorded" && event.seq % 7 !== 0);
  const theirs = new Recording({ ...PAST, seatId: "ai-1", events: told });
  const seqAt = (recording: Recording, place: number) => recording.events[place - 1]?.seq ?? 0;

  it("the same has happened: all that is told there, and nothing that is to come", () => {
    for (let place = mine.beginning; place <= mine.length; place += 1) {
      const there = theirs.placeAlong(mine, place, mine.timeAt(place));
      const known = told.filter((event) => event.seq <= seqAt(mine, place)).length;
      expect(there).toBe(Math.max(theirs.beginning, known));
      expect(seqAt(mine, mine.placeAlong(theirs, there, mine.timeAt(place)))).toBeLessThan(
        theirs.events[there]?.seq ?? Number.POSITIVE_INFINITY,
      );
    }
  });

  it("what happened later at the same instant stays to come", () => {
    const closed = PAST.events.findIndex((event) => event.name === "round_closed");
    expect(mine.timeAt(closed)).toBe(mine.timeAt(closed + 1));
    expect(seqAt(theirs, theirs.placeAlong(mine, closed, mine.timeAt(closed)))).toBeLessThan(
      PAST.events[closed]?.seq ?? 0,
    );
  });

  it("between two events it is the same time", () => {
    const half = mine.duration / 2;
    expect(theirs.placeAlong(mine, mine.placeAt(half), half)).toBe(theirs.placeAt(half));
  });
});

describe("moments", () => {
  const recording = new Recording(PAST);
  const moments = momentsOf(recording);

  it("are the questions, one's own answers, one's rank's changes and the end, in order", () => {
    const kinds = moments.map((moment) => moment.kind);
    expect(kinds.filter((kind) => kind === "question")).toHaveLength(2);
    expect(kinds.filter((kind) => kind === "mine")).toHaveLength(2);
    expect(kinds.at(-1) === "finished" || kinds.includes("finished")).toBe(true);
    expect(moments.map((moment) => moment.place)).toEqual(
      moments.map((moment) => moment.place).toSorted((one, other) => one - other),
    );
  });

  it("hold what was said, by an AI candidate too", () => {
    const rival = momentsOf(new Recording({ ...PAST, seatId: "ai-1" }));
    for (const one of [...moments, ...rival].filter((moment) => moment.kind === "mine"))
      expect(one.text).not.toBe("");
    expect(rival.filter((moment) => moment.kind === "mine")).toHaveLength(2);
  });

  it("tell where a rank went: the last one is the final rank", () => {
    const ranks = moments.flatMap((moment) => (moment.rank ? [moment.rank] : []));
    expect(ranks[0]?.before).toBeNull();
    for (const [index, rank] of ranks.entries()) {
      if (index > 0) expect(rank.before).toBe(ranks[index - 1]?.after);
    }
    const row = recording.roomAt(recording.length).board.rows.find((one) => one.seat_id === PAST.seatId);
    expect(ranks.at(-1)?.after).toBe(row?.rank);
  });

  it("lie among the scenes, which leave out what nobody sees", () => {
    const scenes = scenesOf(recording);
    expect(scenes).toEqual(scenes.toSorted((one, other) => one - other));
    const names = scenes.map((scene) => PAST.events[scene - 1]?.name);
    expect(names).not.toContain("evaluation_recorded");
    expect(names[0]).toBe("interview_started");
  });
});

describe("a scene", () => {
  const recording = new Recording(PAST);
  const mineHere = { seatId: PAST.seatId, whose: "own" } as const;
  const placeOf = (name: string) => PAST.events.findIndex((event) => event.name === name) + 1;

  it("says who is answering", () => {
    const speaking = sceneOf(recording.roomAt(placeOf("speech_started")), mineHere);
    expect([speaking.kind, speaking.seat?.kind]).toEqual(["speaking", "ai"]);
    const mine = PAST.events.findIndex(
      (event) => event.name === "turn_closed" && event.data.seat_id === PAST.seatId,
    );
    expect(sceneOf(recording.roomAt(mine), mineHere).kind).toBe("writing");
    expect(sceneOf(recording.roomAt(recording.length), mineHere).kind).toBe("finished");
  });

  it("lets a speech be heard only as far as it has got", () => {
    const room = recording.roomAt(placeOf("speech_started"));
    const turn = sceneOf(room, mineHere).turn;
    if (!turn?.opened_at || !turn.deadline) throw new Error("nobody speaks");
    expect(spokenSoFar(turn, turn.opened_at)).toBe("");
    expect(spokenSoFar(turn, turn.deadline)).toBe(turn.text);
    const half = spokenSoFar(turn, (turn.opened_at + turn.deadline) / 2);
    expect(half.length).toBe(Math.ceil(turn.text.length / 2));
    expect(turn.text.startsWith(half)).toBe(true);
  });
});
