/**
 * A room's past that can be looked at anywhere. Law: the room at a place is the start with every event up to
 * there folded in, as the live client folds them; the way one came there makes no difference.
 */
import { fold } from "@/shared/room/fold";
import { seatOf } from "@/shared/room/selectors";
import type { RoomEvent } from "@/shared/socket/frames";
import type { Room, Seat } from "@/shared/wire/socket.gen";

export interface Past {
  /** From where it is seen: a seat, or the observers' place. */
  seatId: string;
  /** The place of whoever looks. */
  ownSeatId: string;
  start: Room;
  events: readonly RoomEvent[];
}

/** How many events lie between two rooms that are kept: a jump folds at most so many. */
const KEPT_EVERY = 50;

export class Recording {
  readonly seatId: string;
  readonly ownSeatId: string;
  readonly events: readonly RoomEvent[];
  /** Place of the event that began the interview; 0 while it has not. */
  readonly beginning: number;
  readonly begun: boolean;
  readonly #kept: Room[];

  constructor(past: Past) {
    this.seatId = past.seatId;
    this.ownSeatId = past.ownSeatId;
    this.events = past.events;
    this.#kept = [past.start];
    const started = past.events.findIndex((event) => event.name === "interview_started");
    this.begun = started >= 0;
    this.beginning = Math.max(0, started + 1);
  }

  /** How many places there are behind the start. */
  get length(): number {
    return this.events.length;
  }

  /** Everybody who got a number, in its order; those who left too, since they have been asked. */
  get candidates(): Seat[] {
    const room = this.roomAt(this.length);
    return room.order.flatMap((seatId) => seatOf(room, seatId) ?? []);
  }

  /** ms from the beginning of the interview to the end of the record. */
  get duration(): number {
    return this.timeAt(this.length);
  }

  /** The room when `place` events had happened. */
  roomAt(place: number): Room {
    const index = Math.min(Math.floor(place / KEPT_EVERY), this.#kept.length - 1);
    let room = this.#kept[index] as Room;
    for (let at = index * KEPT_EVERY; at < place; at += 1) {
      const event = this.events[at];
      if (event) room = folded(room, event);
      if ((at + 1) % KEPT_EVERY === 0) this.#kept[(at + 1) / KEPT_EVERY] ??= room;
    }
    return room;
  }

  /** When the event before a place happened, in ms since the interview began; 0 before. */
  timeAt(place: number): number {
    const at = this.events[place - 1]?.data.at ?? this.#beganAt;
    return Math.max(0, at - this.#beganAt);
  }

  /** The instant of a time since the interview began, in ms since the epoch. */
  instantOf(time: number): number {
    return this.#beganAt + time;
  }

  /** How many events had happened at a time since the interview began; never before its beginning. */
  placeAt(time: number): number {
    const instant = this.instantOf(time);
    let [low, high] = [this.beginning, this.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.data.at ?? 0) <= instant) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /**
   * How many events had happened where another recording of the same interview stands.
   *
   * What happened at one instant is told apart by its seq: of several events, those stay to come which are to come
   * there.
   */
  placeAlong(other: Recording, place: number, time: number): number {
    const instant = this.instantOf(time);
    const next = other.events[place]?.seq ?? Number.POSITIVE_INFINITY;
    const found = this.events.findIndex((event) => event.seq >= next || event.data.at > instant);
    return Math.max(this.beginning, found < 0 ? this.length : found);
  }

  get #beganAt(): number {
    return this.events[this.beginning - 1]?.data.at ?? this.events[0]?.data.at ?? 0;
  }
}

/** A newer server may tell of what this client doesn't know: the rest is still worth seeing. */
function folded(room: Room, event: RoomEvent): Room {
  try {
    return fold(room, event);
  } catch {
    return room;
  }
}
