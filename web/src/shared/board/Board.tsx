import { useDeferredValue, useRef, useState } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { visibleBoard } from "@/shared/room/selectors";
import { BoardRowView } from "./BoardRowView";
import { BoardTable } from "./BoardTable";
import { type BoardLine, inOrderOfPoints, linesReader } from "./lines";
import { useGliding } from "./movement";
import { useBoardTexts } from "./texts";

const NO_LINES: readonly BoardLine[] = [];

/** The ranking as far as this seat may see it now. */
export function Board() {
  const t = useBoardTexts();
  const shown = useRoomPart((room) => visibleBoard(room) !== null);
  const visibility = useRoomPart((room) => (room.stage === "finished" ? "live" : room.settings.visibility));
  if (!shown) {
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
  const [read] = useState(linesReader);
  const lines = useRoomPart((room) => {
    const board = visibleBoard(room);
    return board ? read(room, board, me) : NO_LINES;
  });
  // What is heard comes after what is seen: a full table would keep the hand that opened the board waiting.
  const heard = useDeferredValue(lines, NO_LINES);
  const list = useRef<HTMLOListElement>(null);
  useGliding(list, lines.map((line) => line.row.seat_id).join());
  return (
    <div className="flex flex-col gap-3">
      {/* The box that the rows ask how wide they are: one for all, for each costs another layout. */}
      <ol ref={list} aria-hidden="true" className="@container flex flex-col gap-2">
        {lines.map((line) => (
          <BoardRowView key={line.row.seat_id} line={line} />
        ))}
      </ol>
      <BoardTable lines={heard} />
      <p className="text-sm text-soft">
        {!inOrderOfPoints(lines.map((line) => line.row)) && `${t("compared")} `}
        {t("practiceOnly")}
      </p>
    </div>
  );
}
