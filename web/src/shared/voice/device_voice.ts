/** The browser's own voice: free of charge, without a key, and on most devices offline. */
import type { Lang } from "@/shared/i18n/texts";
import { PlayingForbidden } from "./reader";

/** What is said when reading is switched on, in the language that will be read. */
export const SAMPLE: Readonly<Record<Lang, string>> = {
  ko: "읽어 주기를 켰습니다.",
  en: "Reading aloud is on.",
};
const VOICES_WITHIN_MS = 1_500;
const SENTENCE = /[^.!?。…]+[.!?。…]*\s*/g;
/** Held until they are over: some browsers forget an utterance that nobody holds. */
const spoken = new Set<SpeechSynthesisUtterance>();

/** Returns whether this device has a voice for a language; browsers may take a moment to know. */
export async function hasDeviceVoice(lang: Lang): Promise<boolean> {
  return (await voiceFor(lang)) !== null;
}

async function voiceFor(lang: Lang): Promise<SpeechSynthesisVoice | null> {
  if (typeof speechSynthesis === "undefined") return null;
  const found = () =>
    speechSynthesis.getVoices().find((voice) => voice.lang.toLowerCase().startsWith(lang)) ?? null;
  if (speechSynthesis.getVoices().length === 0) {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, VOICES_WITHIN_MS);
      speechSynthesis.addEventListener?.(
        "voiceschanged",
        () => {
          clearTimeout(timer);
          resolve();
        },
        { once: true },
      );
    });
  }
  return found();
}

/** Reads a text to its end, sentence by sentence: long utterances are cut off by some browsers. */
export async function readOnDevice(text: string, lang: Lang, signal: AbortSignal): Promise<void> {
  const voice = await voiceFor(lang);
  for (const sentence of text.match(SENTENCE) ?? [text]) {
    if (signal.aborted) return;
    await say(sentence.trim(), lang, voice, signal);
  }
}

/** Says something at once: the gesture that browsers want before any speech. */
export function sayAtOnce(text: string, lang: Lang): void {
  if (typeof speechSynthesis === "undefined") return;
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = lang === "ko" ? "ko-KR" : "en-US";
  speechSynthesis.speak(utterance);
}

function say(
  text: string,
  lang: Lang,
  voice: SpeechSynthesisVoice | null,
  signal: AbortSignal,
): Promise<void> {
  if (!text) return Promise.resolve();
  const utterance = new SpeechSynthesisUtterance(text);
  utterance.lang = voice?.lang ?? (lang === "ko" ? "ko-KR" : "en-US");
  if (voice) utterance.voice = voice;
  spoken.add(utterance);
  return new Promise<void>((resolve, reject) => {
    const stop = () => {
      speechSynthesis.cancel();
      resolve();
    };
    signal.addEventListener("abort", stop, { once: true });
    utterance.onend = () => resolve();
    utterance.onerror = ({ error }) => {
      if (error === "not-allowed") reject(new PlayingForbidden());
      else if (error === "canceled" || error === "interrupted") resolve();
      else reject(new Error(error));
    };
    speechSynthesis.speak(utterance);
  }).finally(() => spoken.delete(utterance));
}
