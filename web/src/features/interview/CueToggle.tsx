import { playCue, useCue } from "./cue";
import { SoundToggle } from "./SoundToggle";
import { useInterviewTexts } from "./texts";

export function CueToggle() {
  const t = useInterviewTexts();
  const { on, set } = useCue();

  function toggle(): void {
    set(!on);
    // Heard at once, and the gesture that browsers want before any sound.
    if (!on) playCue();
  }

  return (
    <SoundToggle on={on} label={t(on ? "cue.on" : "cue.off")} onToggle={toggle}>
      <path d="M5.5 8.5a4.5 4.5 0 0 1 9 0c0 3.5 1.5 4.5 1.5 4.5H4s1.5-1 1.5-4.5ZM8.5 15.5a1.6 1.6 0 0 0 3 0" />
      {!on && <path d="M3 3l14 14" />}
    </SoundToggle>
  );
}
