import { Link } from "@tanstack/react-router";
import { useEffect } from "react";
import { inOrderOfPoints } from "@/shared/board/lines";
import { useBoardTexts } from "@/shared/board/texts";
import { useRoom, useYou } from "@/shared/live/session";
import { candidates, visibleBoard } from "@/shared/room/selectors";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { useWindowTitle } from "@/shared/ui/window_title";
import type { BoardRow, Room, Seat } from "@/shared/wire/socket.gen";
import { FinishedBoard } from "./FinishedBoard";
import { useFigure } from "./saying";
import { useFinishedTexts } from "./texts_finished";

/** The moment when the interview has ended: the place, a kind word, and the way to the report. */
export function FinishedScreen() {
  const t = useFinishedTexts();
  useWindowTitle(t("title"));
  const boardTexts = useBoardTexts();
  const room = useRoom();
  const you = useYou();
  const seat = candidates(room).find((one) => one.seat_id === you.seat_id);
  const board = visibleBoard(room);
  const row = board?.rows.find((one) => one.seat_id === you.seat_id);
  const count = board?.rows.length ?? 0;
  const spoken = row ? t("announced", { count, rank: row.rank }) : t("title");
  useEffect(() => announce(spoken), [spoken]);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-2xl flex-col justify-center gap-8 px-5 py-10">
      <header className="text-center">
        <h1 className="text-2xl font-bold sm:text-3xl">{t(room.ended_early ? "titleEarly" : "title")}</h1>
        <p className="mt-2 text-lg text-soft">{seat ? t("thanks", { name: seat.name }) : t("thanksAll")}</p>
      </header>
      {seat && row ? <Place row={row} count={count} /> : null}
      {!board && <p className="text-center text-soft">{t("noBoard")}</p>}
      {seat && <Gained room={room} seat={seat} />}
      <nav className="flex flex-col gap-3 sm:flex-row sm:justify-center" aria-label={t("toReport")}>
        <Button asChild look="primary" size="large">
          <Link to="/rooms/$roomId/report" params={{ roomId: room.room_id }}>
            {t("toReport")}
          </Link>
        </Button>
        <Button asChild size="large">
          <Link to="/rooms/$roomId/replay" params={{ roomId: room.room_id }}>
            {t("toReplay")}
          </Link>
        </Button>
        <Button asChild size="large" look="quiet">
          <Link to="/">{t("toHome")}</Link>
        </Button>
      </nav>
      {board && <FinishedBoard room={room} board={board} own={you.seat_id} />}
      <p className="text-center text-sm text-soft">
        {board && !inOrderOfPoints(board.rows) && `${boardTexts("compared")} `}
        {t("notice")}
      </p>
    </main>
  );
}

function Place({ row, count }: { row: BoardRow; count: number }) {
  const t = useFinishedTexts();
  const figure = useFigure();
  const { rank_best: best, rank_worst: worst } = row;
  const word = row.rank === 1 ? "first" : row.rank === count ? "last" : "middle";
  return (
    <div className="rounded-card bg-accent-soft px-6 py-8 text-center">
      <p className="flex flex-wrap items-baseline justify-center gap-x-3">
        <span className="text-6xl font-bold tracking-tight text-accent">{t("rank", { rank: row.rank })}</span>
        <span className="text-lg">{t("of", { count })}</span>
      </p>
      {row.total !== null && (
        <p className="mt-2 text-lg font-semibold">{t("total", { total: figure(row.total) })}</p>
      )}
      <p className="mt-1">{best === worst ? t("certain", { best }) : t("interval", { best, worst })}</p>
      <p className="mt-4 font-semibold">{t(word)}</p>
    </div>
  );
}

/** What one has done, and whether the feedback is there yet. */
function Gained({ room, seat }: { room: Room; seat: Seat }) {
  const t = useFinishedTexts();
  const answered = room.rounds
    .flatMap((round) => round.turns)
    .filter((turn) => turn.seat_id === seat.seat_id && turn.outcome === "answered").length;
  const ready = room.feedback.some((one) => one.seat_id === seat.seat_id && one.feedback !== null);
  const due = room.feedback_due.includes(seat.seat_id);
  return (
    <p className="text-center text-soft" aria-live="polite">
      {answered > 0 && t("answered", { count: answered })}{" "}
      {ready ? t("feedbackReady") : due && t("feedbackDue")}
    </p>
  );
}
