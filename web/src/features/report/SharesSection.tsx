import { Card } from "@/shared/ui/Card";
import { Meter } from "@/shared/ui/Meter";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { CandidateName } from "./CandidateName";
import { DataTable } from "./DataTable";
import { Section } from "./Section";
import { useFigure, useNames } from "./saying";
import { useReportTexts } from "./texts";
import { useFigureTexts } from "./texts_figures";

/** How questions and speaking time were shared out. */
export function SharesSection({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const figures = useFigureTexts();
  const figure = useFigure();
  const nameOf = useNames(report);
  if (report.summaries.length === 0 || report.board.length === 0) return null;
  const share = (seatId: string, label: string, value: number) => (
    <span key={label} className="inline-flex items-center gap-2">
      {/* A phone has no room for bars beside four figures. */}
      <span className="hidden w-24 sm:inline-block">
        <Meter label={`${nameOf(seatId)}: ${label}`} value={value * 100} most={100} />
      </span>
      <span className="sm:w-10">{figure(value * 100, 0)}%</span>
    </span>
  );
  return (
    <Section id="shares" title={t("section.shares")} note={figures("sharesNote")}>
      <Card>
        <DataTable
          caption={figures("sharesCaption")}
          corner={figures("candidate")}
          columns={(["turns", "turnShare", "wordShare", "timeShare"] as const).map((key) => ({
            key,
            label: figures(key),
          }))}
          rows={report.summaries.map((summary) => ({
            key: summary.seat_id,
            own: summary.seat_id === report.seat_id,
            label: <CandidateName report={report} seatId={summary.seat_id} />,
            cells: [
              figure(summary.turns, 0),
              share(summary.seat_id, figures("turnShare"), summary.turn_share),
              share(summary.seat_id, figures("wordShare"), summary.word_share),
              share(summary.seat_id, figures("timeShare"), summary.time_used),
            ],
          }))}
        />
      </Card>
    </Section>
  );
}
