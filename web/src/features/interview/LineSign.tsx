import type { ReactNode } from "react";

/** A sign drawn in lines, as the interview's small buttons bear them; what it stands for is said beside it. */
export function LineSign({ children }: { children: ReactNode }) {
  return (
    <svg
      viewBox="0 0 20 20"
      className="size-5"
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
