import { playCue, useCue } from "./cue";
import { useInterviewTexts } from "./texts";

export function CueToggle() {
  const t = useInterviewTexts();
  const { on, set } = useCue();
  const label = t(on ? "cue.on" : "cue.off");
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      title={label}
      className="grid size-[44px] place-items-center rounded-control text-soft hover:bg-sunken hover:text-ink sm:size-9"
      onClick={() => {
        set(!on);
        // Heard at once, and the gesture that browsers want before any sound.
        if (!on) playCue();
      }}
    >
      <svg
        viewBox="0 0 20 20"
        className="size-5"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
      >
        <path
          d="M5.5 8.5a4.5 4.5 0 0 1 9 0c0 3.5 1.5 4.5 1.5 4.5H4s1.5-1 1.5-4.5ZM8.5 15.5a1.6 1.6 0 0 0 3 0"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
        {!on && <path d="M3 3l14 14" strokeLinecap="round" />}
      </svg>
    </button>
  );
}
