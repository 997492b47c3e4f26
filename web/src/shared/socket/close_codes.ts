/** Close codes that end a connection for good; after any other one may come back. */
export const FINAL = {
  1000: "normal",
  4001: "removed",
  4400: "bad_frame",
  4401: "not_authenticated",
  4404: "no_such_room",
  4409: "superseded",
  4413: "frame_too_large",
  4426: "unknown_protocol",
} as const;

export type EndReason = (typeof FINAL)[keyof typeof FINAL];

/** Returns why a connection ended for good, or null when one may come back. */
export function endReason(code: number): EndReason | null {
  return (FINAL as Record<number, EndReason | undefined>)[code] ?? null;
}
