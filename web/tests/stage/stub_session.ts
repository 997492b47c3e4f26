/** A room's session without a line: the test says what the room is, and reads what was commanded. */
import { createStore } from "zustand/vanilla";
import type { RoomNews, RoomSession } from "@/shared/room/room_store";
import type { CommandName, SignalKind } from "@/shared/socket/frames";
import type { Outcome } from "@/shared/socket/outbox";
import type { Room, Round, Seat, Settings, Turn } from "@/shared/wire/socket.gen";

export interface StubSession extends RoomSession {
  commands: { name: CommandName; data: object }[];
  signals: SignalKind[];
  /** What the next commands come to; committed when nothing is said. */
  outcomes: Partial<Outcome>[];
  change(room: Partial<Room>): void;
}

export function seat(more: Partial<Seat> & Pick<Seat, "seat_id">): Seat {
  return {
    kind: "human",
    name: more.seat_id,
    headline: "",
    persona_id: null,
    company: null,
    number: 0,
    ready: true,
    time_percent: 100,
    facts: [],
    away_since: null,
    absent: false,
    left: false,
    ...more,
  };
}

export function turn(more: Partial<Turn> & Pick<Turn, "turn_id" | "seat_id">): Turn {
  return {
    state: "waiting",
    outcome: null,
    allowance_ms: 60_000,
    opened_at: null,
    deadline: null,
    closed_at: null,
    returned_ms: 0,
    stopped_ms: 0,
    text: "",
    by_clock: false,
    draft: "",
    drafted_at: null,
    speaking: false,
    skip_votes: [],
    evaluations: [],
    score: null,
    ...more,
  };
}

export function round(more: Partial<Round>): Round {
  const turns = more.turns ?? [];
  return {
    round_id: "r1",
    stage: "common",
    kind: "common",
    interviewer: "panel-1",
    order: "seat",
    candidates: turns.map((one) => one.seat_id),
    answer_ms: 60_000,
    slot: 0,
    competency: null,
    difficulty: 3,
    parent: null,
    question: null,
    opened_at: 0,
    simultaneous: false,
    revealed: true,
    closed: false,
    turns,
    ...more,
  };
}

export function room(more: Partial<Room>): Room {
  const board = { rows: [], answers: 0, comparisons: 0 };
  return {
    room_id: "r-1",
    created_at: 0,
    rules_version: 1,
    settings: { language: "ko", visibility: "live", plan: [], preset: "short" } as unknown as Settings,
    seed_commitment: "",
    parent: null,
    seq: 1,
    now: 0,
    revealed_seed: "",
    stage: "common",
    host: null,
    seats: [],
    removed: [],
    order: [],
    paused: null,
    next_slot: 0,
    current: null,
    rounds: [],
    wait: null,
    board,
    round_board: board,
    feedback_due: [],
    feedback: [],
    chat: [],
    ended_early: false,
    ...more,
  };
}

export function stubSession(start: Room, me: string): StubSession {
  const store = createStore<RoomNews>(() => ({
    room: start,
    you: { seat_id: me, role: "candidate", owner: true },
    limits: { largest_frame: 65_536, frames_per_second: 10, draft_every_ms: 2_000 },
    line: { phase: "live", offset: 0, roundTrip: 5 },
    signals: {},
    legal: [],
    warning: null,
    unsettled: 0,
  }));
  const session: StubSession = {
    store,
    commands: [],
    signals: [],
    outcomes: [],
    async command(name, data) {
      session.commands.push({ name, data });
      const said = session.outcomes.shift();
      return { id: "1", status: "committed", seq: 2, code: "", message: "", detail: "", ...said };
    },
    signal: (kind) => session.signals.push(kind),
    serverNow: () => Date.now(),
    nudge: () => {},
    stop: () => {},
    change: (changes) => {
      const { room: now } = store.getState();
      if (now) store.setState({ room: { ...now, ...changes } });
    },
  };
  return session;
}
