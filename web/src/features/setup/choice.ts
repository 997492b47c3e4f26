/** What is chosen on the setup page, what is wrong with it, and the room that it asks for. */
import type { Lang } from "@/shared/i18n/texts";
import type {
  Adaptation,
  Company,
  JobRole,
  NewRoomShape,
  OrderPolicy,
  Preset,
  Settings,
  Visibility,
} from "@/shared/wire/http.gen";

export const MOST_RIVALS = 11;
export const MOST_INTERVIEWERS = 5;
export const MOST_FACTS = 40;
export const LONGEST_FACT = 500;
export const LONGEST_TITLE = 100;

/** A document whose facts are handed to the room. */
export interface SharedDocument {
  documentId: string;
  facts: readonly string[];
}

export interface Choice {
  company: Company | null;
  role: JobRole;
  preset: Preset;
  language: Lang;
  difficulty: number;
  adaptation: Adaptation;
  order: Exclude<OrderPolicy, "individual">;
  visibility: Visibility;
  timePercent: number;
  followUpBudget: number;
  readingMs: number;
  graceMs: number;
  rivals: readonly string[];
  panel: readonly string[];
  documents: readonly SharedDocument[];
  title: string;
  public: boolean;
}

/** What holds when nothing is touched: a short interview against three others that one press opens. */
export function defaultChoice(language: Lang): Choice {
  return {
    company: null,
    role: "backend",
    preset: "short",
    language,
    difficulty: 3,
    adaptation: "fixed",
    order: "rotating",
    visibility: "live",
    timePercent: 100,
    followUpBudget: 1,
    readingMs: 5_000,
    graceMs: 120_000,
    rivals: ["naver", "kakao", "toss"],
    panel: ["hr", "technical", "executive"],
    documents: [],
    title: "",
    public: false,
  };
}

/** The chosen personas that are still there: one's own may have been deleted meanwhile. */
export function present(chosen: readonly string[], known: readonly string[]): readonly string[] {
  return chosen.filter((id) => known.includes(id));
}

export type Fault = "noRivals" | "manyRivals" | "noPanel" | "manyPanel" | "manyFacts" | "longFact";

/** Returns the first thing that keeps the room from being opened; null when nothing does. */
export function faultOf(choice: Choice): Fault | null {
  if (choice.rivals.length === 0) return "noRivals";
  if (choice.rivals.length > MOST_RIVALS) return "manyRivals";
  if (choice.panel.length === 0) return "noPanel";
  if (choice.panel.length > MOST_INTERVIEWERS) return "manyPanel";
  const facts = factsOf(choice);
  if (facts.length > MOST_FACTS) return "manyFacts";
  return facts.some((fact) => fact.length > LONGEST_FACT) ? "longFact" : null;
}

/** Every document's facts as one list: a room takes one list a person. */
export function factsOf({ documents }: Pick<Choice, "documents">): string[] {
  return documents.flatMap(({ facts }) => facts.map((fact) => fact.trim()).filter(Boolean));
}

/** What a body may leave out: the server has defaults. */
export type RoomBody = Omit<NewRoomShape, "settings"> & { settings: Partial<Settings> };

export function roomOf(choice: Choice): RoomBody {
  return {
    title: choice.title.trim(),
    public: choice.public,
    rivals: [...choice.rivals],
    panel: [...choice.panel],
    settings: {
      company: choice.company,
      role: choice.role,
      preset: choice.preset,
      language: choice.language,
      difficulty: choice.difficulty,
      adaptation: choice.adaptation,
      order: choice.order,
      visibility: choice.visibility,
      follow_up_budget: choice.followUpBudget,
      reading_ms: choice.readingMs,
      disconnect_grace_ms: choice.graceMs,
    },
  };
}
