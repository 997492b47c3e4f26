import { useRoomPart } from "@/shared/live/session";
import { SAMPLE, sayAtOnce } from "@/shared/voice/device_voice";
import { useReading } from "@/shared/voice/reading";
import { unlockSound } from "@/shared/voice/sound_file";
import { useVoiceTexts } from "@/shared/voice/texts";
import { SoundToggle } from "./SoundToggle";

/** Whether questions and AI candidates' answers are read aloud. */
export function ReadAloudToggle() {
  const t = useVoiceTexts();
  const lang = useRoomPart((room) => room.settings.language);
  const { on, source, set } = useReading();

  function toggle(): void {
    set({ on: !on });
    if (on) return;
    // The gesture that browsers want before any sound, and a sign that it works.
    unlockSound();
    if (source === "device") sayAtOnce(SAMPLE[lang], lang);
  }

  return (
    <SoundToggle on={on} label={t(on ? "reading.on" : "reading.off")} onToggle={toggle}>
      <path d="M9.5 4.5 6 7.5H3.5v5H6l3.5 3z" />
      {on ? (
        <path d="M12.5 7.5a3.5 3.5 0 0 1 0 5M14.75 5.25a6.7 6.7 0 0 1 0 9.5" />
      ) : (
        <path d="m12.5 8 4 4m0-4-4 4" />
      )}
    </SoundToggle>
  );
}
