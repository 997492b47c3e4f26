/** How the room changes while people come, go, get ready, talk, or lose their connection. */
import type { Events, Room } from "@/shared/wire/socket.gen";
import { withSeat } from "./places";

const CHAT_KEPT = 200;

export function seatTaken(room: Room, event: Events["seat_taken"]): Room {
  const seat = event.name ? { ...event.seat, name: event.name } : event.seat;
  return { ...room, seats: [...room.seats, seat] };
}

export function seatVacated(room: Room, event: Events["seat_vacated"]): Room {
  const seat = room.seats.find((one) => one.seat_id === event.seat_id);
  const person = seat?.kind === "human" || seat?.kind === "observer";
  const after = event.removed && person ? { ...room, removed: [...room.removed, event.seat_id] } : room;
  if (room.stage === "waiting") {
    return { ...after, seats: after.seats.filter((one) => one.seat_id !== event.seat_id) };
  }
  return withSeat(after, event.seat_id, (one) => ({ ...one, left: true }));
}

export function presenceNoted(room: Room, event: Events["presence_noted"]): Room {
  return withSeat(room, event.seat_id, (seat) => ({
    ...seat,
    away_since: event.connected ? null : event.at,
    absent: seat.absent && !event.connected,
  }));
}

export function interviewStarted(room: Room, event: Events["interview_started"]): Room {
  return {
    ...room,
    stage: event.stage,
    order: event.order,
    seats: room.seats.map((seat) => ({ ...seat, number: event.order.indexOf(seat.seat_id) + 1 })),
  };
}

export function chatSent(room: Room, event: Events["chat_sent"]): Room {
  const message = { at: event.at, seat_id: event.seat_id, text: event.text };
  return { ...room, chat: [...room.chat.slice(-(CHAT_KEPT - 1)), message] };
}
