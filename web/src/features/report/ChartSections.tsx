import type { Criterion, InterviewReport } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { Chart } from "./Chart";
import { DataTable } from "./DataTable";
import { DotPlot, type DotRow } from "./DotPlot";
import { RankTimeline } from "./RankTimeline";
import { Section } from "./Section";
import { useFigure, useNames } from "./saying";
import { useReportTexts } from "./texts";
import { useAnswerTexts } from "./texts_answers";
import { useFigureTexts } from "./texts_figures";

/** The drawings: ranks over time, levels per criterion, scores per competency. */
export function ChartSections({ report }: { report: InterviewReport }) {
  if (report.board.length === 0) return null;
  return (
    <>
      <TimelineSection report={report} />
      <div className="grid gap-5 lg:grid-cols-2">
        <CriteriaSection report={report} />
        <CompetenciesSection report={report} />
      </div>
    </>
  );
}

function TimelineSection({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const figures = useFigureTexts();
  const figure = useFigure();
  const nameOf = useNames(report);
  return (
    <Section id="timeline" title={t("section.timeline")} note={figures("timelineNote")}>
      {report.timeline.length === 0 ? (
        <p className="text-soft">{figures("timelineNone")}</p>
      ) : (
        <Chart
          drawing={<RankTimeline report={report} />}
          table={
            <DataTable
              caption={figures("timelineCaption")}
              corner={figures("moment")}
              columns={report.candidates.map((one) => ({ key: one.seat_id, label: nameOf(one.seat_id) }))}
              rows={report.timeline.map((point) => ({
                key: point.round_id,
                label: figures("afterQuestion", { number: point.number }),
                cells: report.candidates.map((one) => {
                  const place = point.places.find((held) => held.seat_id === one.seat_id);
                  return place ? `${figures("rankOf", { rank: place.rank })} (${figure(place.total)})` : "–";
                }),
              }))}
            />
          }
        />
      )}
    </Section>
  );
}

function CriteriaSection({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const figures = useFigureTexts();
  const answers = useAnswerTexts();
  const words = useWords();
  const rows = report.criteria.map((one) => ({
    key: one.criterion,
    label: words(`criterion.${one.criterion as Criterion}`),
    seats: one.seats,
  }));
  return (
    <Section id="criteria" title={t("section.criteria")} note={figures("criteriaNote")}>
      <FigureChart
        report={report}
        rows={rows}
        caption={figures("criteriaCaption")}
        corner={answers("criterionColumn")}
        low={1}
        high={5}
      />
    </Section>
  );
}

function CompetenciesSection({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const figures = useFigureTexts();
  const words = useWords();
  const rows = report.competencies.map((one) => ({
    key: one.competency,
    label: words(`competency.${one.competency}`),
    seats: one.seats,
  }));
  return (
    <Section id="competencies" title={t("section.competencies")} note={figures("competenciesNote")}>
      <FigureChart
        report={report}
        rows={rows}
        caption={figures("competenciesCaption")}
        corner={t("section.competencies")}
        low={0}
        high={100}
      />
    </Section>
  );
}

function FigureChart({
  report,
  rows,
  caption,
  corner,
  low,
  high,
}: {
  report: InterviewReport;
  rows: readonly DotRow[];
  caption: string;
  corner: string;
  low: number;
  high: number;
}) {
  const figures = useFigureTexts();
  const figure = useFigure();
  const nameOf = useNames(report);
  if (rows.every((row) => row.seats.every((seat) => seat.value === null))) {
    return <p className="text-soft">{figures("none")}</p>;
  }
  return (
    <Chart
      drawing={<DotPlot report={report} rows={rows} low={low} high={high} />}
      table={
        <DataTable
          caption={caption}
          corner={corner}
          columns={report.candidates.map((one) => ({ key: one.seat_id, label: nameOf(one.seat_id) }))}
          rows={rows.map((row) => ({
            key: row.key,
            label: row.label,
            cells: report.candidates.map((one) =>
              figure(row.seats.find((seat) => seat.seat_id === one.seat_id)?.value ?? null),
            ),
          }))}
        />
      }
    />
  );
}
