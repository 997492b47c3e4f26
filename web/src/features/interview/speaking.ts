/** How much of a speech has been said at an instant. */
import type { Turn } from "@/shared/wire/socket.gen";

/**
 * Returns how many characters have been spoken: in proportion to the time from the turn's beginning to the
 * end of the speech, without what stood still.
 *
 * @param now The server's time; while paused, the beginning of the pause.
 */
export function spokenLength(
  turn: Pick<Turn, "text" | "opened_at" | "stopped_ms" | "deadline">,
  now: number,
): number {
  if (turn.opened_at === null || turn.deadline === null) return turn.text.length;
  const start = turn.opened_at + turn.stopped_ms;
  const whole = turn.deadline - start;
  if (whole <= 0) return turn.text.length;
  const length = Math.floor(((now - start) / whole) * turn.text.length);
  return atCharacter(turn.text, Math.max(0, Math.min(turn.text.length, length)));
}

/** Returns the length, one more where it would cut a character in two. */
function atCharacter(text: string, length: number): number {
  const code = text.charCodeAt(length);
  return code >= 0xdc00 && code <= 0xdfff ? length + 1 : length;
}
