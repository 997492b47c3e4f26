/** Finding what was answered again in a fork. */
import type { AnswerReport, InterviewReport } from "@/shared/wire/http.gen";

export interface AnsweredAgain {
  number: number;
  before: number;
  after: number;
}

/**
 * Returns the question that a fork began with, and one's totals for it before and after; null without both.
 * What a fork shares with its parent happened at the same instants: the first answer of one's own that did not
 * is the new one.
 */
export function answeredAgain(parent: InterviewReport, fork: InterviewReport): AnsweredAgain | null {
  for (const question of fork.questions) {
    const after = ownAnswer(fork, question.number);
    const before = ownAnswer(parent, question.number);
    if (!after || !before || sameAnswer(before, after)) continue;
    if (before.total === null || after.total === null) return null;
    return { number: question.number, before: before.total, after: after.total };
  }
  return null;
}

export interface Standing {
  rank: number;
  total: number | null;
}

/**
 * Returns how one stood in the parent when as many questions had been asked as in the fork: an interview that
 * was ended after the question answered again is no rival for a whole one.
 */
export function standingBefore(parent: InterviewReport, fork: InterviewReport): Standing | null {
  const asked = Math.max(0, ...fork.questions.map((question) => question.number));
  const moment = parent.timeline.findLast((point) => point.number <= asked);
  const place = moment?.places.find((one) => one.seat_id === parent.seat_id);
  return fork.ended_early && place ? place : parent.result;
}

function ownAnswer(report: InterviewReport, number: number): AnswerReport | undefined {
  const question = report.questions.find((one) => one.number === number);
  return question?.answers.find((one) => one.seat_id === report.seat_id);
}

function sameAnswer(one: AnswerReport, other: AnswerReport): boolean {
  return one.opened_at === other.opened_at && one.used_ms === other.used_ms && one.text === other.text;
}
