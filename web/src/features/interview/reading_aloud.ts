/** What is read aloud in an interview: the question as it is asked, then what an AI candidate says. */
import { useEffect, useMemo, useRef } from "react";
import { requestFile } from "@/shared/http/request";
import { useRoomPart } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import { toast } from "@/shared/ui/toasts";
import { useVoiceAbilities } from "@/shared/voice/abilities";
import { hasDeviceVoice, readOnDevice } from "@/shared/voice/device_voice";
import { Reader, type Reading } from "@/shared/voice/reader";
import { useReading } from "@/shared/voice/reading";
import { playSound } from "@/shared/voice/sound_file";
import { useVoiceTexts } from "@/shared/voice/texts";
import { floorTurn } from "./parts";

interface Wanted extends Reading {
  body: { round_id: string } | { turn_id: string };
}

class NoVoice extends Error {}

const GESTURES = ["pointerdown", "keydown"] as const;

/** Reads aloud for as long as the interview's screen stands, if the person wants it. */
export function useReadAloud(): void {
  const t = useVoiceTexts();
  const { on, source, hushed } = useReading();
  const speaks = useVoiceAbilities()?.speaks ?? false;
  const roomId = useRoomPart((room) => room.room_id);
  const lang = useRoomPart((room) => room.settings.language);
  const roundId = useRoomPart((room) => room.current?.round_id ?? "");
  const question = useRoomPart((room) =>
    room.current?.opened_at == null ? "" : (room.current.question?.text ?? ""),
  );
  const speech = useRoomPart((room) => {
    const turn = floorTurn(room);
    return turn?.speaking && seatOf(room, turn.seat_id)?.kind === "ai" ? turn : undefined;
  });
  const [turnId, said] = [speech?.turn_id ?? "", speech?.text ?? ""];

  const play = async ({ text, body }: Wanted, signal: AbortSignal): Promise<void> => {
    const own = source === "device" || !speaks;
    if (own && (await hasDeviceVoice(lang))) return readOnDevice(text, lang, signal);
    if (!speaks) throw new NoVoice();
    const path = `/api/rooms/${encodeURIComponent(roomId)}/speech`;
    return playSound(await requestFile(path, { method: "POST", body, signal }), signal);
  };
  const now = useRef({ play, t });
  now.current = { play, t };

  const reader = useMemo(
    () =>
      new Reader<Wanted>({
        play: (wanted, signal) => now.current.play(wanted, signal),
        forbidden: () => toast(now.current.t("reading.touch")),
        failed: (error) =>
          toast(now.current.t(error instanceof NoVoice ? "reading.noVoice" : "reading.failed"), "bad"),
      }),
    [],
  );

  useEffect(() => {
    if (!on) {
      reader.reset();
      return;
    }
    const wanted: Wanted[] = [];
    if (question) wanted.push({ key: `q ${roundId}`, text: question, body: { round_id: roundId } });
    if (said) wanted.push({ key: `t ${turnId}`, text: said, body: { turn_id: turnId } });
    reader.want(hushed ? [] : wanted);
  }, [reader, on, hushed, roundId, question, turnId, said]);

  useEffect(() => {
    const touched = () => reader.touched();
    for (const gesture of GESTURES) window.addEventListener(gesture, touched);
    return () => {
      for (const gesture of GESTURES) window.removeEventListener(gesture, touched);
      reader.reset();
    };
  }, [reader]);
}
