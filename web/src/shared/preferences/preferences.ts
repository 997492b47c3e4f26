/** How a person wants the pages: kept on this device, and written on the root element for the styles. */
import { create } from "zustand";
import { createJSONStorage, persist } from "zustand/middleware";
import { i18next, type Lang } from "@/shared/i18n/texts";
import { onDevice } from "@/shared/kept/kept";

export type Theme = "system" | "light" | "dark" | "contrast";
export type TextSize = "normal" | "large" | "larger";
export type Motion = "system" | "reduced";

interface Preferences {
  language: Lang;
  theme: Theme;
  textSize: TextSize;
  motion: Motion;
  set: (changes: Partial<Pick<Preferences, "language" | "theme" | "textSize" | "motion">>) => void;
}

export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      language: "ko",
      theme: "system",
      textSize: "normal",
      motion: "system",
      set: (changes) => set(changes),
    }),
    {
      name: "interview.preferences",
      storage: createJSONStorage(() => onDevice),
      partialize: ({ language, theme, textSize, motion }) => ({ language, theme, textSize, motion }),
    },
  ),
);

/** Keeps the root element and the texts as the preferences say, from now on. */
export function applyPreferences(root: HTMLElement): void {
  const apply = ({ language, theme, textSize, motion }: Preferences): void => {
    root.lang = language;
    root.dataset.theme = theme;
    root.dataset.text = textSize;
    root.dataset.motion = motion;
    if (i18next.language !== language) void i18next.changeLanguage(language);
  };
  apply(usePreferences.getState());
  usePreferences.subscribe(apply);
}
