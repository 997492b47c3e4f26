import type { ReactNode } from "react";
import { classes } from "./classes";

/** A sign drawn in lines, as small buttons bear them; what it stands for is said beside it. */
export function LineSign({ children, className }: { children: ReactNode; className?: string }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className={classes("size-5", className)}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}
