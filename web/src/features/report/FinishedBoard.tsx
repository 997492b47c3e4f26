import { Avatar } from "@/shared/ui/Avatar";
import { classes } from "@/shared/ui/classes";
import type { Board, Room } from "@/shared/wire/socket.gen";
import { useFigure } from "./saying";
import { useFinishedTexts } from "./texts_finished";

/** The final ranking in a few lines. */
export function FinishedBoard({ room, board, own }: { room: Room; board: Board; own: string }) {
  const t = useFinishedTexts();
  const figure = useFigure();
  return (
    <section aria-labelledby="finished-board">
      <h2 id="finished-board" className="mb-2 text-lg font-bold">
        {t("board")}
      </h2>
      <ol className="overflow-hidden rounded-card border border-line bg-raised">
        {board.rows.map((row) => {
          const seat = room.seats.find((one) => one.seat_id === row.seat_id);
          const mine = row.seat_id === own;
          return (
            <li
              key={row.seat_id}
              className={classes(
                "flex items-center gap-3 border-b border-line px-4 py-2.5 last:border-b-0",
                mine && "bg-accent-soft font-semibold",
              )}
            >
              <span className="min-w-9 font-bold whitespace-nowrap tabular-nums">
                {t("place", { rank: row.rank })}
              </span>
              <Avatar name={seat?.name ?? ""} company={seat?.company ?? null} size="small" />
              <span className="min-w-0 flex-1">
                {seat?.name}
                {mine && ` (${t("you")})`}
              </span>
              <span className="tabular-nums">{figure(row.total)}</span>
            </li>
          );
        })}
      </ol>
    </section>
  );
}
