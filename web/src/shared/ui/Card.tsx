import type { ComponentProps } from "react";
import { classes } from "./classes";

/** A raised sheet that holds one thing. */
export function Card({ className, ...rest }: ComponentProps<"section">) {
  return (
    <section
      className={classes("rounded-card border border-line bg-raised p-5 shadow-card sm:p-6", className)}
      {...rest}
    />
  );
}
