import type { Seat } from "@/shared/wire/socket.gen";
import { useReplayTexts } from "./texts";
import type { Vantage } from "./vantage";

type About = "answer" | "skipped" | "timedOut" | "moved" | "first";

/** Returns how one's own place, or the person from whose seat one looks, is spoken of. */
export function useVantageText(vantage: Vantage) {
  const t = useReplayTexts();
  const { seatId, whose, candidate } = vantage;
  const name = candidate?.name || t("nameless", { number: candidate?.number ?? 0 });
  return {
    /** From whose place one looks, and what it doesn't show. */
    lead: t(`lead.${whose}`, { name }),
    /** What happened to whoever sits there. */
    about: (what: About, ranks: { before?: number; after?: number } = {}) =>
      t(`${whose === "own" ? "own" : "other"}.${what}`, { name, ...ranks }),
    /** A candidate's name, or "you". */
    nameOf: (seat: Seat | undefined) =>
      whose === "own" && seat?.seat_id === seatId ? t("you") : seat?.name || t("nameDeleted"),
  };
}
