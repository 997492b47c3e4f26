/** After a stop, every instant that has not come yet moves: nobody loses time to it. */
import type { Room, Turn } from "@/shared/wire/socket.gen";

/** Returns an open turn whose deadline is `ms` later; a closed or waiting one unchanged. */
export function withTime(turn: Turn, ms: number): Turn {
  if (turn.deadline === null || turn.outcome !== null) return turn;
  return { ...turn, deadline: turn.deadline + ms };
}

/** Returns the room in which every running clock is `ms` later. */
export function shifted(room: Room, ms: number, now: number): Room {
  return {
    ...room,
    current: room.current && {
      ...room.current,
      turns: room.current.turns.map((turn) => {
        const later = withTime(turn, ms);
        return later === turn ? turn : { ...later, stopped_ms: turn.stopped_ms + ms };
      }),
    },
    wait: room.wait && { ...room.wait, until: room.wait.until + ms },
    paused: room.paused && { ...room.paused, since: room.paused.since + ms },
    seats: room.seats.map((seat) =>
      seat.away_since === null ? seat : { ...seat, away_since: Math.min(seat.away_since + ms, now) },
    ),
  };
}
