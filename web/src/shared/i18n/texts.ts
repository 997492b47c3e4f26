/**
 * Texts for people: every one in Korean and in English, in the folder of the feature that shows it.
 * `const useTexts = defineTexts("waiting", ko, en)`, then `const t = useTexts(); t("seat.ready", { name })`.
 */
import i18next from "i18next";
import { useSyncExternalStore } from "react";

export type Lang = "ko" | "en";
export const LANGS: readonly Lang[] = ["ko", "en"];

export interface TextTree {
  readonly [key: string]: string | TextTree;
}

/** The other language's tree must have exactly the same keys; a plural may have `_one` beside `_other`. */
export type Same<T> = { readonly [K in keyof T]: T[K] extends string ? string : Same<T[K]> };

type Plain<K extends string> = K extends `${infer Base}_one` | `${infer Base}_other` ? Base : K;
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string ? Plain<K> : `${K}.${TextKey<T[K]>}`;
}[keyof T & string];

export type Values = Readonly<Record<string, string | number>>;
export type Say<T> = (key: TextKey<T>, values?: Values) => string;

void i18next.init({
  lng: "ko",
  fallbackLng: false,
  resources: {},
  interpolation: { escapeValue: false },
  returnNull: false,
});

export { i18next };

/** Registers a feature's texts, and returns the hook that says them in the language of the moment. */
export function defineTexts<const T extends TextTree>(namespace: string, ko: T, en: Same<T>): () => Say<T> {
  i18next.addResourceBundle("ko", namespace, ko, true, true);
  i18next.addResourceBundle("en", namespace, en, true, true);
  const say = { ko: saying("ko", namespace), en: saying("en", namespace) };
  // biome-ignore lint/correctness/noComponentHookFactories: called once a module, so the hook is always the same
  return function useTexts(): Say<T> {
    return say[useLang()];
  };
}

/** A text without values is looked up once: a full table of the ranking says hundreds of them at every change. */
function saying(lang: Lang, namespace: string): (key: string, values?: Values) => string {
  const say = i18next.getFixedT(lang, namespace);
  const plain = new Map<string, string>();
  return (key, values) => {
    if (values) return say(key, values);
    const said = plain.get(key) ?? say(key);
    plain.set(key, said);
    return said;
  };
}

/** Says a text outside React, as for an error that a query has thrown. */
export function sayNow(namespace: string, key: string, values: Values = {}): string {
  return i18next.t(key, { ns: namespace, ...values });
}

/** The language of the moment. */
export function currentLang(): Lang {
  return i18next.language === "en" ? "en" : "ko";
}

export function useLang(): Lang {
  return useSyncExternalStore(onLanguage, currentLang);
}

function onLanguage(changed: () => void): () => void {
  i18next.on("languageChanged", changed);
  return () => i18next.off("languageChanged", changed);
}
