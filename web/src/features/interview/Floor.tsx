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
  if (mine) {
    return (
      <>
        {round.simultaneous && <Together round={round} writing />}
        <Composer key={mine.turn_id} turn={mine} answerMs={round.answer_ms} />
      </>
    );
  }
  if (round.simultaneous) return <Together round={round} writing={false} />;
  return floor ? <Listening turn={floor} /> : <Between />;
}
