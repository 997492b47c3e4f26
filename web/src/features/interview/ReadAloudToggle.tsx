import { useRoomPart } from "@/shared/live/session";
import { SAMPLE, sayAtOnce } from "@/shared/voice/device_voice";
import { useReading } from "@/shared/voice/reading";
import { unlockSound } from "@/shared/voice/sound_file";
import { useVoiceTexts } from "@/shared/voice/texts";

/** Whether questions and AI candidates' answers are read aloud. */
export function ReadAloudToggle() {
  const t = useVoiceTexts();
  const lang = useRoomPart((room) => room.settings.language);
  const { on, source, set } = useReading();
  const label = t(on ? "reading.on" : "reading.off");
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      title={label}
      className="grid size-[44px] place-items-center rounded-control text-soft hover:bg-sunken hover:text-ink sm:size-9"
      onClick={() => {
        set({ on: !on });
        if (on) return;
        // The gesture that browsers want before any sound, and a sign that it works.
        unlockSound();
        if (source === "device") sayAtOnce(SAMPLE[lang], lang);
      }}
    >
      <svg
        viewBox="0 0 20 20"
        className="size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
        aria-hidden="true"
      >
        <path d="M9.5 4.5 6 7.5H3.5v5H6l3.5 3z" />
        {on ? (
          <path d="M12.5 7.5a3.5 3.5 0 0 1 0 5M14.75 5.25a6.7 6.7 0 0 1 0 9.5" />
        ) : (
          <path d="m12.5 8 4 4m0-4-4 4" />
        )}
      </svg>
    </button>
  );
}
