import { useRoomPart, useYou } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import { Notice } from "@/shared/ui/Notice";
import type { Round } from "@/shared/wire/socket.gen";
import { Countdown } from "./Countdown";
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
  // The round ends with the last of them; whoever writes has a clock of their own.
  const last = open.toSorted((one, other) => (other.deadline ?? 0) - (one.deadline ?? 0))[0];
  const notice = (
    <Notice
      tone={done ? "good" : "info"}
      title={t(done ? "together.done" : "together.title")}
      className="min-w-0 flex-[1_1_16rem]"
    >
      <p className="text-soft">{t("together.waiting", { count: others })}</p>
      {done && !people && open[0] && (
        <div className="mt-3">
          <SkipSpeech turns={open} />
        </div>
      )}
    </Notice>
  );
  if (writing || !last) return notice;
  return (
    // Beside the notice and not in it: it would be read out with every second.
    <div className="flex flex-wrap items-center justify-end gap-x-5 gap-y-2">
      {notice}
      <Countdown turn={last} of="everybody" />
    </div>
  );
}
