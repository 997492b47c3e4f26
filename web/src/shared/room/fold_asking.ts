/** How the room changes while questions are asked and answered. */
import type { Events, Room } from "@/shared/wire/socket.gen";
import { withTime } from "./clocks";
import { withTurn } from "./places";

export function roundOpened(room: Room, event: Events["round_opened"]): Room {
  return { ...room, stage: event.round.stage, current: event.round, wait: null };
}

export function turnOpened(room: Room, event: Events["turn_opened"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({
    ...turn,
    state: "open",
    opened_at: event.at,
    deadline: event.deadline,
  }));
}

export function draftSaved(room: Room, event: Events["draft_saved"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({ ...turn, draft: event.text, drafted_at: event.at }));
}

export function speechStarted(room: Room, event: Events["speech_started"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({
    ...turn,
    speaking: true,
    text: event.text,
    deadline: event.ends_at,
  }));
}

export function speechSkipVoted(room: Room, event: Events["speech_skip_voted"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({
    ...turn,
    skip_votes: [...turn.skip_votes, event.seat_id],
  }));
}

export function turnClosed(room: Room, event: Events["turn_closed"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({
    ...turn,
    state: "closed",
    outcome: event.outcome,
    closed_at: event.at,
    by_clock: event.by_clock,
    text: event.text || turn.text,
    draft: "",
    speaking: false,
  }));
}

export function timeGiven(room: Room, event: Events["time_given"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({
    ...withTime(turn, event.ms),
    returned_ms: turn.returned_ms + (event.returned ? event.ms : 0),
  }));
}

/** The current round joins the closed ones, with what this viewer could not see before. */
export function roundClosed(room: Room, event: Events["round_closed"]): Room {
  if (!room.current) return room;
  const closed = {
    ...room.current,
    closed: true,
    revealed: true,
    turns: event.turns.length > 0 ? event.turns : room.current.turns,
  };
  return {
    ...room,
    current: null,
    rounds: [...room.rounds, closed],
    round_board: event.board.rows.length > 0 ? event.board : room.board,
  };
}
