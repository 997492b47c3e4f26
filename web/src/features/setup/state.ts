/** The choice outlives the page, so that a look at a candidate or at the questions loses nothing. */
import { create } from "zustand";
import { currentLang } from "@/shared/i18n/texts";
import { type Choice, defaultChoice } from "./choice";

interface SetupState {
  choice: Choice;
  set: (changes: Partial<Choice>) => void;
  reset: () => void;
}

export const useSetup = create<SetupState>()((set) => ({
  choice: defaultChoice(currentLang()),
  set: (changes) => set(({ choice }) => ({ choice: { ...choice, ...changes } })),
  reset: () => set({ choice: defaultChoice(currentLang()) }),
}));
