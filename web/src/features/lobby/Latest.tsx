import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { Card } from "@/shared/ui/Card";
import type { RoomCard } from "@/shared/wire/http.gen";
import { latestGain, type PastResult, trendOf } from "./past_results";
import { Trend } from "./Trend";
import { useLobbyTexts } from "./texts";

/** What a gain has to be at least to be more than nothing, in points. */
const LEAST = 0.05;

/** How the latest interview went against the one before, and what to practise next. */
export function Latest({ results, rooms }: { results: readonly PastResult[]; rooms: readonly RoomCard[] }) {
  const t = useLobbyTexts();
  const lang = useLang();
  const trend = trendOf(results);
  const latest = trend.at(-1);
  if (!latest) return null;
  const gain = latestGain(trend);
  return (
    <Card className="grid gap-6 md:grid-cols-[minmax(0,1fr)_minmax(0,1.4fr)]">
      <div>
        <h3 className="font-semibold text-soft">{t("past.latest")}</h3>
        <p className="mt-1 text-4xl font-bold tracking-tight tabular-nums">
          {t("past.points", { total: sayFigure(latest.total, lang) })}
        </p>
        {gain !== null && <Gain gain={gain} />}
        {latest.result.drill && (
          <div className="mt-5 border-t border-line pt-4">
            <h3 className="font-semibold">{t("past.drill")}</h3>
            <p className="mt-1 text-soft">{latest.result.drill}</p>
          </div>
        )}
      </div>
      {trend.length > 1 && <Trend trend={trend} rooms={rooms} />}
    </Card>
  );
}

function Gain({ gain }: { gain: number }) {
  const t = useLobbyTexts();
  const lang = useLang();
  const points = sayFigure(Math.abs(gain), lang);
  if (Math.abs(gain) < LEAST) return <p className="mt-1 text-soft">{t("past.same")}</p>;
  return (
    <p className={gain > 0 ? "mt-1 font-semibold text-good" : "mt-1 font-semibold text-warn"}>
      {t(gain > 0 ? "past.gained" : "past.lost", { points })}
    </p>
  );
}
