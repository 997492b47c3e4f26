import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { seatOf, visibleBoard } from "@/shared/room/selectors";
import { Card } from "@/shared/ui/Card";
import { classes } from "@/shared/ui/classes";
import type { Room } from "@/shared/wire/socket.gen";
import { useReplayTexts } from "./texts";
import { useVantageText } from "./use_vantage_text";
import type { Vantage } from "./vantage";

/** The ranking that the seat could see at the time. */
export function BoardThen({ room, vantage }: { room: Room; vantage: Vantage }) {
  const t = useReplayTexts();
  const { nameOf } = useVantageText(vantage);
  const lang = useLang();
  const rows = visibleBoard(room)?.rows.filter((row) => row.total !== null) ?? [];
  return (
    <Card aria-labelledby="board-then" className="p-4! sm:p-5!">
      <h2 id="board-then" className="font-bold">
        {t("board")}
      </h2>
      {rows.length === 0 ? (
        <p className="mt-2 text-sm text-soft">{t("boardNone")}</p>
      ) : (
        <ol className="mt-2">
          {rows.map((row) => (
            <li
              key={row.seat_id}
              className={classes(
                "flex items-center gap-3 rounded-control px-2 py-1.5 text-sm",
                row.seat_id === vantage.seatId && "bg-accent-soft font-semibold",
              )}
            >
              <span className="w-9 font-bold tabular-nums">{t("rank", { rank: row.rank })}</span>
              <span className="min-w-0 flex-1 truncate">{nameOf(seatOf(room, row.seat_id))}</span>
              <span className="tabular-nums">{row.total !== null && sayFigure(row.total, lang)}</span>
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
