import { memo, useEffect, useRef } from "react";
import { useShallow } from "zustand/react/shallow";
import { useRoomPart, useYou } from "@/shared/live/session";
import { seatOf, turnsBefore } from "@/shared/room/selectors";
import { classes } from "@/shared/ui/classes";
import type { Round, Seat, Turn } from "@/shared/wire/socket.gen";
import { type TurnWord, turnWord } from "./parts";
import { StripSeat } from "./StripSeat";
import { useInterviewTexts } from "./texts";

/** How much of the one before is left in sight, px. */
const EDGE = 24;

/** Who answers the question, in speaking order, and how far it is to my turn. */
export const Strip = memo(function Strip({ round }: { round: Round }) {
  const t = useInterviewTexts();
  const seats = useRoomPart(useShallow((room) => round.turns.map((turn) => seatOf(room, turn.seat_id))));
  const me = useYou().seat_id;
  const list = useRef<HTMLOListElement>(null);
  const open = round.turns.findIndex((turn) => turn.state === "open");
  useEffect(() => {
    const { current } = list;
    const item = current?.children[open];
    // On a phone the strip alone scrolls; `scrollIntoView` would move the whole page.
    if (current && item instanceof HTMLElement)
      current.scrollLeft = item.offsetLeft - current.offsetLeft - EDGE;
  }, [open]);
  return (
    <section aria-labelledby="strip-title" className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h2 id="strip-title" className="text-lg font-bold">
          {t(round.simultaneous ? "together.strip" : "strip")}
        </h2>
        {round.simultaneous ? <Progress round={round} /> : <MyPlace round={round} />}
      </div>
      <ol
        ref={list}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: on a phone it scrolls, and must by keyboard too
        tabIndex={0}
        aria-labelledby="strip-title"
        className="mt-2 flex gap-2 scrolls-sideways pb-1 lg:flex-col lg:overflow-visible lg:pb-0"
      >
        {round.turns.map((turn, place) => (
          <Entry
            key={turn.turn_id}
            turn={turn}
            seat={seats[place]}
            mine={turn.seat_id === me}
            round={round}
          />
        ))}
      </ol>
    </section>
  );
});

function Entry({
  turn,
  seat,
  mine,
  round,
}: {
  turn: Turn;
  seat: Seat | undefined;
  mine: boolean;
  round: Round;
}) {
  const word: TurnWord = turnWord(turn, seat, round.simultaneous);
  const lit = turn.state === "open";
  return seat ? <MemoSeat seat={seat} word={word} lit={lit} mine={mine} /> : null;
}

const MemoSeat = memo(StripSeat);

/** All write at once: nobody comes before anybody. */
function Progress({ round }: { round: Round }) {
  const t = useInterviewTexts();
  const done = round.turns.filter((turn) => turn.state === "closed").length;
  return (
    <p className="font-semibold text-soft tabular-nums">
      {t("together.progress", { done, total: round.turns.length })}
    </p>
  );
}

function MyPlace({ round }: { round: Round }) {
  const t = useInterviewTexts();
  const me = useYou().seat_id;
  const candidate = useRoomPart((room) =>
    room.seats.some((seat) => seat.seat_id === me && seat.kind === "human"),
  );
  const before = useRoomPart((room) => turnsBefore(room, me));
  const asked = round.candidates.includes(me);
  const text = !candidate
    ? t("order.watching")
    : !asked
      ? t("order.notAsked")
      : before === null
        ? t("order.done")
        : before === 0
          ? t("order.now")
          : before === 1
            ? t("order.next")
            : t("order.later", { count: before });
  const near = candidate && before !== null && before <= 1;
  return <p className={classes("font-semibold", near ? "text-accent" : "text-soft")}>{text}</p>;
}
