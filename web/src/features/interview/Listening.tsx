import { memo } from "react";
import { useNews, useRoomPart } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import { Avatar } from "@/shared/ui/Avatar";
import type { Turn } from "@/shared/wire/socket.gen";
import { Countdown } from "./Countdown";
import { SkipSpeech } from "./SkipSpeech";
import { SpeechText } from "./SpeechText";
import { useInterviewTexts } from "./texts";

/** Somebody else has the floor. */
export const Listening = memo(function Listening({ turn }: { turn: Turn }) {
  const t = useInterviewTexts();
  const seat = useRoomPart((room) => seatOf(room, turn.seat_id));
  const typing = useNews((news) => news.signals[turn.seat_id] !== undefined);
  if (!seat) return null;
  const { name } = seat;
  const doing = seat.kind === "ai" ? "preparing" : typing ? "typing" : "quiet";
  return (
    <section
      aria-label={t("speech.of", { name })}
      className="@container rounded-card border border-line bg-raised p-4 shadow-card sm:p-5"
    >
      {/* Large letters on a small phone: the line below the name gets the whole width. */}
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Avatar name={name} company={seat.company} />
        <div className="min-w-0 flex-1 @max-[16rem]:contents">
          <h2 className="min-w-0 flex-1 text-lg leading-tight font-bold">{name}</h2>
          {seat.headline && (
            <p className="text-sm text-soft @max-[16rem]:order-1 @max-[16rem]:basis-full">{seat.headline}</p>
          )}
        </div>
        {(turn.speaking || seat.kind === "human") && <Countdown turn={turn} />}
      </div>
      {turn.speaking && (
        <div className="mt-4 border-t border-line pt-4 empty:hidden">
          <SkipSpeech turns={[turn]} />
        </div>
      )}
      <div className="mt-4">
        {turn.speaking ? (
          <SpeechText turn={turn} />
        ) : (
          <p className="flex items-center gap-3 text-soft">
            {(typing || seat.kind === "ai") && <Dots />}
            {t(`speech.${doing}`, { name })}
          </p>
        )}
      </div>
    </section>
  );
});

function Dots() {
  return (
    <span aria-hidden="true" className="inline-flex gap-1">
      <span className="size-1.5 animate-pulse rounded-full bg-accent" />
      <span className="size-1.5 animate-pulse rounded-full bg-accent [animation-delay:200ms]" />
      <span className="size-1.5 animate-pulse rounded-full bg-accent [animation-delay:400ms]" />
    </span>
  );
}
