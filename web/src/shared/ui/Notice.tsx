import type { ReactNode } from "react";
import { classes } from "./classes";

type Tone = "info" | "good" | "warn" | "bad";

const TONES: Record<Tone, string> = {
  info: "border-accent bg-accent-soft",
  good: "border-good bg-good-soft",
  warn: "border-warn bg-warn-soft",
  bad: "border-bad bg-bad-soft",
};

/** A short message in the page; `bad` and `warn` are read out at once. */
export function Notice({
  tone = "info",
  title,
  children,
  action,
  className,
}: {
  tone?: Tone;
  title?: string;
  children?: ReactNode;
  action?: ReactNode;
  className?: string;
}) {
  return (
    <div
      role={tone === "bad" || tone === "warn" ? "alert" : "status"}
      className={classes(
        "flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control border-l-4 px-4 py-3 text-ink",
        TONES[tone],
        className,
      )}
    >
      <div className="min-w-0 flex-[1_1_12rem]">
        {title && <p className="font-semibold">{title}</p>}
        {children}
      </div>
      {action}
    </div>
  );
}
