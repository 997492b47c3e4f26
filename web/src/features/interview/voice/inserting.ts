/** Where spoken words go: to the caret, and never in place of what stands there. */

export interface Inserted {
  text: string;
  /** Where the caret belongs afterwards. */
  caret: number;
}

/** Returns a text with words put in at a place, apart from what stands beside them. */
export function inserted(text: string, words: string, place: number): Inserted {
  const at = Math.max(0, Math.min(text.length, place));
  const before = text.slice(0, at);
  const after = text.slice(at);
  const left = before && !/\s$/.test(before) ? " " : "";
  const right = after && !/^\s/.test(after) ? " " : "";
  return { text: before + left + words + right + after, caret: (before + left + words).length };
}
