import { useLiveTexts } from "@/shared/live/texts";
import { Avatar } from "@/shared/ui/Avatar";
import { classes } from "@/shared/ui/classes";
import type { Seat } from "@/shared/wire/socket.gen";
import type { TurnWord } from "./parts";
import { useInterviewTexts } from "./texts";

const DONE: ReadonlySet<TurnWord> = new Set(["answered", "timed_out", "skipped", "abandoned", "void"]);

/** One candidate in the speaking order. */
export function StripSeat({
  seat,
  word,
  lit,
  mine,
}: {
  seat: Seat;
  word: TurnWord;
  lit: boolean;
  mine: boolean;
}) {
  const t = useInterviewTexts();
  const live = useLiveTexts();
  const gone = seat.left ? "left" : seat.absent ? "absent" : seat.away_since !== null ? "away" : null;
  return (
    <li
      aria-current={lit ? "step" : undefined}
      className={classes(
        "flex max-w-72 min-w-36 shrink-0 items-center gap-2.5 rounded-control border px-3 py-2 lg:max-w-none lg:min-w-0",
        lit ? "border-accent bg-accent-soft" : "border-line bg-raised",
      )}
    >
      <Avatar
        name={seat.name}
        company={seat.company}
        size="small"
        className={DONE.has(word) ? "opacity-60" : ""}
      />
      <div className="min-w-0 flex-1 leading-tight">
        <p className="font-semibold">
          {seat.number > 0 && <span className="text-soft tabular-nums">{seat.number} </span>}
          {seat.name}
          {mine && <span className="ml-1 text-sm text-accent">{live("seat.me")}</span>}
        </p>
        <p className={classes("text-sm", lit ? "font-semibold text-accent" : "text-soft")}>
          {t(`state.${word}`)}
          {gone && <span className="text-bad"> · {live(`seat.${gone}`)}</span>}
        </p>
      </div>
      {word === "answered" && (
        <svg viewBox="0 0 16 16" className="size-4 shrink-0 text-good" aria-hidden="true">
          <path
            d="M3 8.5l3.2 3.2L13 5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
      )}
    </li>
  );
}
