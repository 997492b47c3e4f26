/** Dates in front of people, in their language. */
import type { Lang } from "./texts";

const DAY_MS = 86_400_000;

/** Returns "오늘 14:05", "어제 14:05", or the date; `at` and `now` in ms since the Unix epoch. */
export function sayWhen(at: number, now: number, lang: Lang): string {
  const days = daysBetween(at, now);
  const time = new Intl.DateTimeFormat(lang, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(
    at,
  );
  if (days === 0 || days === 1) {
    const day = new Intl.RelativeTimeFormat(lang, { numeric: "auto" }).format(-days, "day");
    return `${lang === "en" ? day.charAt(0).toUpperCase() + day.slice(1) : day} ${time}`;
  }
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  return new Intl.DateTimeFormat(lang, {
    month: "short",
    day: "numeric",
    ...(sameYear ? {} : { year: "numeric" }),
  }).format(at);
}

/** Returns how many midnights lie between two instants. */
function daysBetween(at: number, now: number): number {
  const midnight = (instant: number) => new Date(instant).setHours(0, 0, 0, 0);
  return Math.round((midnight(now) - midnight(at)) / DAY_MS);
}
