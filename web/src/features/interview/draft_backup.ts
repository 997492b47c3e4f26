/** The answer that is being written, kept on this device too: a reload, a crash or a lost line costs nothing. */
import { onDevice } from "@/shared/kept/kept";

const KEY = "interview.draft.";
const KEPT_MS = 24 * 3_600_000;

export interface Kept {
  text: string;
  /** The server's time of the last change. */
  at: number;
  /** What this device has last sent to the server. */
  sent: string;
}

export function keepDraft(roomId: string, turnId: string, kept: Kept): void {
  onDevice.setItem(`${KEY}${roomId}.${turnId}`, JSON.stringify(kept));
}

export function readDraft(roomId: string, turnId: string): Kept | null {
  const kept = parsed(onDevice.getItem(`${KEY}${roomId}.${turnId}`));
  return kept?.text ? kept : null;
}

export function forgetDraft(roomId: string, turnId: string): void {
  onDevice.removeItem(`${KEY}${roomId}.${turnId}`);
}

/** Removes what nobody will come back to. */
export function forgetOldDrafts(now: number): void {
  for (const key of onDevice.keys()) {
    if (!key.startsWith(KEY)) continue;
    const kept = parsed(onDevice.getItem(key));
    if (!kept || now - kept.at > KEPT_MS) onDevice.removeItem(key);
  }
}

function parsed(text: string | null): Kept | null {
  try {
    const value: unknown = JSON.parse(text ?? "null");
    return isKept(value) ? value : null;
  } catch {
    return null;
  }
}

function isKept(value: unknown): value is Kept {
  if (typeof value !== "object" || value === null) return false;
  const { text, at, sent } = value as Partial<Record<keyof Kept, unknown>>;
  return typeof text === "string" && typeof at === "number" && typeof sent === "string";
}

/**
 * Returns the newer of this device's copy and the server's: another device may have gone on writing. What this
 * device sent itself is never newer than what it wrote, though the server has taken it later.
 */
export function newerDraft(kept: Kept | null, serverText: string, serverAt: number | null): string {
  if (!kept) return serverText;
  const elsewhere = serverAt !== null && serverAt > kept.at && serverText !== kept.sent;
  return elsewhere ? serverText : kept.text;
}
