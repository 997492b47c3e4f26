import type { InterviewReport, SeatFigure } from "@/shared/wire/http.gen";
import { useFigure, useNames } from "./saying";
import { useFigureTexts } from "./texts_figures";

export interface DotRow {
  key: string;
  label: string;
  seats: readonly SeatFigure[];
}

const WIDTH = 200;
const HEIGHT = 16;

/** One line for each thing that was measured: oneself as a filled dot among the others' rings. */
export function DotPlot({
  report,
  rows,
  low,
  high,
}: {
  report: InterviewReport;
  rows: readonly DotRow[];
  low: number;
  high: number;
}) {
  const t = useFigureTexts();
  const figure = useFigure();
  const nameOf = useNames(report);
  const whose = report.seat_id ?? report.board[0]?.seat_id ?? "";
  return (
    <div>
      <ul className="flex flex-col gap-3.5">
        {rows.map((row) => {
          const own = row.seats.find((seat) => seat.seat_id === whose)?.value ?? null;
          const others = row.seats.flatMap((seat) =>
            seat.seat_id !== whose && seat.value !== null ? [{ ...seat, value: seat.value }] : [],
          );
          const values = others.map((seat) => seat.value);
          const said = {
            label: row.label,
            name: nameOf(whose),
            own: figure(own),
            low: figure(values.length > 0 ? Math.min(...values) : null),
            high: figure(values.length > 0 ? Math.max(...values) : null),
          };
          return (
            <li key={row.key}>
              <p className="flex justify-between gap-3 text-sm" aria-hidden="true">
                <span>{row.label}</span>
                <span className="font-semibold text-accent tabular-nums">{figure(own)}</span>
              </p>
              <Dots
                label={t(values.length > 0 ? "dotsLabel" : "dotsAlone", said)}
                own={own}
                others={others}
                low={low}
                high={high}
              />
            </li>
          );
        })}
      </ul>
      <Legend own={nameOf(whose)} low={low} high={high} />
    </div>
  );
}

function Dots({
  label,
  own,
  others,
  low,
  high,
}: {
  label: string;
  own: number | null;
  others: readonly { seat_id: string; value: number }[];
  low: number;
  high: number;
}) {
  const at = (value: number) => 6 + ((WIDTH - 12) * (value - low)) / (high - low);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label} className="h-auto w-full">
      <line x1="6" x2={WIDTH - 6} y1={HEIGHT / 2} y2={HEIGHT / 2} className="stroke-line" strokeWidth="1.5" />
      {[0, 0.25, 0.5, 0.75, 1].map((share) => (
        <line
          key={share}
          x1={6 + (WIDTH - 12) * share}
          x2={6 + (WIDTH - 12) * share}
          y1={HEIGHT / 2 - 2.5}
          y2={HEIGHT / 2 + 2.5}
          className="stroke-line"
          strokeWidth="1"
        />
      ))}
      {others.map((seat) => (
        <circle
          key={seat.seat_id}
          cx={at(seat.value)}
          cy={HEIGHT / 2}
          r="3.2"
          className="fill-raised stroke-edge"
          strokeWidth="1.2"
        />
      ))}
      {own !== null && (
        <circle
          cx={at(own)}
          cy={HEIGHT / 2}
          r="4.6"
          className="fill-accent stroke-raised"
          strokeWidth="1.2"
        />
      )}
    </svg>
  );
}

function Legend({ own, low, high }: { own: string; low: number; high: number }) {
  const t = useFigureTexts();
  return (
    <div
      className="mt-3 flex flex-wrap items-center justify-between gap-3 text-sm text-soft"
      aria-hidden="true"
    >
      <span className="inline-flex items-center gap-4">
        <span className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 10 10" className="size-3" aria-hidden="true">
            <circle cx="5" cy="5" r="5" className="fill-accent" />
          </svg>
          {own}
        </span>
        <span className="inline-flex items-center gap-1.5">
          <svg viewBox="0 0 10 10" className="size-3" aria-hidden="true">
            <circle cx="5" cy="5" r="4" className="fill-raised stroke-edge" strokeWidth="1.5" />
          </svg>
          {t("others")}
        </span>
      </span>
      <span className="tabular-nums">
        {low}–{high}
      </span>
    </div>
  );
}
