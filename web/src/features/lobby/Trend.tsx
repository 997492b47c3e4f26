import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { sayWhen } from "@/shared/i18n/when";
import { Disclosure } from "@/shared/ui/Disclosure";
import type { RoomCard } from "@/shared/wire/http.gen";
import type { TrendPoint } from "./past_results";
import { useRoomName } from "./room_name";
import { useLobbyTexts } from "./texts";

const WIDTH = 400;
const HEIGHT = 150;
const LEFT = 34;
const RIGHT = 44;
const TOP = 12;
const BOTTOM = 12;
const GRID = [0, 50, 100];

const across = (x: number) => LEFT + x * (WIDTH - LEFT - RIGHT);
const down = (y: number) => TOP + y * (HEIGHT - TOP - BOTTOM);

/** Totals over time as a line, and the same as a table. */
export function Trend({ trend, rooms }: { trend: readonly TrendPoint[]; rooms: readonly RoomCard[] }) {
  const t = useLobbyTexts();
  const lang = useLang();
  const latest = trend.at(-1);
  if (!latest) return null;
  const label = t("past.trendLabel", {
    from: sayFigure(trend[0]?.total ?? latest.total, lang),
    to: sayFigure(latest.total, lang),
    n: trend.length,
  });
  return (
    <div className="min-w-0">
      <h3 className="font-semibold text-soft">{t("past.trend")}</h3>
      <svg
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="img"
        aria-label={label}
        className="mt-2 w-full max-w-[30rem]"
      >
        {GRID.map((total) => (
          <g key={total}>
            <path d={`M${LEFT} ${down(1 - total / 100)}H${WIDTH - RIGHT}`} className="stroke-line" />
            <text
              x={LEFT - 8}
              y={down(1 - total / 100)}
              textAnchor="end"
              dominantBaseline="central"
              fontSize="13"
              className="fill-soft"
            >
              {total}
            </text>
          </g>
        ))}
        <polyline
          points={trend.map(({ x, y }) => `${across(x)},${down(y)}`).join(" ")}
          className="fill-none stroke-accent"
          strokeWidth="2.5"
          strokeLinejoin="round"
          strokeLinecap="round"
        />
        {trend.map(({ x, y, result }) => (
          <circle
            key={result.roomId}
            cx={across(x)}
            cy={down(y)}
            r="4"
            className="fill-raised stroke-accent"
            strokeWidth="2.5"
          />
        ))}
        <text
          x={across(latest.x) + 10}
          y={down(latest.y)}
          dominantBaseline="central"
          fontSize="13"
          fontWeight="700"
          className="fill-ink"
        >
          {sayFigure(latest.total, lang)}
        </text>
      </svg>
      <Disclosure className="mt-1" summary={<span className="text-sm text-soft">{t("past.table")}</span>}>
        <TrendTable trend={trend} rooms={rooms} />
      </Disclosure>
    </div>
  );
}

function TrendTable({ trend, rooms }: { trend: readonly TrendPoint[]; rooms: readonly RoomCard[] }) {
  const t = useLobbyTexts();
  const lang = useLang();
  const name = useRoomName();
  const title = (roomId: string) => rooms.find((room) => room.room_id === roomId)?.title ?? "";
  return (
    <table className="w-full text-left text-sm">
      <caption className="sr-only">{t("past.trend")}</caption>
      <thead className="text-soft">
        <tr>
          {(["interview", "total", "rank"] as const).map((column) => (
            <th
              key={column}
              scope="col"
              className="border-b border-line py-1.5 pr-3 font-semibold whitespace-nowrap"
            >
              {t(`past.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {trend.map(({ result, total }) => (
          <tr key={result.roomId} className="border-b border-line last:border-0">
            <th scope="row" className="py-1.5 pr-3 font-normal">
              {name({ ...result, title: title(result.roomId) })}
              <span className="block text-soft">{sayWhen(result.at, Date.now(), lang)}</span>
            </th>
            <td className="py-1.5 pr-3 whitespace-nowrap tabular-nums">{sayFigure(total, lang)}</td>
            <td className="py-1.5">
              {result.rank !== null && t("past.place", { rank: result.rank, of: result.candidates })}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
