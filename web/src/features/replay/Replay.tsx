import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { BoardThen } from "./BoardThen";
import { Controls } from "./Controls";
import { MomentList } from "./MomentList";
import { momentsOf } from "./moments";
import { usePlayer } from "./player";
import type { Recording } from "./recording";
import { Stage } from "./Stage";
import { sceneOf } from "./scene";
import { useReplayTexts } from "./texts";
import { useReplayKeys } from "./use_keys";

/** The stage with its controls below, and beside it the moments to jump to. */
export function Replay({
  recording,
  roomId,
  busy,
  onMore,
}: {
  recording: Recording;
  roomId: string;
  busy: boolean;
  onMore: () => void;
}) {
  const t = useReplayTexts();
  const player = usePlayer(recording);
  const moments = useMemo(() => momentsOf(recording), [recording]);
  const { place, time } = player.standing;
  const room = useMemo(() => recording.roomAt(place), [recording, place]);
  const scene = sceneOf(room, recording.seatId);
  useReplayKeys(player);
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
        <p className="mt-1 text-sm text-soft sm:text-base">{t("lead")}</p>
      </header>
      {!ended && (
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
      <div className="grid gap-5 lg:grid-cols-[1fr_20rem]">
        <div className="flex min-w-0 flex-col gap-5">
          <Controls recording={recording} player={player} scene={scene} moments={moments} />
          <Stage room={room} scene={scene} seatId={recording.seatId} instant={recording.instantOf(time)} />
        </div>
        <aside className="flex min-w-0 flex-col gap-5">
          <BoardThen room={room} seatId={recording.seatId} />
          <MomentList moments={moments} place={place} onGo={player.go} />
        </aside>
      </div>
    </article>
  );
}
