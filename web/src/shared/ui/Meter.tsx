import { classes } from "./classes";

/** A bar that shows a share; whoever uses it shows the number in words too. */
export function Meter({
  value,
  most,
  label,
  tone = "accent",
  className,
}: {
  value: number;
  most: number;
  label: string;
  tone?: "accent" | "good" | "warn" | "bad";
  className?: string;
}) {
  const share = most > 0 ? Math.max(0, Math.min(1, value / most)) : 0;
  const fill = { accent: "fill-accent", good: "fill-good", warn: "fill-warn", bad: "fill-bad" }[tone];
  return (
    // biome-ignore lint/a11y/useSemanticElements: no browser lets a <meter> take the tokens' colours
    <svg
      role="meter"
      aria-label={label}
      aria-valuenow={Math.round(value * 10) / 10}
      aria-valuemin={0}
      aria-valuemax={most}
      viewBox="0 0 100 6"
      preserveAspectRatio="none"
      className={classes("h-1.5 w-full overflow-hidden rounded-full bg-line", className)}
    >
      <rect x="0" y="0" height="6" width={share * 100} className={fill} />
    </svg>
  );
}
