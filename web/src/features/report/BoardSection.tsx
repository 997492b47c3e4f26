import { Card } from "@/shared/ui/Card";
import type { InterviewReport, SeatResult } from "@/shared/wire/http.gen";
import { CandidateName } from "./CandidateName";
import { DataTable } from "./DataTable";
import { RankInterval } from "./RankInterval";
import { Section } from "./Section";
import { useFigure } from "./saying";
import { useReportTexts } from "./texts";
import { useFigureTexts } from "./texts_figures";

/** Everybody's place, with the ranks that the evidence allows. */
export function BoardSection({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const figures = useFigureTexts();
  const figure = useFigure();
  if (report.board.length === 0) return null;
  const between = ({ rank_best: best, rank_worst: worst }: SeatResult) =>
    best === worst ? figures("rankOf", { rank: best }) : figures("between", { best, worst });
  return (
    <Section
      id="board"
      title={t(report.stage === "finished" ? "section.board" : "section.boardSoFar")}
      note={figures("boardNote")}
    >
      <Card>
        <DataTable
          caption={figures("boardCaption")}
          corner={figures("candidate")}
          columns={[
            { key: "rank", label: figures("rank") },
            { key: "possible", label: figures("possible") },
            { key: "total", label: figures("total") },
            { key: "answers", label: figures("answers") },
          ]}
          rows={report.board.map((result) => ({
            key: result.seat_id,
            own: result.seat_id === report.seat_id,
            label: <CandidateName report={report} seatId={result.seat_id} />,
            cells: [
              <span key="rank" className="font-bold">
                {figures("rankOf", { rank: result.rank })}
              </span>,
              <span key="possible" className="inline-flex items-center gap-3">
                <span className="hidden w-24 sm:inline-block">
                  <RankInterval result={result} count={report.board.length} />
                </span>
                {between(result)}
              </span>,
              figure(result.total),
              figures("answersOf", { count: result.answers }),
            ],
          }))}
        />
      </Card>
    </Section>
  );
}
