import { useEffect, useId, useRef } from "react";

const BARS = 24;
const GAP = 4;

/** How loud it is now, as a row of marks that fills; whoever uses it says in words that it is recording. */
export function LevelMeter({ level }: { level: () => number }) {
  const marks = useId();
  const shown = useRef<SVGRectElement>(null);
  useEffect(() => {
    let frame = 0;
    let held = 0;
    const draw = () => {
      // It rises at once and falls slowly, so that syllables don't flicker.
      held = Math.max(level(), held * 0.92);
      shown.current?.setAttribute("width", String(Math.round(held * BARS) * GAP));
      frame = requestAnimationFrame(draw);
    };
    draw();
    return () => cancelAnimationFrame(frame);
  }, [level]);
  return (
    <svg
      viewBox={`0 0 ${BARS * GAP} 12`}
      preserveAspectRatio="none"
      className="h-3 w-full"
      aria-hidden="true"
      data-level
    >
      <defs>
        <clipPath id={marks}>
          {Array.from({ length: BARS }, (_, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the marks are the same for ever
            <rect key={place} x={place * GAP} y="0" width={GAP - 1.2} height="12" rx="1" />
          ))}
        </clipPath>
      </defs>
      <g clipPath={`url(#${marks})`}>
        <rect x="0" y="0" width={BARS * GAP} height="12" className="fill-line" />
        <rect ref={shown} x="0" y="0" width="0" height="12" className="fill-accent" />
      </g>
    </svg>
  );
}
