import type { SeatResult } from "@/shared/wire/http.gen";

/** The ranks that the evidence allows, as a band on a line of all ranks; the words beside it say the same. */
export function RankInterval({ result, count }: { result: SeatResult; count: number }) {
  const step = 100 / Math.max(1, count);
  return (
    <svg viewBox="0 0 100 10" preserveAspectRatio="none" className="h-2.5 w-full" aria-hidden="true">
      <rect x="0" y="3.5" width="100" height="3" className="fill-line" />
      <rect
        x={(result.rank_best - 1) * step}
        y="2"
        width={(result.rank_worst - result.rank_best + 1) * step}
        height="6"
        className="fill-accent opacity-35"
      />
      <rect
        x={(result.rank - 1) * step + step / 2 - 1.5}
        y="0"
        width="3"
        height="10"
        className="fill-accent"
      />
    </svg>
  );
}
