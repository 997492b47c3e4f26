/** A persona as its form holds it, and the way from and to the table that is kept. */
import type { Company, Competency, JobRole, QuestionKind } from "@/shared/wire/http.gen";
import { COMPANIES, COMPETENCIES, KINDS, ROLES } from "@/shared/words/lists";
import { isList, isTable, type Table, type Value } from "./toml";

/** A text in both languages, or in `ko` alone; a list is one entry a line. */
export interface Pair {
  ko: string;
  en: string;
}

/** Numbers as they are typed; empty for the default. */
export interface Range {
  low: string;
  high: string;
}

export interface StoryForm {
  /** Tells stories apart on the screen; it is not kept. */
  key: string;
  situation: Pair;
  task: Pair;
  actions: Pair;
  reasoning: Pair;
  result: Pair;
  lesson: Pair;
  competencies: readonly Competency[];
  kinds: readonly QuestionKind[];
  roles: readonly JobRole[];
  keywords: string;
  /** What the form has no field for. */
  rest: Table;
}

export const LINES = ["strengths", "blind_spots", "answer_patterns"] as const;
export const SPEECHES = ["introduction", "motivation", "plans", "closing"] as const;
/** The phrases by which a persona is known, in the order in which an answer comes to them. */
export const PHRASES = [
  "openings",
  "hesitations",
  "story_leads",
  "evidence_leads",
  "connectives",
  "outcomes",
  "concessions",
  "vague",
  "drifts",
  "closings",
] as const;
const TEXTS = ["name", "headline", "background", "speaking_style"] as const;
const STORY_TEXTS = ["situation", "task", "reasoning", "result", "lesson"] as const;

type Texts = Record<(typeof TEXTS)[number] | (typeof LINES)[number] | (typeof SPEECHES)[number], Pair>;

export interface PersonaForm extends Texts {
  id: string;
  /** Korean and English are written apart. */
  both: boolean;
  company: Company | null;
  rate: Pair;
  quality: Record<Competency | "default", Range>;
  voice: Record<(typeof PHRASES)[number], Pair>;
  /** What `[voice]` holds that nothing is known of: the server says so. */
  voiceRest: Table;
  stories: readonly StoryForm[];
  rest: Table;
}

const BLANK: Pair = { ko: "", en: "" };
let stories = 0;

export function blankStory(): StoryForm {
  stories += 1;
  return {
    key: `story-${stories}`,
    situation: BLANK,
    task: BLANK,
    actions: BLANK,
    reasoning: BLANK,
    result: BLANK,
    lesson: BLANK,
    competencies: [],
    kinds: [],
    roles: [],
    keywords: "",
    rest: {},
  };
}

/** Returns the form of a table, which may be empty. */
export function formOf(table: Table): PersonaForm {
  const rest = { ...table };
  const take = (key: string): Value | undefined => {
    const value = rest[key];
    delete rest[key];
    return value;
  };
  const texts = Object.fromEntries(
    [...TEXTS, ...LINES, ...SPEECHES].map((key) => [key, pairOf(take(key))]),
  ) as unknown as Texts;
  const company = take("company");
  const rate = tableOf(take("rate"));
  const quality = tableOf(take("quality"));
  const [voice, voiceRest] = voiceOf(tableOf(take("voice")));
  const told = take("stories");
  const form = {
    ...texts,
    id: textOf(take("id")),
    company: COMPANIES.find((known) => known === company) ?? null,
    rate: { ko: textOf(rate.ko), en: textOf(rate.en) },
    quality: Object.fromEntries(
      ["default", ...COMPETENCIES].map((key) => [key, rangeOf(quality[key])]),
    ) as PersonaForm["quality"],
    voice,
    voiceRest,
    stories: isList(told) ? told.filter(isTable).map(storyOf) : [],
    rest,
  };
  const pairs = [
    ...Object.values(texts),
    ...Object.values(voice),
    ...form.stories.flatMap((story) => pairsOf(story)),
  ];
  return { ...form, both: pairs.some(({ en }) => en !== "") };
}

