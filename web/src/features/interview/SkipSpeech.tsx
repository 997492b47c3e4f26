import { useMemo } from "react";
import { useShallow } from "zustand/react/shallow";
import { useGive } from "@/shared/live/give";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import type { Turn } from "@/shared/wire/socket.gen";
import { useInterviewTexts } from "./texts";

/** It ended by itself meanwhile. */
const OVER = ["turn_closed", "not_speaking", "unknown_turn"];

/** Going on before a speech has ended takes everybody who is there; several end at once when all write at once. */
export function SkipSpeech({ turns }: { turns: readonly Turn[] }) {
  const t = useInterviewTexts();
  const give = useGive();
  const me = useYou().seat_id;
  const people = useRoomPart(
    useShallow((room) => room.seats.filter((seat) => seat.kind === "human" && !seat.left)),
  );
  const paused = useRoomPart((room) => room.paused !== null);
  const { candidate, missing, agreed, voted } = useMemo(() => {
    const hasVoted = (seatId: string) => turns.every((turn) => turn.skip_votes.includes(seatId));
    const there = people.filter((seat) => seat.away_since === null);
    return {
      candidate: people.some((seat) => seat.seat_id === me),
      missing: there.filter((seat) => seat.seat_id !== me && !hasVoted(seat.seat_id)),
      agreed: there.filter((seat) => seat.seat_id !== me && hasVoted(seat.seat_id)),
      voted: hasVoted(me),
    };
  }, [people, me, turns]);
  if (!candidate) return null;
  const names = (some: typeof missing) => some.map((seat) => seat.name).join(", ");
  const why =
    voted && missing.length > 0
      ? t("speech.missing", { names: names(missing) })
      : agreed.length > 0
        ? t("speech.agreed", { names: names(agreed) })
        : missing.length > 0
          ? t("speech.all")
          : t("speech.alone");
  function skip(): void {
    for (const turn of turns) {
      if (!turn.skip_votes.includes(me)) void give("skip_speech", { turn_id: turn.turn_id }, OVER);
    }
  }
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {voted ? (
        <p role="status" className="font-semibold">
          {t("speech.voted")}
        </p>
      ) : (
        <Button disabled={paused} onClick={skip}>
          {t("speech.skip")}
        </Button>
      )}
      <p className="text-sm text-soft">{why}</p>
    </div>
  );
}
