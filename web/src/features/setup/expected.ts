/** What the choice makes of the plan: how long it takes, and for each preset. */
import { type Expected, expectedTime } from "@/shared/plan/minutes";
import { slotsOf } from "@/shared/plan/plan";
import type { Preset } from "@/shared/wire/http.gen";
import type { Choice } from "./choice";

export function expectedOf(choice: Choice, preset: Preset = choice.preset): Expected {
  return expectedTime({
    slots: slotsOf({ preset, plan: [] }),
    people: 1,
    ai: choice.rivals.length,
    interviewers: choice.panel.length,
    order: choice.order,
    language: choice.language,
    followUpBudget: choice.followUpBudget,
    readingMs: choice.readingMs,
    timePercent: choice.timePercent,
  });
}
