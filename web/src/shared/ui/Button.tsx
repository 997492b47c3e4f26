import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { classes } from "./classes";

type Look = "primary" | "secondary" | "quiet" | "danger";
type Size = "small" | "medium" | "large";

const LOOKS: Record<Look, string> = {
  primary: "bg-accent text-accent-ink hover:brightness-110 active:brightness-95 border border-transparent",
  secondary: "bg-raised text-ink border border-edge hover:bg-sunken",
  quiet: "bg-transparent text-ink border border-transparent hover:bg-sunken",
  danger: "bg-transparent text-bad border border-bad hover:bg-bad-soft",
};

const SIZES: Record<Size, string> = {
  small: "min-h-11 px-3 text-sm sm:min-h-9",
  medium: "min-h-11 px-4",
  large: "min-h-13 px-6 text-lg",
};

export interface ButtonProps extends ComponentProps<"button"> {
  look?: Look;
  size?: Size;
  /** Shows that it is at work, and takes no second press. */
  busy?: boolean;
  /** Gives the button's looks to its only child, as for a link. */
  asChild?: boolean;
}

export function Button({
  look = "secondary",
  size = "medium",
  busy = false,
  asChild = false,
  className,
  children,
  ...rest
}: ButtonProps) {
  const looks = classes(
    "inline-flex items-center justify-center gap-2 rounded-control font-semibold wrap-normal no-underline transition",
    "disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55",
    LOOKS[look],
    SIZES[size],
    className,
  );
  if (asChild) {
    return (
      <Slot.Root className={looks} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type="button"
      className={looks}
      aria-busy={busy || undefined}
      {...rest}
      disabled={rest.disabled || busy}
    >
      {busy && (
        <span
          aria-hidden="true"
          className="size-4 animate-spin rounded-full border-2 border-current border-r-transparent"
        />
      )}
      {children}
    </button>
  );
}
