import { useEffect, useMemo, useRef, useState } from "react";
import { send } from "@/shared/http/upload";
import { sayNow } from "@/shared/i18n/texts";
import { openMicrophone } from "@/shared/voice/microphone";
import type { SpokenAnswer } from "@/shared/wire/http.gen";
import { type Phase, VoiceRecorder } from "./recorder";

export interface Recorder {
  phase: Phase;
  start: () => void;
  stop: () => void;
  again: () => void;
  cancel: () => void;
  level: () => number;
}

/** A recorder for one room's answers; when the component goes, the microphone is let go of. */
export function useRecorder(roomId: string, heard: (spoken: SpokenAnswer) => void): Recorder {
  const [phase, setPhase] = useState<Phase>({ name: "idle" });
  const take = useRef(heard);
  take.current = heard;
  const recorder = useRef<VoiceRecorder | null>(null);
  useEffect(() => {
    const made = new VoiceRecorder({
      now: () => Date.now(),
      open: openMicrophone,
      send: (recording, progress, signal) =>
        send<SpokenAnswer>(
          `/api/rooms/${encodeURIComponent(roomId)}/transcriptions`,
          recording,
          progress,
          signal,
        ),
      unexpected: () => sayNow("http", "unexpected"),
      heard: (spoken) => take.current(spoken),
      changed: setPhase,
    });
    recorder.current = made;
    return () => {
      recorder.current = null;
      made.dispose();
    };
  }, [roomId]);
  return useMemo(
    () => ({
      phase,
      start: () => void recorder.current?.start(),
      stop: () => void recorder.current?.stop(),
      again: () => void recorder.current?.again(),
      cancel: () => recorder.current?.cancel(),
      level: () => recorder.current?.level() ?? 0,
    }),
    [phase],
  );
}
