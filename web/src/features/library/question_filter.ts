/** What questions are looked for, as the page's address says it, and how the server is asked for a page of them. */
import { LANGS, type Lang } from "@/shared/i18n/texts";
import type { Company, Competency, JobRole, QuestionKind } from "@/shared/wire/http.gen";
import { COMPANIES, COMPETENCIES, KINDS, ROLES } from "@/shared/words/lists";

export const PAGE = 20;
export const LEVELS = ["1", "2", "3", "4", "5"] as const;
const LONGEST_SEARCH = 100;

export interface QuestionFilter {
  language: Lang;
  kind: QuestionKind | "any";
  competency: Competency | "any";
  company: Company | "any";
  role: JobRole | "any";
  difficulty: "any" | (typeof LEVELS)[number];
  search: string;
}

export function anyQuestion(language: Lang): QuestionFilter {
  return {
    language,
    kind: "any",
    competency: "any",
    company: "any",
    role: "any",
    difficulty: "any",
    search: "",
  };
}

/** True when something narrows the list down; the language always holds. */
export function narrowed(filter: QuestionFilter): boolean {
  const { language: _, search, ...choices } = filter;
  return search.trim() !== "" || Object.values(choices).some((choice) => choice !== "any");
}

/** What stands in the page's address: only what narrows the list down, so that a plain list has a plain address. */
export type QuestionAddress = Partial<Record<keyof QuestionFilter | "page", string>>;

const CHOICES: Record<Exclude<keyof QuestionFilter, "search">, readonly string[]> = {
  language: LANGS,
  kind: KINDS,
  competency: COMPETENCIES,
  company: COMPANIES,
  role: ROLES,
  difficulty: LEVELS,
};

/** Returns what is understood of an address; whatever else somebody wrote there is passed over. */
export function readAddress(said: Readonly<Record<string, unknown>>): QuestionAddress {
  const read: QuestionAddress = {};
  for (const [key, values] of Object.entries(CHOICES)) {
    const value = said[key];
    if (typeof value === "string" && values.includes(value)) read[key as keyof typeof CHOICES] = value;
  }
  const { search, page } = said;
  if (typeof search === "string" && search.trim()) read.search = search.trim().slice(0, LONGEST_SEARCH);
  if (typeof page === "string" && /^[1-9]\d{0,3}$/.test(page) && page !== "1") read.page = page;
  return read;
}

/** Returns the filter of an address; its language is the reader's unless it names one. */
export function filterOf(address: QuestionAddress, lang: Lang): QuestionFilter {
  const { page: _, ...said } = address;
  // What `readAddress` let through is one of each list.
  return { ...anyQuestion(lang), ...(said as Partial<QuestionFilter>) };
}

/** Returns the page of an address, from 0. */
export function pageOf(address: QuestionAddress): number {
  return Number(address.page ?? 1) - 1;
}

export function addressOf(filter: QuestionFilter, page: number, lang: Lang): QuestionAddress {
  const { language, ...said } = filter;
  return readAddress({ ...said, page: String(page + 1), ...(language !== lang && { language }) });
}

/** Returns the address of one page, from 0. */
export function questionsPath(filter: QuestionFilter, page: number): string {
  const asked = new URLSearchParams({ limit: String(PAGE), offset: String(page * PAGE) });
  for (const [key, value] of Object.entries(filter)) {
    const said = value.trim();
    if (said && said !== "any") asked.set(key, said);
  }
  return `/api/questions?${asked}`;
}

export function pagesOf(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE));
}
