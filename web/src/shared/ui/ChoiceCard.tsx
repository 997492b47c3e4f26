import type { ReactNode } from "react";
import { classes } from "./classes";
import { Mark } from "./Mark";

/** A card that is chosen as a whole: one of several (`radio`), or any number of them (`checkbox`). */
export function ChoiceCard({
  type,
  name,
  chosen,
  onChoose,
  label,
  children,
  className,
}: {
  type: "radio" | "checkbox";
  name: string;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  label: ReactNode;
  children?: ReactNode;
  className?: string;
}) {
  return (
    <label
      className={classes(
        "flex cursor-pointer items-start gap-3 rounded-card border bg-raised p-4",
        "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
        chosen ? "border-accent ring-1 ring-accent" : "border-line hover:border-edge",
        className,
      )}
    >
      <input
        type={type}
        name={name}
        checked={chosen}
        className="sr-only"
        onChange={(event) => onChoose(event.target.checked)}
      />
      <span className="min-w-0 flex-1">
        <span className="block font-semibold">{label}</span>
        {children}
      </span>
      <Mark round={type === "radio"} chosen={chosen} />
    </label>
  );
}
