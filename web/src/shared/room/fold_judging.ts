/** How the room changes while answers are judged and ranked, and at the end. */
import type { Events, Room, Round } from "@/shared/wire/socket.gen";
import { withTurn } from "./places";

export function evaluationRecorded(room: Room, event: Events["evaluation_recorded"]): Room {
  const { evaluation } = event;
  if (!evaluation) return room;
  return withTurn(room, event.turn_id, (turn) => ({
    ...turn,
    evaluations: [...turn.evaluations, evaluation],
  }));
}

export function answerScored(room: Room, event: Events["answer_scored"]): Room {
  return withTurn(room, event.turn_id, (turn) => ({ ...turn, score: event.score }));
}

/** A new ranking stands; as the latest round's it counts unless it tells of the round being answered. */
export function boardUpdated(room: Room, event: Events["board_updated"]): Room {
  const scoredNow = room.current?.turns.some((turn) => turn.score) ?? false;
  return { ...room, board: event.board, round_board: scoredNow ? room.round_board : event.board };
}

export function feedbackRecorded(room: Room, event: Events["feedback_recorded"]): Room {
  return {
    ...room,
    feedback: [...room.feedback, { seat_id: event.seat_id, feedback: event.feedback }],
    feedback_due: room.feedback_due.filter((seatId) => seatId !== event.seat_id),
  };
}

export function interviewFinished(room: Room, event: Events["interview_finished"]): Room {
  const board = event.board.rows.length > 0 ? event.board : room.board;
  return {
    ...room,
    stage: "finished",
    current: null,
    wait: null,
    paused: null,
    feedback_due: [],
    rounds: (event.rounds.length > 0 ? event.rounds : room.rounds).map(withoutEvidence),
    revealed_seed: event.seed,
    ended_early: event.early,
    board,
    round_board: board,
  };
}

/** From the end on the judges' evidence stands in the report alone. */
function withoutEvidence(round: Round): Round {
  return { ...round, turns: round.turns.map((turn) => ({ ...turn, evaluations: [] })) };
}
