import type { Language } from "@/shared/wire/socket.gen";

/** Characters that are said in a minute at a calm pace: Korean syllables with spaces; English at 140 words. */
const PER_MINUTE: Record<Language, number> = { ko: 320, en: 800 };

/** Returns about how many characters can be said in an answer's time, to the ten. */
export function targetLength(answerMs: number, language: Language): number {
  return Math.max(10, Math.round(((answerMs / 60_000) * PER_MINUTE[language]) / 10) * 10);
}
