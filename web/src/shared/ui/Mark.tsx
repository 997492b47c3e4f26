import { classes } from "./classes";

/** The sign of a choice: round where one of several is chosen, a box where any number may be. */
export function Mark({ round = false, chosen }: { round?: boolean; chosen: boolean }) {
  return (
    <svg
      viewBox="0 0 20 20"
      aria-hidden="true"
      className={classes(
        "mt-0.5 size-5 shrink-0 border",
        round ? "rounded-full" : "rounded-[0.3rem]",
        chosen ? "border-accent bg-accent text-accent-ink" : "border-edge text-transparent",
      )}
    >
      <path
        d="M5 10.5l3.5 3.5L15 7"
        fill="none"
        stroke="currentColor"
        strokeWidth="2.2"
        strokeLinecap="round"
      />
    </svg>
  );
}
