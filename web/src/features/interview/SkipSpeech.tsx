import { useMemo } from "react";
import { useGive } from "@/shared/live/give";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import type { Turn } from "@/shared/wire/socket.gen";
import { useInterviewTexts } from "./texts";

/** Going on before a speech has ended takes everybody who is there. */
export function SkipSpeech({ turn }: { turn: Turn }) {
  const t = useInterviewTexts();
  const give = useGive();
  const me = useYou().seat_id;
  const seats = useRoomPart((room) => room.seats);
  const paused = useRoomPart((room) => room.paused !== null);
  const { candidate, missing } = useMemo(() => {
    const there = seats.filter((seat) => seat.kind === "human" && !seat.left && seat.away_since === null);
    return {
      candidate: seats.some((seat) => seat.seat_id === me && seat.kind === "human" && !seat.left),
      missing: there.filter((seat) => seat.seat_id !== me && !turn.skip_votes.includes(seat.seat_id)),
    };
  }, [seats, me, turn.skip_votes]);
  if (!candidate) return null;
  const voted = turn.skip_votes.includes(me);
  const names = missing.map((seat) => seat.name).join(", ");
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      {voted ? (
        <p role="status" className="font-semibold">
          {t("speech.voted")}
        </p>
      ) : (
        <Button disabled={paused} onClick={() => void give("skip_speech", { turn_id: turn.turn_id })}>
          {t("speech.skip")}
        </Button>
      )}
      <p className="text-sm text-soft">
        {missing.length > 0 ? t("speech.missing", { names }) : t("speech.alone")}
      </p>
    </div>
  );
}
