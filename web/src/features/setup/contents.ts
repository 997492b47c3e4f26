/** What a plan holds, as a line for people: the same kind twice in a row is said once. */
import type { QuestionKind, Slot } from "@/shared/wire/socket.gen";

export interface Part {
  kind: QuestionKind;
  /** Every candidate gets one of their own. */
  each: boolean;
  times: number;
}

export function partsOf(slots: readonly Slot[]): readonly Part[] {
  const parts: Part[] = [];
  for (const { kind, asked } of slots) {
    const last = parts.at(-1);
    const each = asked === "each";
    if (last?.kind === kind && last.each === each) last.times += 1;
    else parts.push({ kind, each, times: 1 });
  }
  return parts;
}
