import type { ReactNode } from "react";
import { useRoomPart } from "@/shared/live/session";
import { Disclosure } from "@/shared/ui/Disclosure";
import type { SpokenAnswer } from "@/shared/wire/http.gen";
import { useSpeakTexts } from "./texts";

/** What was heard has been put into the answer; here is how it was spoken. */
export function SpokenFigures({ spoken, children }: { spoken: SpokenAnswer; children: ReactNode }) {
  const t = useSpeakTexts();
  const korean = useRoomPart((room) => room.settings.language === "ko");
  const figures: string[] = [];
  if (spoken.pace !== null) figures.push(t(korean ? "paceKo" : "paceEn", { count: spoken.pace }));
  if (spoken.pauses === 0) figures.push(t("noPauses"));
  else if (spoken.pauses !== null)
    figures.push(t("pausesFor", { count: spoken.pauses, seconds: spoken.paused_seconds.toFixed(1) }));
  for (const { word, count } of spoken.fillers) figures.push(t("filler", { word, count }));
  if (spoken.pace !== null && spoken.fillers.length === 0) figures.push(t("noFillers"));
  return (
    <div className="rounded-control border border-line bg-sunken p-4">
      <p className="font-semibold">{t("heard")}</p>
      {figures.length > 0 && (
        <ul aria-label={t("figures")} className="mt-2 flex flex-wrap gap-2">
          {figures.map((figure) => (
            <li
              key={figure}
              className="rounded-full border border-line bg-raised px-3 py-1 text-sm font-semibold tabular-nums"
            >
              {figure}
            </li>
          ))}
        </ul>
      )}
      {spoken.remarks.length > 0 && (
        <Disclosure className="mt-2" summary={t("advice")}>
          <ul className="flex flex-col gap-1">
            {spoken.remarks.map((remark) => (
              <li key={remark}>{remark}</li>
            ))}
          </ul>
          <p className="mt-2 text-sm text-soft">{t("noScore")}</p>
        </Disclosure>
      )}
      <div className="mt-3">{children}</div>
    </div>
  );
}
