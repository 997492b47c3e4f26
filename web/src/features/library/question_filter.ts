/** What questions are looked for, and how the server is asked for a page of them. */
import type { Lang } from "@/shared/i18n/texts";
import type { Company, Competency, JobRole, QuestionKind } from "@/shared/wire/http.gen";

export const PAGE = 20;

export interface QuestionFilter {
  language: Lang;
  kind: QuestionKind | "any";
  competency: Competency | "any";
  company: Company | "any";
  role: JobRole | "any";
  difficulty: "any" | "1" | "2" | "3" | "4" | "5";
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
