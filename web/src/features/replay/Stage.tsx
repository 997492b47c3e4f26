import { askedRounds, seatOf } from "@/shared/room/selectors";
import { Badge } from "@/shared/ui/Badge";
import { Card } from "@/shared/ui/Card";
import type { Room } from "@/shared/wire/socket.gen";
import { useWords } from "@/shared/words/texts";
import { AnswersThen } from "./AnswersThen";
import { CandidatesThen } from "./CandidatesThen";
import { clockOf, type Scene } from "./scene";
import { useReplayTexts } from "./texts";
import { useSceneText } from "./use_scene_text";
import type { Vantage } from "./vantage";

/** What was to be seen from there: the question, who was answering, and what had been said. */
export function Stage({
  room,
  scene,
  vantage,
  instant,
}: {
  room: Room;
  scene: Scene;
  vantage: Vantage;
  instant: number;
}) {
  const t = useReplayTexts();
  const words = useWords();
  const sceneText = useSceneText();
  const round = askedRounds(room).at(-1);
  const between = scene.kind === "awaiting" || scene.kind === "deliberation" || scene.kind === "finished";
  const left = scene.turn?.deadline != null && !room.paused ? scene.turn.deadline - instant : null;
  return (
    <Card aria-label={sceneText(scene)} className="flex flex-col gap-5">
      {between && (
        <p className="rounded-control bg-accent-soft px-4 py-3 font-semibold">{sceneText(scene)}</p>
      )}
      {round ? (
        <>
          <div>
            <p className="flex flex-wrap items-center gap-2 text-sm text-soft">
              <span className="font-bold text-ink">{t("scene.question", { number: scene.number })}</span>
              <Badge>{words(`kind.${round.kind}`)}</Badge>
              {t("asks", { name: seatOf(room, round.interviewer)?.name ?? "" })}
              {left !== null && left > 0 && (
                <span className="ml-auto tabular-nums">
                  {t("remaining", { time: t("clock", clockOf(left)) })}
                </span>
              )}
            </p>
            <h2 className="mt-2 text-lg font-bold sm:text-xl">{round.question?.text}</h2>
            {round.question?.reason && (
              <p className="mt-1 text-sm text-soft">
                <span className="font-semibold">{t("reason")}</span> {round.question.reason}
              </p>
            )}
          </div>
          <CandidatesThen room={room} round={round} vantage={vantage} />
          <AnswersThen room={room} round={round} vantage={vantage} instant={instant} />
        </>
      ) : (
        <p className="text-soft">{sceneText(scene)}</p>
      )}
    </Card>
  );
}
