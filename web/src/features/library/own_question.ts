/** A question of one's own as its form holds it, what is wrong with it, and what is sent. */
import type { Lang } from "@/shared/i18n/texts";
import type { Company, Competency, JobRole, OwnQuestion, QuestionKind } from "@/shared/wire/http.gen";

export interface QuestionForm {
  text: string;
  keyPoints: string;
  language: Lang;
  kind: QuestionKind;
  competency: Competency;
  difficulty: "1" | "2" | "3" | "4" | "5";
  seconds: string;
  company: Company | "none";
  role: JobRole | "none";
}

export type QuestionFaults = Partial<
  Record<"text" | "keyPoints" | "seconds", "text" | "long" | "points" | "seconds">
>;

const LONGEST_TEXT = 1_000;
const MOST_POINTS = 10;
const LONGEST_POINT = 300;
const SECONDS = { least: 10, most: 600 };

export function blankQuestion(language: Lang): QuestionForm {
  return {
    text: "",
    keyPoints: "",
    language,
    kind: "common",
    competency: "communication",
    difficulty: "3",
    seconds: "120",
    company: "none",
    role: "none",
  };
}

function pointsOf(form: QuestionForm): string[] {
  return form.keyPoints
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
}

export function questionFaults(form: QuestionForm): QuestionFaults {
  const found: QuestionFaults = {};
  if (!form.text.trim()) found.text = "text";
  else if (form.text.trim().length > LONGEST_TEXT) found.text = "long";
  const points = pointsOf(form);
  if (points.length > MOST_POINTS || points.some((point) => point.length > LONGEST_POINT))
    found.keyPoints = "points";
  const seconds = Number(form.seconds);
  if (!Number.isInteger(seconds) || seconds < SECONDS.least || seconds > SECONDS.most)
    found.seconds = "seconds";
  return found;
}

export function ownQuestion(form: QuestionForm): OwnQuestion {
  return {
    text: form.text.trim(),
    key_points: pointsOf(form),
    language: form.language,
    kind: form.kind,
    competency: form.competency,
    difficulty: Number(form.difficulty),
    seconds: Number(form.seconds),
    company: form.company === "none" ? null : form.company,
    role: form.role === "none" ? null : form.role,
  };
}
