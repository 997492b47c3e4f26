import { memo, useState } from "react";
import { useLiveTexts } from "@/shared/live/texts";
import { Avatar } from "@/shared/ui/Avatar";
import { Badge } from "@/shared/ui/Badge";
import { classes } from "@/shared/ui/classes";
import type { Seat } from "@/shared/wire/socket.gen";
import { useSeatingTexts } from "./host_texts";
import { SeatMenu } from "./SeatMenu";
import { useWaitingTexts } from "./texts";

const BELOW = "@max-[20rem]:order-1 @max-[20rem]:basis-full";

interface Props {
  seat: Seat;
  /** Its candidate number, where that is known before the start. */
  number: number | null;
  /** The viewer is the host. */
  host: boolean;
  hostSeat: string | null;
  me: string;
}

/** One seat: who sits there, whether they are there, and whether they are ready. */
export const SeatCard = memo(function SeatCard({ seat, number, host, hostSeat, me }: Props) {
  const t = useWaitingTexts();
  const live = useLiveTexts();
  const seating = useSeatingTexts();
  const [open, setOpen] = useState(false);
  const mine = seat.seat_id === me;
  const away = seat.absent ? "absent" : seat.away_since !== null ? "away" : null;
  return (
    <li
      className={classes(
        "@container rounded-control border p-3",
        mine ? "border-accent bg-accent-soft" : "border-line",
      )}
    >
      {/* On a phone, and between two others: what is told below the name gets the whole width. */}
      <div className="flex items-center gap-x-3 gap-y-1 @max-[20rem]:flex-wrap">
        <Avatar name={seat.name} company={seat.company} className={away ? "opacity-50" : ""} />
        <div className="min-w-0 flex-1 leading-snug @max-[20rem]:contents">
          <p className="flex min-w-0 flex-wrap items-center gap-x-1.5 font-semibold @max-[20rem]:flex-1">
            {number !== null && <span className="text-soft tabular-nums">{number}</span>}
            <span className="min-w-0">{seat.name}</span>
            {mine && <span className="text-sm text-accent">{live("seat.me")}</span>}
            {seat.seat_id === hostSeat && <Badge>{live("seat.host")}</Badge>}
            {seat.kind === "ai" && <Badge>{live("seat.ai")}</Badge>}
          </p>
          {seat.headline && (
            <p className={classes("text-sm", BELOW, mine ? "text-ink" : "text-soft")}>{seat.headline}</p>
          )}
          {away ? (
            <p className={classes("text-sm font-semibold text-bad", BELOW)}>{live(`seat.${away}`)}</p>
          ) : (
            seat.kind === "human" && (
              <p
                className={classes(
                  "text-sm font-semibold",
                  BELOW,
                  seat.ready ? "text-good" : mine ? "text-ink" : "text-soft",
                )}
              >
                {t(seat.ready ? "ready" : "notReady")}
              </p>
            )
          )}
        </div>
        {host && (
          <button
            type="button"
            aria-label={seating("seat.menu", { name: seat.name })}
            aria-haspopup="dialog"
            className="grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink"
            onClick={() => setOpen(true)}
          >
            <svg viewBox="0 0 20 20" className="size-5" fill="currentColor" aria-hidden="true">
              <circle cx="4" cy="10" r="1.6" />
              <circle cx="10" cy="10" r="1.6" />
              <circle cx="16" cy="10" r="1.6" />
            </svg>
          </button>
        )}
      </div>
      {open && <SeatMenu seat={seat} mine={mine} onClose={() => setOpen(false)} />}
    </li>
  );
});
