import { CRITERIA } from "./lines";
import { useBoardTexts } from "./texts";

const MOST = 5;

/** Five small bars, one a criterion, from 1 to 5; an empty one is not judged yet. */
export function CriteriaBars({ levels }: { levels: readonly number[] }) {
  const t = useBoardTexts();
  return (
    <div className="flex min-w-0 flex-[1_1_11rem] gap-1.5">
      {CRITERIA.map((criterion, index) => (
        <div key={criterion} className="min-w-0 flex-1">
          <svg
            viewBox="0 0 100 6"
            preserveAspectRatio="none"
            aria-hidden="true"
            className="h-1.5 w-full overflow-hidden rounded-full bg-line"
          >
            <rect
              x="0"
              y="0"
              height="6"
              width={((levels[index] ?? 0) / MOST) * 100}
              className="fill-accent"
            />
          </svg>
          <span className="block text-[0.6875rem] leading-tight text-soft">{t(`short.${criterion}`)}</span>
        </div>
      ))}
    </div>
  );
}
