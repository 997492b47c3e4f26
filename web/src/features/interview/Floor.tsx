import { useEffect, useRef } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import type { Round } from "@/shared/wire/socket.gen";
import { Between } from "./Between";
import { Composer } from "./Composer";
import { Listening } from "./Listening";
import { floorTurn, ownOpenTurn } from "./parts";
import { Together } from "./Together";

/** Whoever has the floor: me, somebody else, everybody at once, or nobody for the moment. */
export function Floor({ round }: { round: Round }) {
  const me = useYou().seat_id;
  const mine = useRoomPart((room) => ownOpenTurn(room, me));
  const floor = useRoomPart(floorTurn);
  const place = useRef<HTMLDivElement>(null);
  const holder = mine?.turn_id ?? floor?.turn_id;
  const before = useRef(holder);
  useEffect(() => {
    const changed = before.current !== holder;
    before.current = holder;
    // What had the focus may just have gone: it stays here, where things go on.
    if (changed && document.activeElement === document.body) place.current?.focus({ preventScroll: true });
  }, [holder]);
  return (
    <div ref={place} tabIndex={-1} data-floor className="flex flex-col gap-5 outline-none">
      {mine ? (
        <>
          {round.simultaneous && <Together round={round} writing />}
          <Composer key={mine.turn_id} turn={mine} answerMs={round.answer_ms} />
        </>
      ) : round.simultaneous ? (
        <Together round={round} writing={false} />
      ) : floor ? (
        <Listening turn={floor} />
      ) : (
        <Between />
      )}
    </div>
  );
}
