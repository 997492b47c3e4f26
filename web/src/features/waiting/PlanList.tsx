import type { Slot } from "@/shared/wire/socket.gen";
import { useWords } from "@/shared/words/texts";
import { useWaitingTexts } from "./texts";

/** The questions to come, in order: what kind, to whom, and for how long. */
export function PlanList({ slots }: { slots: readonly Slot[] }) {
  const t = useWaitingTexts();
  const words = useWords();
  function time(ms: number): string {
    const seconds = Math.round(ms / 1000);
    const parts = [
      seconds >= 60 ? t("rules.minutes", { minutes: Math.floor(seconds / 60) }) : "",
      seconds % 60 ? t("rules.seconds", { seconds: seconds % 60 }) : "",
    ];
    return parts.filter(Boolean).join(" ");
  }
  return (
    <section aria-labelledby="plan-title">
      <h3 id="plan-title" className="font-semibold text-soft">
        {t("rules.plan")}
      </h3>
      <ol className="mt-2 flex flex-col">
        {slots.map((slot, index) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: a plan may ask the same twice, and never moves
            key={index}
            className="flex items-baseline gap-x-3 border-b border-line py-2 last:border-0"
          >
            <span className="w-5 text-right font-bold text-soft tabular-nums">{index + 1}</span>
            <span className="flex min-w-0 flex-1 flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-semibold">{words(`kind.${slot.kind}`)}</span>
              <span className="text-sm text-soft">
                {t(`rules.asked.${slot.asked}`)} · {t("rules.slotTime", { time: time(slot.answer_ms) })}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
