/** What screen readers are told of what happens: one polite line, and one for what can't wait. */
import { create } from "zustand";

interface Announcements {
  polite: string;
  urgent: string;
}

export const useAnnouncements = create<Announcements>(() => ({ polite: "", urgent: "" }));

/** How long a text stays, ms: long enough to be read out, too short to be come across later as if it were news. */
export const STAYS_MS = 10_000;

/** Says a text to screen readers; the same text twice is said twice. */
export function announce(text: string, urgency: keyof Announcements = "polite"): void {
  const now = useAnnouncements.getState()[urgency];
  // A reader is silent about a line that didn't change: a space at its end is a change that nobody hears.
  const said = now === text ? `${text}\u00a0` : text;
  useAnnouncements.setState({ [urgency]: said });
  setTimeout(() => {
    if (useAnnouncements.getState()[urgency] === said) useAnnouncements.setState({ [urgency]: "" });
  }, STAYS_MS);
}
