import type { ReactNode } from "react";
import { classes } from "./classes";

export type Tone = "plain" | "accent" | "good" | "warn" | "bad";

const TONES: Record<Tone, string> = {
  plain: "bg-sunken text-soft",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-warn-soft text-warn",
  bad: "bg-bad-soft text-bad",
};

export function Badge({
  tone = "plain",
  children,
  className,
}: {
  tone?: Tone;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span
      className={classes(
        "inline-flex items-center gap-1 rounded-full px-2.5 py-0.5 text-sm font-semibold whitespace-nowrap",
        // A plain one has the page's own black there.
        "in-data-[theme=contrast]:ring-1 in-data-[theme=contrast]:ring-current/60 in-data-[theme=contrast]:ring-inset",
        TONES[tone],
        className,
      )}
    >
      {children}
    </span>
  );
}
