import { useEffect, useRef } from "react";
import { useRoomPart, useSession, useYou } from "@/shared/live/session";
import { seatOf, turnsBefore } from "@/shared/room/selectors";
import { announce } from "@/shared/ui/announcer";
import { useWords } from "@/shared/words/texts";
import { floorTurn, ownOpenTurn } from "./parts";
import { useInterviewTexts } from "./texts";

const BUZZ_MS = 120;

/** Says to screen readers what the eye sees change: a question, a speaker, one's own turn. */
export function useAnnouncements(): void {
  const t = useInterviewTexts();
  const words = useWords();
  const { serverNow } = useSession();
  const me = useYou().seat_id;
  const round = useRoomPart((room) => room.current?.round_id);
  const question = useRoomPart((room) => room.current?.question ?? null);
  const mine = useRoomPart((room) => ownOpenTurn(room, me)?.turn_id);
  const deadline = useRoomPart((room) => ownOpenTurn(room, me)?.deadline ?? null);
  const speaker = useRoomPart((room) => {
    const turn = floorTurn(room);
    return turn && turn.seat_id !== me && turn.speaking ? seatOf(room, turn.seat_id)?.name : undefined;
  });
  const next = useRoomPart((room) => !room.current?.simultaneous && turnsBefore(room, me) === 1);
  const told = useRef<string>(undefined);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new round is what is told
  useEffect(() => {
    if (question) announce(t("asked", { kind: words(`kind.${question.kind}`), text: question.text }));
  }, [round]);

  useEffect(() => {
    if (next) announce(t("soon"));
  }, [next, t]);

  useEffect(() => {
    if (speaker) announce(t("speaks", { name: speaker }));
  }, [speaker, t]);

  useEffect(() => {
    if (!mine || deadline === null || told.current === mine) return;
    told.current = mine;
    const seconds = Math.max(0, Math.round((deadline - serverNow()) / 1000));
    announce(t("turnBegan", { seconds }), "urgent");
    if (navigator.userActivation?.hasBeenActive) navigator.vibrate?.(BUZZ_MS);
  }, [mine, deadline, serverNow, t]);
}
