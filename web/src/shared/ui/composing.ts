/**
 * Tells whether a key belongs to a syllable that is still being composed. Safari says that the composing is over before
 * it tells of the very Enter that ended it; the old number of such keys is what remains to know it by.
 */
export function belongsToComposing(event: Pick<KeyboardEvent, "isComposing" | "keyCode">): boolean {
  return event.isComposing || event.keyCode === OF_INPUT_METHOD;
}

const OF_INPUT_METHOD = 229;
