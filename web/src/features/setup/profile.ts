/** What a language model found in a document, beside the lines that are there already. */
import type { Lang } from "@/shared/i18n/texts";
import type { ProfileSeen } from "@/shared/wire/http.gen";
import { factsOf, MOST_FACTS, type SharedDocument } from "./choice";

const NAMES: Readonly<Record<string, string>> = {
  openai: "OpenAI",
  anthropic: "Anthropic",
  gemini: "Google Gemini",
};

/** Adds what was found to a document that is still used: nothing twice, and no more than a room takes. */
export function withFound(
  documents: readonly SharedDocument[],
  documentId: string,
  { experiences }: Pick<ProfileSeen, "experiences">,
): { documents: readonly SharedDocument[]; added: number } {
  const there = factsOf({ documents });
  const fresh = [...new Set(experiences.map(({ fact }) => fact.trim()))]
    .filter((fact) => fact && !there.includes(fact))
    .slice(0, Math.max(0, MOST_FACTS - there.length));
  const used = documents.some((one) => one.documentId === documentId);
  return {
    documents: documents.map((one) =>
      one.documentId === documentId ? { ...one, facts: [...one.facts, ...fresh] } : one,
    ),
    added: used ? fresh.length : 0,
  };
}

/** Names everybody to whom a document may go: the first, and who is asked when it doesn't answer. */
export function recipients([first = "", ...others]: readonly string[], lang: Lang): string {
  const named = (provider: string) =>
    NAMES[provider] ??
    (lang === "ko" ? `운영자가 정한 모델 서버 ‘${provider}’` : `the operator's model server “${provider}”`);
  if (others.length === 0) return named(first);
  const rest = others.map(named).join(", ");
  return lang === "ko" ? `${named(first)}(응답이 없으면 ${rest})` : `${named(first)} (failing that, ${rest})`;
}
