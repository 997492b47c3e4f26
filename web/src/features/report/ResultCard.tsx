import { Card } from "@/shared/ui/Card";
import type { InterviewReport, SeatResult } from "@/shared/wire/http.gen";
import { FeedbackPoints } from "./FeedbackPoints";
import { RankInterval } from "./RankInterval";
import { useFigure } from "./saying";
import { useReportTexts } from "./texts";

/** The first thing to read: one's place, the strongest behaviour, the biggest obstacle, and one drill. */
export function ResultCard({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  if (!report.result) return null;
  return (
    <Card aria-label={t("result.heading")} className="grid gap-5 p-0! lg:grid-cols-[17rem_1fr] lg:gap-0">
      <Standing report={report} result={report.result} />
      <div className="px-5 pb-5 sm:px-7 lg:py-6">
        <FeedbackPoints report={report} />
      </div>
    </Card>
  );
}

function Standing({ report, result }: { report: InterviewReport; result: SeatResult }) {
  const t = useReportTexts();
  const figure = useFigure();
  const { rank_best: best, rank_worst: worst } = result;
  return (
    <div className="flex flex-col gap-3 rounded-t-card border-b border-line bg-accent-soft px-5 py-4 sm:px-7 lg:rounded-l-card lg:rounded-tr-none lg:border-r lg:border-b-0 lg:py-7">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3 lg:flex-col lg:items-start lg:gap-1">
        <p className="flex items-baseline gap-2">
          <span className="text-4xl font-bold tracking-tight text-accent sm:text-5xl">
            {t("result.rank", { rank: result.rank })}
          </span>
          <span className="text-ink">{t("result.of", { count: report.board.length })}</span>
        </p>
        {result.total !== null && (
          <p className="text-lg font-semibold">{t("result.total", { total: figure(result.total) })}</p>
        )}
      </div>
      <RankInterval result={result} count={report.board.length} />
      <p className="text-sm text-ink">
        {best === worst ? t("result.certain", { best }) : t("result.interval", { best, worst })}
        {result.provisional && ` ${t("result.provisional")}`}
      </p>
      <p className="text-sm text-soft lg:mt-auto">{t("notice")}</p>
    </div>
  );
}
