/** The wire's closed lists in the order in which people are shown them. */
import type { Company, Competency, JobRole, QuestionKind } from "@/shared/wire/http.gen";

export const COMPANIES: readonly Company[] = ["naver", "kakao", "toss", "coupang", "baemin", "danggeun"];
export const ROLES: readonly JobRole[] = ["backend", "frontend", "data", "product"];
export const KINDS: readonly QuestionKind[] = [
  "self_introduction",
  "motivation",
  "common",
  "experience",
  "situational",
  "technical",
  "pressure",
  "cross_reference",
  "follow_up",
  "closing",
];
export const COMPETENCIES: readonly Competency[] = [
  "technical_depth",
  "problem_solving",
  "communication",
  "collaboration",
  "ownership",
  "customer_focus",
  "growth",
  "company_fit",
];
