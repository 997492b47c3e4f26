/** How a recording and the answer's clock get along. */

/** With so much left of the answer's time a recording ends by itself, so that its text still arrives. */
export const LAST_MS = 10_000;

/** Returns how a length of time is said: 1:05. */
export function clockTime(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
