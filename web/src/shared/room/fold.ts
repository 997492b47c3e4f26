/**
 * `fold(room, event)`: the room after an event, as this viewer may see it. The same rules as the server's
 * `evolve`; a recorded conversation in the tests proves that both come to the same room.
 */
import type { RoomEvent } from "@/shared/socket/frames";
import type { Room } from "@/shared/wire/socket.gen";
import { shifted } from "./clocks";
import * as asking from "./fold_asking";
import * as judging from "./fold_judging";
import * as lobby from "./fold_lobby";
import { withSeat } from "./places";

export function fold(room: Room, event: RoomEvent): Room {
  return { ...changed(room, event), seq: event.seq, now: event.data.at };
}

function changed(room: Room, event: RoomEvent): Room {
  switch (event.name) {
    case "room_created":
      return room;
    case "settings_changed":
      return { ...room, settings: event.data.settings };
    case "seat_taken":
      return lobby.seatTaken(room, event.data);
    case "seat_vacated":
      return lobby.seatVacated(room, event.data);
    case "host_changed":
      return { ...room, host: event.data.seat_id };
    case "readiness_changed": {
      const { seat_id, ready } = event.data;
      return withSeat(room, seat_id, (seat) => ({ ...seat, ready }));
    }
    case "accommodation_set": {
      const { seat_id, time_percent } = event.data;
      return withSeat(room, seat_id, (seat) => ({ ...seat, time_percent }));
    }
    case "resume_shared": {
      const { seat_id, facts } = event.data;
      return withSeat(room, seat_id, (seat) => ({ ...seat, facts }));
    }
    case "presence_noted":
      return lobby.presenceNoted(room, event.data);
    case "seat_absent":
      return withSeat(room, event.data.seat_id, (seat) => ({ ...seat, absent: true }));
    case "interview_started":
      return lobby.interviewStarted(room, event.data);
    case "chat_sent":
      return lobby.chatSent(room, event.data);
    case "question_awaited": {
      const { until, round_id } = event.data;
      return { ...room, wait: { until, round_id } };
    }
    case "round_opened":
      return asking.roundOpened(room, event.data);
    case "turn_opened":
      return asking.turnOpened(room, event.data);
    case "draft_saved":
      return asking.draftSaved(room, event.data);
    case "speech_started":
      return asking.speechStarted(room, event.data);
    case "speech_skip_voted":
      return asking.speechSkipVoted(room, event.data);
    case "turn_closed":
      return asking.turnClosed(room, event.data);
    case "time_given":
      return asking.timeGiven(room, event.data);
    case "round_closed":
      return asking.roundClosed(room, event.data);
    case "interview_paused": {
      const { at, by, empty } = event.data;
      return { ...room, paused: { since: at, by, empty } };
    }
    case "interview_resumed":
      return { ...shifted(room, event.data.lost_ms, event.data.at), paused: null };
    case "outage_noted":
      return shifted(room, event.data.lost_ms, event.data.at);
    case "evaluation_recorded":
      return judging.evaluationRecorded(room, event.data);
    case "answer_scored":
      return judging.answerScored(room, event.data);
    case "comparison_recorded":
      return room;
    case "board_updated":
      return judging.boardUpdated(room, event.data);
    case "deliberation_began": {
      const { until, early } = event.data;
      return { ...room, stage: "deliberation", ended_early: early, wait: { until, round_id: null } };
    }
    case "feedback_requested": {
      const { seats, until } = event.data;
      return { ...room, feedback_due: seats, wait: { until, round_id: null } };
    }
    case "feedback_recorded":
      return judging.feedbackRecorded(room, event.data);
    case "interview_finished":
      return judging.interviewFinished(room, event.data);
  }
  return unknown(event);
}

/** A newer server may tell of what we don't know; the connection then asks for the whole state. */
function unknown(event: never): never {
  throw new Error(`unknown event ${(event as { name: string }).name}`);
}
