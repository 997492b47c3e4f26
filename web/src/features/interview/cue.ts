/** A gentle sound ten seconds before the end, for whoever wants one. */
import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { onDevice } from "@/shared/kept/kept";

export const useCue = create<{ on: boolean; set: (on: boolean) => void }>()(
  persist((set) => ({ on: false, set: (on) => set({ on }) }), {
    name: "interview.cue",
    storage: createJSONStorage(() => onDevice),
    partialize: ({ on }) => ({ on }),
  }),
);

let context: AudioContext | null = null;

/** Plays two soft notes. A browser that plays nothing without a gesture stays silent. */
export function playCue(): void {
  context ??= new AudioContext();
  const { currentTime } = context;
  for (const [index, pitch] of [660, 880].entries()) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = currentTime + index * 0.18;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0, start);
    volume.gain.linearRampToValueAtTime(0.08, start + 0.03);
    volume.gain.exponentialRampToValueAtTime(0.0005, start + 0.35);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.4);
  }
}
