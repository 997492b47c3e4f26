import { useMemo, useRef } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { visibleBoard } from "@/shared/room/selectors";
import { BoardRowView } from "./BoardRowView";
import { BoardTable } from "./BoardTable";
import { boardLines, inOrderOfPoints } from "./lines";
import { useGliding } from "./movement";
import { useBoardTexts } from "./texts";

/** The ranking as far as this seat may see it now. */
export function Board() {
  const t = useBoardTexts();
  const board = useRoomPart(visibleBoard);
  const visibility = useRoomPart((room) => (room.stage === "finished" ? "live" : room.settings.visibility));
  if (!board) {
    const why = { live: "none", after_round: "hiddenUntilRound", end: "hiddenUntilEnd" } as const;
    return (
      <div className="flex flex-col gap-1 text-soft">
        <p>{t(why[visibility])}</p>
        <p className="text-sm">{t("practiceOnly")}</p>
      </div>
    );
  }
  return <Ranking />;
}

function Ranking() {
  const t = useBoardTexts();
  const me = useYou().seat_id;
  const board = useRoomPart(visibleBoard);
  const seats = useRoomPart((room) => room.seats);
  const rounds = useRoomPart((room) => room.rounds);
  const current = useRoomPart((room) => room.current);
  const lines = useMemo(
    () => (board ? boardLines({ seats, rounds, current }, board, me) : []),
    [board, seats, rounds, current, me],
  );
  const list = useRef<HTMLOListElement>(null);
  useGliding(list, lines.map((line) => line.row.seat_id).join());
  return (
    <div className="flex flex-col gap-3">
      <ol ref={list} aria-hidden="true" className="flex flex-col gap-2">
        {lines.map((line) => (
          <BoardRowView key={line.row.seat_id} line={line} />
        ))}
      </ol>
      <BoardTable lines={lines} />
      <p className="text-sm text-soft">
        {!inOrderOfPoints(board?.rows ?? []) && `${t("compared")} `}
        {t("practiceOnly")}
      </p>
    </div>
  );
}
