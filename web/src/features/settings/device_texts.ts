/** Drafts and notes that this device keeps: how much there is, and deleting them. */
import { onDevice } from "@/shared/kept/kept";

const DRAFTS = "interview.draft.";
const NOTES = "interview.notes.";

export interface DeviceTexts {
  drafts: number;
  notes: number;
  /** What they take, in bytes of UTF-8. */
  bytes: number;
}

export function measureDeviceTexts(): DeviceTexts {
  const found: DeviceTexts = { drafts: 0, notes: 0, bytes: 0 };
  for (const key of keys()) {
    if (key.startsWith(DRAFTS)) found.drafts += 1;
    else found.notes += 1;
    found.bytes += new TextEncoder().encode(onDevice.getItem(key) ?? "").length;
  }
  return found;
}

export function deleteDeviceTexts(): void {
  for (const key of keys()) onDevice.removeItem(key);
}

function keys(): string[] {
  return onDevice.keys().filter((key) => key.startsWith(DRAFTS) || key.startsWith(NOTES));
}

/** Says a size as people do. */
export function sizeOf(bytes: number): string {
  if (bytes < 1_024) return `${bytes} B`;
  if (bytes < 1_048_576) return `${(bytes / 1_024).toFixed(1)} KiB`;
  return `${(bytes / 1_048_576).toFixed(1)} MiB`;
}
