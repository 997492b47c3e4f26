/** Where the quotes that earned levels stand in an answer. */
import type { AnswerReport, Criterion } from "@/shared/wire/http.gen";

/** A stretch of the answer, and the criteria that quoted it; none for the words between. */
export interface Stretch {
  start: number;
  text: string;
  criteria: readonly Criterion[];
}

interface Span {
  start: number;
  end: number;
  criterion: Criterion;
}

/**
 * Cuts an answer into stretches, each quoted by the same criteria.
 *
 * @param answer With its opinions. A quote that isn't in the text word for word is passed over.
 * @param only Look at this criterion alone; null for all.
 */
export function stretchesOf(answer: AnswerReport, only: Criterion | null): Stretch[] {
  const spans = spansOf(answer, only);
  const cuts = new Set([0, answer.text.length]);
  for (const span of spans) cuts.add(span.start).add(span.end);
  const places = [...cuts].toSorted((one, other) => one - other);
  const stretches: Stretch[] = [];
  for (const [index, start] of places.entries()) {
    const end = places[index + 1];
    if (end === undefined) break;
    const covering = spans.filter((span) => span.start <= start && span.end >= end);
    const criteria = [...new Set(covering.map((span) => span.criterion))].toSorted();
    stretches.push({ start, text: answer.text.slice(start, end), criteria });
  }
  return stretches;
}

function spansOf(answer: AnswerReport, only: Criterion | null): Span[] {
  const spans = new Map<string, Span>();
  for (const opinion of answer.opinions) {
    for (const { criterion, quote } of opinion.evidence) {
      if (!quote || (only && criterion !== only)) continue;
      const start = answer.text.indexOf(quote);
      if (start >= 0)
        spans.set(`${criterion} ${start} ${quote.length}`, { start, end: start + quote.length, criterion });
    }
  }
  return [...spans.values()];
}

/** The key points that most of those who judged an answer missed in it; null while nobody judged it. */
export function missedPoints(answer: AnswerReport): ReadonlySet<number> | null {
  if (answer.opinions.length === 0) return null;
  const counts = new Map<number, number>();
  for (const opinion of answer.opinions) {
    for (const point of opinion.missed_points) counts.set(point, (counts.get(point) ?? 0) + 1);
  }
  return new Set(
    [...counts].filter(([, count]) => 2 * count > answer.opinions.length).map(([point]) => point),
  );
}
