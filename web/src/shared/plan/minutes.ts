/**
 * How long an interview takes. The engine knows only limits; what is spoken within them is an estimate: AI candidates
 * speak at their own rates, people are thought to use three quarters of their time. Whole interviews, played in the
 * engine's own time, came out within a twentieth of this.
 */
import type { Language, OrderPolicy, Slot } from "@/shared/wire/socket.gen";

const PERSONS_SHARE = 0.75;
const AI_LEAST_MS = 34_000;
const AI_SHARE = 0.38;
const AI_PACE: Readonly<Record<Language, number>> = { ko: 1, en: 0.8 };
const FOLLOW_UP_MS = 60_000;

export interface Occasion {
  slots: readonly Slot[];
  people: number;
  ai: number;
  interviewers: number;
  order: OrderPolicy;
  language: Language;
  followUpBudget: number;
  readingMs: number;
  /** The people's share of the normal answer time, 100 to 300. */
  timePercent: number;
}

/** In ms: what an interview usually takes, and what it takes when everybody uses all their time. */
export interface Expected {
  usual: number;
  most: number;
}

export function expectedTime(occasion: Occasion): Expected {
  let [usual, most, askedFurther] = [0, 0, 0];
  for (const slot of occasion.slots) {
    const one = { person: person(slot.answer_ms, occasion), ai: ai(slot.answer_ms, occasion) };
    const together = slot.asked === "all" && (slot.order ?? occasion.order) === "simultaneous";
    const [people, others] = slot.asked === "one" ? [1, 0] : [occasion.people, occasion.ai];
    for (const kind of ["usual", "most"] as const) {
      const time = together
        ? Math.max(people && one.person[kind], others && one.ai[kind])
        : people * one.person[kind] + others * one.ai[kind];
      if (kind === "usual") usual += time;
      else most += time;
    }
    if (slot.follow_ups) askedFurther += slot.asked === "each" ? people + others : 1;
  }
  // Every interviewer has a budget, and only those who ask have a use for it.
  const followUps = Math.min(occasion.interviewers, askedFurther) * occasion.followUpBudget;
  const candidates = Math.max(1, occasion.people + occasion.ai);
  const further = { person: person(FOLLOW_UP_MS, occasion), ai: ai(FOLLOW_UP_MS, occasion) };
  const mean = (kind: keyof Expected) =>
    (occasion.people * further.person[kind] + occasion.ai * further.ai[kind]) / candidates;
  return { usual: usual + followUps * mean("usual"), most: most + followUps * mean("most") };
}

function person(answerMs: number, { timePercent, readingMs }: Occasion): Expected {
  const allowed = (answerMs * timePercent) / 100;
  return { usual: readingMs + allowed * PERSONS_SHARE, most: readingMs + allowed };
}

function ai(answerMs: number, { language, readingMs }: Occasion): Expected {
  const spoken = (AI_LEAST_MS + AI_SHARE * answerMs) * AI_PACE[language];
  return { usual: Math.min(answerMs, spoken), most: readingMs + answerMs };
}

export function inMinutes(ms: number): number {
  return Math.max(1, Math.round(ms / 60_000));
}
