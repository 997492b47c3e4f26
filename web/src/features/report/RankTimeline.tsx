import { classes } from "@/shared/ui/classes";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { nameWidth, type RankLine, rankLines, shortened } from "./rank_lines";
import { useNames } from "./saying";
import { useFigureTexts } from "./texts_figures";

const STEP = 30;
const LEFT = 30;
const TOP = 14;

/** Everybody's rank after each question: oneself in colour, the others quiet behind. Phones get a narrow one. */
export function RankTimeline({ report }: { report: InterviewReport }) {
  return (
    <>
      <Drawing report={report} width={340} most={110} className="sm:hidden print:hidden" />
      <Drawing report={report} width={1040} most={220} className="hidden sm:block print:block" />
    </>
  );
}

/** How many px a question's number needs at the foot. */
const NUMBER = 24;
/** How far from the end of a line its name stands, px. */
const GAP = 14;

function Drawing({
  report,
  width,
  most,
  className,
}: {
  report: InterviewReport;
  width: number;
  /** How many px names may take at the lines' ends. */
  most: number;
  className: string;
}) {
  const t = useFigureTexts();
  const nameOf = useNames(report);
  const lines = rankLines(report);
  const count = report.candidates.length;
  const names = Math.min(most, Math.max(...lines.map((line) => nameWidth(nameOf(line.seatId))), 0));
  const right = GAP + names;
  const moments = report.timeline.length;
  const x = (at: number) => LEFT + ((width - LEFT - right) * at) / Math.max(1, moments - 1);
  const y = (rank: number) => TOP + (rank - 1) * STEP;
  const height = y(count) + 34;
  const whose = lines.at(-1);
  const every = Math.ceil((moments * NUMBER) / (width - LEFT - right));
  return (
    <svg
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={whose ? t("timelineLabel", said(whose, nameOf)) : t("timelineNone")}
      className={classes("h-auto w-full text-soft", className)}
    >
      {Array.from({ length: count }, (_, place) => place + 1).map((rank) => (
        <g key={rank}>
          <line x1={LEFT} x2={width - right} y1={y(rank)} y2={y(rank)} className="stroke-line" />
          <text
            x={LEFT - 12}
            y={y(rank)}
            textAnchor="end"
            dominantBaseline="central"
            fontSize="13"
            fill="currentColor"
          >
            {rank}
          </text>
        </g>
      ))}
      {report.timeline
        .map((moment, at) => ({ ...moment, at }))
        .filter(({ at }) => at % every === 0)
        .map((moment) => (
          <text
            key={moment.round_id}
            x={x(moment.at)}
            y={height - 8}
            textAnchor="middle"
            fontSize="13"
            fill="currentColor"
          >
            {moment.number}
          </text>
        ))}
      {lines.map((line) => (
        <Line
          key={line.seatId}
          line={line}
          own={line.seatId === report.seat_id}
          name={shortened(nameOf(line.seatId), names)}
          x={x}
          y={y}
        />
      ))}
    </svg>
  );
}

function said(line: RankLine, nameOf: (seatId: string) => string) {
  return {
    name: nameOf(line.seatId),
    first: line.points[0]?.rank ?? 0,
    last: line.points.at(-1)?.rank ?? 0,
  };
}

function Line({
  line,
  own,
  name,
  x,
  y,
}: {
  line: RankLine;
  own: boolean;
  name: string;
  x: (at: number) => number;
  y: (rank: number) => number;
}) {
  const last = line.points.at(-1);
  if (!last) return null;
  const path = line.points.map(({ at, rank }) => `${x(at)},${y(rank)}`).join(" ");
  return (
    <g className={own ? "text-accent" : "text-edge"}>
      <polyline
        points={path}
        fill="none"
        stroke="currentColor"
        strokeWidth={own ? 4 : 1.8}
        strokeLinejoin="round"
        strokeLinecap="round"
      />
      {line.points.map(({ at, rank }) => (
        <circle key={at} cx={x(at)} cy={y(rank)} r={own ? 5 : 3} fill="currentColor" />
      ))}
      <text
        x={x(last.at) + GAP}
        y={y(line.labelAt)}
        dominantBaseline="central"
        fontSize="14"
        fontWeight={own ? 700 : 400}
        className={own ? "fill-accent" : "fill-soft"}
      >
        {name}
      </text>
    </g>
  );
}
