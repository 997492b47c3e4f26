import { candidates } from "@/shared/room/selectors";
import { Avatar } from "@/shared/ui/Avatar";
import { classes } from "@/shared/ui/classes";
import type { Room, Round } from "@/shared/wire/socket.gen";
import { useReplayTexts } from "./texts";
import { useVantageText } from "./use_vantage_text";
import type { Vantage } from "./vantage";

/** Everybody in a line, and where each stood with this question. */
export function CandidatesThen({ room, round, vantage }: { room: Room; round: Round; vantage: Vantage }) {
  const t = useReplayTexts();
  const { nameOf } = useVantageText(vantage);
  return (
    <ul aria-label={t("candidates")} className="flex flex-wrap gap-2">
      {candidates(room).map((seat) => {
        const state = round.turns.find((turn) => turn.seat_id === seat.seat_id)?.state ?? "none";
        return (
          <li
            key={seat.seat_id}
            className={classes(
              "flex items-center gap-2 rounded-full border py-1 pr-3 pl-1 text-sm",
              state === "open" ? "border-accent bg-accent-soft font-semibold" : "border-line",
              state === "none" && "text-soft",
            )}
          >
            <Avatar name={seat.name} company={seat.company} size="small" />
            <span>{nameOf(seat)}</span>
            {state !== "none" && <span className="text-soft">{t(`state.${state}`)}</span>}
          </li>
        );
      })}
    </ul>
  );
}
