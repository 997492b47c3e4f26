import { Card } from "@/shared/ui/Card";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { DataTable } from "./DataTable";
import { Section } from "./Section";
import { useFigure, useNames } from "./saying";
import { useReportTexts } from "./texts";
import { useFigureTexts } from "./texts_figures";

/** Below this distance, in levels, two interviewers judged alike. */
const ALIKE = 0.05;

/** Who asked how much, and who judged more strictly. */
export function PanelSection({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const figures = useFigureTexts();
  const figure = useFigure();
  const nameOf = useNames(report);
  if (report.board.length === 0) return null;
  const own = report.summaries.find((one) => one.seat_id === report.seat_id);
  const lean = (value: number | null) => {
    if (value === null) return figures("unknown");
    const word = Math.abs(value) < ALIKE ? "even" : value > 0 ? "generous" : "strict";
    return `${value > 0 ? "+" : ""}${figure(value, 2)} · ${figures(word)}`;
  };
  return (
    <Section id="panel" title={t("section.panel")} note={figures("panelNote")}>
      <Card>
        <DataTable
          caption={figures("panelCaption")}
          corner={figures("interviewer")}
          columns={(["asked", "judged", "meanLevel", "lean"] as const).map((key) => ({
            key,
            label: figures(key),
          }))}
          rows={report.panel.map((one) => ({
            key: one.seat_id,
            label: (
              <>
                {nameOf(one.seat_id)} <span className="text-soft">{one.headline}</span>
              </>
            ),
            cells: [
              figure(one.questions, 0),
              figure(one.opinions, 0),
              figure(one.mean_level, 2),
              lean(one.lean),
            ],
          }))}
        />
        {own && own.answers > 0 && (
          <p className="mt-4 text-sm">{figures("mySpread", { spread: figure(own.judge_spread) })}</p>
        )}
      </Card>
    </Section>
  );
}
