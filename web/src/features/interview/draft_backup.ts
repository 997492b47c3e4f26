/** The answer that is being written, kept on this device too: a reload, a crash or a lost line costs nothing. */
const KEY = "interview.draft.";
const KEPT_MS = 24 * 3_600_000;

interface Kept {
  text: string;
  /** The server's time of the last change. */
  at: number;
}

export function keepDraft(roomId: string, turnId: string, text: string, at: number): void {
  try {
    localStorage.setItem(`${KEY}${roomId}.${turnId}`, JSON.stringify({ text, at } satisfies Kept));
  } catch {
    // A full or forbidden store leaves the server's copy.
  }
}

export function readDraft(roomId: string, turnId: string): Kept | null {
  const kept = parsed(localStorage.getItem(`${KEY}${roomId}.${turnId}`));
  return kept?.text ? kept : null;
}

export function forgetDraft(roomId: string, turnId: string): void {
  localStorage.removeItem(`${KEY}${roomId}.${turnId}`);
}

/** Removes what nobody will come back to. */
export function forgetOldDrafts(now: number): void {
  for (const key of Object.keys(localStorage)) {
    if (!key.startsWith(KEY)) continue;
    const kept = parsed(localStorage.getItem(key));
    if (!kept || now - kept.at > KEPT_MS) localStorage.removeItem(key);
  }
}

function parsed(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    if (typeof value !== "object" || value === null || !("text" in value) || !("at" in value)) return null;
    return typeof value.text === "string" && typeof value.at === "number"
      ? { text: value.text, at: value.at }
      : null;
  } catch {
    return null;
  }
}

/** Returns the newer of this device's copy and the server's: another device may have gone on writing. */
export function newerDraft(kept: Kept | null, serverText: string, serverAt: number | null): string {
  if (!kept) return serverText;
  return serverAt !== null && serverAt > kept.at ? serverText : kept.text;
}
