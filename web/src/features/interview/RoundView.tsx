import { FoldingBoard } from "@/shared/board/FoldingBoard";
import { Chat } from "@/shared/live/Chat";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Card } from "@/shared/ui/Card";
import { Answered } from "./Answered";
import { Between } from "./Between";
import { Floor } from "./Floor";
import { useQuestionInSight } from "./in_sight";
import { Notes } from "./Notes";
import { PanelRow } from "./PanelRow";
import { ownOpenTurn } from "./parts";
import { QuestionCard } from "./QuestionCard";
import { Strip } from "./Strip";
import { Transcript } from "./Transcript";
import { useInterviewTexts } from "./texts";
import { useWide } from "./wide";

/** Question, floor and answers on one side; the order, the ranking and one's notes on the other. */
export function RoundView() {
  const t = useInterviewTexts();
  const me = useYou().seat_id;
  const round = useRoomPart((room) => room.current);
  const number = useRoomPart((room) => room.rounds.length + 1);
  const answering = useRoomPart((room) => ownOpenTurn(room, me) !== undefined);
  const wide = useWide();
  const place = useQuestionInSight(round?.round_id, answering);
  return (
    <div className="mx-auto grid max-w-7xl gap-x-8 gap-y-6 p-4 sm:py-6 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div ref={place} className="flex min-w-0 flex-col gap-5">
        <PanelRow />
        {round ? (
          <>
            <QuestionCard round={round} number={number} />
            {!wide && <Strip round={round} />}
            <Floor round={round} />
            <Answered round={round} />
          </>
        ) : (
          <Between />
        )}
        <Transcript />
      </div>
      <aside aria-label={t("side")} className="flex min-w-0 flex-col gap-6">
        {round && wide && <Strip round={round} />}
        <Card>
          <FoldingBoard answering={answering} />
        </Card>
        <Card>
          <Notes />
        </Card>
        <Card aria-labelledby="chat-title">
          <h2 id="chat-title" className="mb-3 text-lg font-bold">
            {t("chatTitle")}
          </h2>
          <Chat />
        </Card>
      </aside>
    </div>
  );
}
