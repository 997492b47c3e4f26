/** Whether questions and AI candidates' answers are read aloud, and by whose voice: kept on this device. */
import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { onDevice } from "@/shared/kept/kept";

/** The device's own voice costs nothing and works offline; the server's is a model's. */
export type ReadingSource = "device" | "server";

interface Reading {
  on: boolean;
  source: ReadingSource;
  /** Somebody is recording: nothing may be heard meanwhile. */
  hushed: boolean;
  set: (changes: Partial<Pick<Reading, "on" | "source" | "hushed">>) => void;
}

export const useReading = create<Reading>()(
  persist((set) => ({ on: false, source: "device", hushed: false, set: (changes) => set(changes) }), {
    name: "interview.reading",
    storage: createJSONStorage(() => onDevice),
    partialize: ({ on, source }) => ({ on, source }),
  }),
);
