/** What screen readers are told of what happens: one polite line, and one for what can't wait. */
import { create } from "zustand";

interface Announcements {
  polite: string;
  urgent: string;
}

export const useAnnouncements = create<Announcements>(() => ({ polite: "", urgent: "" }));

/** Says a text to screen readers; the same text twice is said twice. */
export function announce(text: string, urgency: keyof Announcements = "polite"): void {
  const now = useAnnouncements.getState()[urgency];
  // A reader is silent about a line that didn't change: a space at its end is a change that nobody hears.
  useAnnouncements.setState({ [urgency]: now === text ? `${text}\u00a0` : text });
}
