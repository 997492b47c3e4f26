/** How the report's figures and names are said. */
import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { useReportTexts } from "./texts";
import { useAnswerTexts } from "./texts_answers";

export interface Named {
  name: string;
  own: boolean;
}

/** Returns what a seat is called: "나" for one's own. */
export function useNames(report: InterviewReport): (seatId: string) => string {
  const t = useReportTexts();
  return (seatId) => {
    const seat = report.candidates.find((one) => one.seat_id === seatId);
    if (seat?.own) return t("you");
    const entry = seat ?? report.panel.find((one) => one.seat_id === seatId);
    return entry?.name || t("nameDeleted");
  };
}

/** Returns how a figure is said, with one decimal unless it is told otherwise. */
export function useFigure(): (value: number | null, digits?: number) => string {
  const lang = useLang();
  return (value, digits = 1) => (value === null ? "–" : sayFigure(value, lang, digits));
}

/** Returns how a length in ms is said. */
export function useLength(): (ms: number) => string {
  const t = useAnswerTexts();
  return (ms) => {
    const all = Math.round(ms / 1000);
    const [minutes, seconds] = [Math.floor(all / 60), all % 60];
    return minutes > 0 ? t("minutes", { minutes, seconds }) : t("seconds", { seconds });
  };
}

/** Splits a text behind its first sentence: the gist, and what stands behind it. */
export function gistOf(text: string): { gist: string; rest: string } {
  const end = /[.!?](?=\s)/.exec(text);
  if (!end) return { gist: text, rest: "" };
  const at = end.index + 1;
  return { gist: text.slice(0, at), rest: text.slice(at).trim() };
}
