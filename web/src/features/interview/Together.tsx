import { useRoomPart, useYou } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import { Notice } from "@/shared/ui/Notice";
import type { Round } from "@/shared/wire/socket.gen";
import { SkipSpeech } from "./SkipSpeech";
import { useInterviewTexts } from "./texts";

/** All write at once: nobody sees another's answer before the round is closed. */
export function Together({ round, writing }: { round: Round; writing: boolean }) {
  const t = useInterviewTexts();
  const me = useYou().seat_id;
  const open = round.turns.filter((turn) => turn.state === "open");
  const others = open.filter((turn) => turn.seat_id !== me).length;
  // Once no person writes any more, the rest is waiting for AI candidates, which may be cut short.
  const people = useRoomPart((room) =>
    open.some((turn) => !turn.speaking || seatOf(room, turn.seat_id)?.kind === "human"),
  );
  const done = !writing && round.candidates.includes(me);
  return (
    <Notice tone={done ? "good" : "info"} title={t(done ? "together.done" : "together.title")}>
      <p className="text-soft">{t("together.waiting", { count: others })}</p>
      {done && !people && open[0] && (
        <div className="mt-3">
          <SkipSpeech turns={open} />
        </div>
      )}
    </Notice>
  );
}
