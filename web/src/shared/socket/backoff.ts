const FIRST_MS = 400;
const LONGEST_MS = 15_000;

/**
 * Returns how long to wait before the next attempt: doubled each time, with half of it left to chance, so
 * that a restarted server isn't met by everybody at once.
 *
 * @param attempt 0 for the first attempt after a loss.
 * @param chance A number from 0 to 1.
 */
export function backoffMs(attempt: number, chance: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
