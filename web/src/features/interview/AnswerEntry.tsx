import { memo } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { useLiveTexts } from "@/shared/live/texts";
import { seatOf } from "@/shared/room/selectors";
import { Avatar } from "@/shared/ui/Avatar";
import type { Turn } from "@/shared/wire/socket.gen";
import { useInterviewTexts } from "./texts";

/** One answer that was given. */
export const AnswerEntry = memo(
  function AnswerEntry({ turn }: { turn: Turn }) {
    const t = useInterviewTexts();
    const live = useLiveTexts();
    const seat = useRoomPart((room) => seatOf(room, turn.seat_id));
    const mine = useYou().seat_id === turn.seat_id;
    if (!seat) return null;
    return (
      <li className="flex gap-3 py-3 first:pt-0 last:pb-0">
        <Avatar name={seat.name} company={seat.company} size="small" />
        <div className="min-w-0 flex-1">
          <p className="leading-tight font-semibold">
            {seat.name}
            {mine && <span className="ml-1 text-sm text-accent">{live("seat.me")}</span>}
            {turn.by_clock && (
              <span className="ml-2 text-sm font-normal text-warn">{t("answered.byClock")}</span>
            )}
          </p>
          <p className={turn.text ? "mt-1 whitespace-pre-wrap" : "mt-1 text-soft"}>
            {turn.text ||
              (turn.outcome && turn.outcome !== "answered"
                ? t(`state.${turn.outcome}`)
                : t("transcript.hidden"))}
          </p>
        </div>
      </li>
    );
  },
  // Judges' evidence comes in while this is read, and shows nothing here.
  (before, after) =>
    before.turn === after.turn ||
    (before.turn.text === after.turn.text &&
      before.turn.outcome === after.turn.outcome &&
      before.turn.turn_id === after.turn.turn_id),
);
