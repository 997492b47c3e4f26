import { classes } from "@/shared/ui/classes";

/** Ranks gained or lost: an arrow and a number; whoever can't see it has the table. */
export function MovementMark({ movement }: { movement: number }) {
  if (movement === 0) return null;
  const up = movement > 0;
  return (
    <span
      className={classes(
        "inline-flex items-center gap-0.5 text-sm font-semibold tabular-nums",
        up ? "text-good" : "text-bad",
      )}
    >
      <svg viewBox="0 0 10 10" className="size-2.5" aria-hidden="true">
        <path d={up ? "M5 1 L9 8 H1 Z" : "M5 9 L1 2 H9 Z"} fill="currentColor" />
      </svg>
      {Math.abs(movement)}
    </span>
  );
}
