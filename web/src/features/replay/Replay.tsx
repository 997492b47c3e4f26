import { Link } from "@tanstack/react-router";
import { type ReactNode, useEffect, useMemo, useRef } from "react";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { BoardThen } from "./BoardThen";
import { Controls } from "./Controls";
import { MomentList } from "./MomentList";
import { momentsOf } from "./moments";
import { usePlayer } from "./player";
import type { Recording } from "./recording";
import { SeatPicker } from "./SeatPicker";
import { Stage } from "./Stage";
import { sceneOf } from "./scene";
import { useReplayTexts } from "./texts";
import { useReplayKeys } from "./use_keys";
import { useVantageText } from "./use_vantage_text";
import { vantageOf } from "./vantage";

/** The stage with its controls below, and beside it the moments to jump to. */
export function Replay({
  recording,
  roomId,
  seat,
  busy,
  failure,
  onMore,
  onSeat,
}: {
  recording: Recording;
  roomId: string;
  /** From where one wants to see it; the recording may still be the one before. */
  seat: string;
  busy: boolean;
  /** Stands in the recording's place when the wanted one didn't come. */
  failure: ReactNode;
  onMore: () => void;
  onSeat: (seat: string) => void;
}) {
  const t = useReplayTexts();
  const player = usePlayer(recording);
  const moments = useMemo(() => momentsOf(recording), [recording]);
  const vantage = useMemo(() => vantageOf(recording), [recording]);
  const { lead } = useVantageText(vantage);
  const { place, time } = player.standing;
  const room = useMemo(() => recording.roomAt(place), [recording, place]);
  const scene = sceneOf(room, vantage);
  useReplayKeys(player);
  const { move } = player;
  const hidden = Boolean(failure);
  useEffect(() => {
    if (hidden) move({ kind: "playing", playing: false });
  }, [hidden, move]);
  useNewsOfSeat(vantage.seatId, lead);
  const ended = moments.at(-1)?.kind === "finished";
  return (
    <article className="flex flex-col gap-5">
      <header>
        <div className="flex items-center justify-between gap-4">
          <h1 className="text-2xl font-bold sm:text-3xl">{t("title")}</h1>
          <Button asChild>
            <Link to="/rooms/$roomId/report" params={{ roomId }}>
              {t("toReport")}
            </Link>
          </Button>
        </div>
        {!failure && <p className="mt-1 text-sm text-soft sm:text-base">{lead}</p>}
      </header>
      {ended ? (
        <SeatPicker recording={recording} seat={seat} busy={busy} onChoose={onSeat} />
      ) : (
        <Notice
          action={
            <Button busy={busy} onClick={onMore}>
              {t("more")}
            </Button>
          }
        >
          <p>{t("running")}</p>
        </Notice>
      )}
      {failure || (
        <div className="grid gap-5 lg:grid-cols-[1fr_20rem]" aria-busy={busy}>
          <div className="flex min-w-0 flex-col gap-5">
            <Controls recording={recording} player={player} scene={scene} moments={moments} />
            <Stage room={room} scene={scene} vantage={vantage} instant={recording.instantOf(time)} />
          </div>
          <aside className="flex min-w-0 flex-col gap-5">
            <BoardThen room={room} vantage={vantage} />
            <MomentList moments={moments} vantage={vantage} place={place} onGo={player.go} />
          </aside>
        </div>
      )}
    </article>
  );
}

/** Tells screen readers from where the interview is seen now. */
function useNewsOfSeat(seatId: string, lead: string): void {
  const told = useRef(seatId);
  useEffect(() => {
    if (told.current === seatId) return;
    told.current = seatId;
    announce(lead);
  }, [seatId, lead]);
}