/** Returns the table that is kept of a form; what is left empty is left out. */
export function tableOfForm(form: PersonaForm): Table {
  const made: Record<string, Value> = { ...(form.id && { id: form.id }) };
  for (const key of ["name", "headline"] as const) put(made, key, textIn(form[key], form.both));
  if (form.company) made.company = form.company;
  for (const key of ["background", "speaking_style"] as const) put(made, key, textIn(form[key], form.both));
  for (const key of [...LINES, ...SPEECHES]) put(made, key, linesIn(form[key], form.both));
  Object.assign(made, form.rest);
  const rate = Object.entries(form.rate).flatMap(([lang, typed]) =>
    typed.trim() ? [[lang, Number(typed)]] : [],
  );
  if (rate.length) made.rate = Object.fromEntries(rate) as Table;
  const quality = Object.entries(form.quality).flatMap(([key, { low, high }]) =>
    low.trim() || high.trim() ? [[key, [Number(low), Number(high)]]] : [],
  );
  if (quality.length) made.quality = Object.fromEntries(quality) as Table;
  const voice: Record<string, Value> = {};
  for (const key of PHRASES) put(voice, key, linesIn(form.voice[key], form.both));
  Object.assign(voice, form.voiceRest);
  if (Object.keys(voice).length) made.voice = voice;
  if (form.stories.length) made.stories = form.stories.map((story) => tableOfStory(story, form.both));
  return made;
}

function voiceOf(table: Table): [PersonaForm["voice"], Table] {
  const voice = Object.fromEntries(PHRASES.map((key) => [key, pairOf(table[key])])) as PersonaForm["voice"];
  const known: readonly string[] = PHRASES;
  return [voice, Object.fromEntries(Object.entries(table).filter(([key]) => !known.includes(key)))];
}

function storyOf(table: Table): StoryForm {
  const { situation, task, actions, reasoning, result, lesson, ...more } = table;
  const { competencies, kinds, roles, keywords, ...rest } = more;
  return {
    ...blankStory(),
    situation: pairOf(situation),
    task: pairOf(task),
    actions: pairOf(actions),
    reasoning: pairOf(reasoning),
    result: pairOf(result),
    lesson: pairOf(lesson),
    competencies: COMPETENCIES.filter((known) => isList(competencies) && competencies.includes(known)),
    kinds: KINDS.filter((known) => isList(kinds) && kinds.includes(known)),
    roles: ROLES.filter((known) => isList(roles) && roles.includes(known)),
    keywords: isList(keywords) ? keywords.join(", ") : "",
    rest,
  };
}

function tableOfStory(story: StoryForm, both: boolean): Table {
  const made: Record<string, Value> = {};
  for (const key of STORY_TEXTS) put(made, key, textIn(story[key], both));
  put(made, "actions", linesIn(story.actions, both));
  for (const key of ["competencies", "kinds", "roles"] as const) put(made, key, story[key]);
  const keywords = story.keywords
    .split(",")
    .map((word) => word.trim())
    .filter(Boolean);
  if (keywords.length) made.keywords = keywords;
  return { ...made, ...story.rest };
}

function pairsOf(story: StoryForm): Pair[] {
  return [...STORY_TEXTS.map((key) => story[key]), story.actions];
}

function put(table: Record<string, Value>, key: string, value: Value): void {
  if (typeof value === "string" ? value : !isList(value) || value.length) table[key] = value;
}

function textIn({ ko, en }: Pair, both: boolean): Value {
  const [korean, english] = [ko.trim(), en.trim()];
  return both && korean && english ? { ko: korean, en: english } : korean || english;
}

function linesIn({ ko, en }: Pair, both: boolean): Value {
  const [korean, english] = [linesOf(ko), both ? linesOf(en) : []];
  const count = Math.max(korean.length, english.length);
  return Array.from({ length: count }, (_, index) =>
    textIn({ ko: korean[index] ?? "", en: english[index] ?? "" }, both),
  );
}

export function linesOf(text: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

/** A text, a text in both languages, or a list of them as lines; texts that are the same in both count as one. */
function pairOf(value: Value | undefined): Pair {
  if (isList(value)) {
    const pairs = value.map(pairOf);
    const apart = pairs.some(({ en }) => en !== "");
    return {
      ko: pairs.map(({ ko }) => ko).join("\n"),
      en: apart ? pairs.map(({ ko, en }) => en || ko).join("\n") : "",
    };
  }
  if (!isTable(value)) return { ko: textOf(value), en: "" };
  const [ko, en] = [textOf(value.ko), textOf(value.en)];
  return { ko, en: en === ko ? "" : en };
}

function rangeOf(value: Value | undefined): Range {
  return isList(value) ? { low: textOf(value[0]), high: textOf(value[1]) } : { low: "", high: "" };
}

function tableOf(value: Value | undefined): Table {
  return isTable(value) ? value : {};
}

function textOf(value: Value | undefined): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
