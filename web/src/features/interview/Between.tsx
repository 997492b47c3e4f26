import { useSecondsUntil } from "@/shared/live/seconds";
import { useRoomPart } from "@/shared/live/session";
import { useInterviewTexts } from "./texts";

/** Nobody has the floor: the panel is about to ask. */
export function Between() {
  const t = useInterviewTexts();
  const until = useRoomPart((room) => room.wait?.until ?? null);
  const left = useSecondsUntil(until);
  return (
    <section
      role="status"
      className="flex flex-col items-center rounded-card border border-line bg-raised px-6 py-14 text-center"
    >
      <span aria-hidden="true" className="mb-5 size-3 animate-pulse rounded-full bg-accent" />
      <h2 className="text-xl font-bold">{t(until === null ? "between.next" : "between.question")}</h2>
      <p className="mt-2 max-w-prose text-soft">{t("between.breathe")}</p>
      {left !== null && (
        <p aria-hidden="true" className="mt-4 text-sm text-soft tabular-nums">
          {left > 0 ? t("between.until", { count: left }) : t("between.longer")}
        </p>
      )}
    </section>
  );
}
