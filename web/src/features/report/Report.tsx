import type { InterviewReport, RoomSeenShape } from "@/shared/wire/http.gen";
import { BoardSection } from "./BoardSection";
import { ChartSections } from "./ChartSections";
import { FilesSection } from "./FilesSection";
import { ForkResult } from "./ForkResult";
import { Head } from "./Head";
import { PanelSection } from "./PanelSection";
import { QuestionsSection } from "./QuestionsSection";
import { ResultCard } from "./ResultCard";
import { SharesSection } from "./SharesSection";
import { StandingNotices } from "./StandingNotices";
import { useReportTexts } from "./texts";

/** The whole report; its first screenful holds the result and what to make of it. */
export function Report({ report, seen }: { report: InterviewReport; seen: RoomSeenShape }) {
  const t = useReportTexts();
  const finished = report.stage === "finished";
  return (
    <article className="flex flex-col gap-5 print:gap-4">
      <Head report={report} title={seen.title} />
      {/* Whoever answered again came for what it changed. */}
      {seen.room.parent && <ForkResult report={report} parentId={seen.room.parent.room_id} />}
      {report.result ? <ResultCard report={report} /> : null}
      <StandingNotices report={report} />
      <Contents report={report} />
      <QuestionsSection
        report={report}
        again={finished && seen.you.seated && seen.you.role === "candidate"}
      />
      <BoardSection report={report} />
      <ChartSections report={report} />
      <SharesSection report={report} />
      <PanelSection report={report} />
      <FilesSection report={report} owner={seen.you.owner} finished={finished} />
      {/* On the screen the page's foot says so. */}
      <p className="hidden text-center text-sm text-soft print:block">{t("notice")}</p>
    </article>
  );
}

const SECTIONS = [
  "questions",
  "board",
  "timeline",
  "criteria",
  "competencies",
  "shares",
  "panel",
  "files",
] as const;

function Contents({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const there = report.board.length > 0 ? SECTIONS : (["questions", "files"] as const);
  return (
    <nav aria-label={t("contents")} className="-mx-4 scrolls-sideways px-4 print:hidden">
      <ul className="flex gap-2">
        {there.map((section) => (
          <li key={section}>
            <a
              href={`#${section}`}
              className="block rounded-full border border-line bg-raised px-4 py-2 text-sm font-semibold whitespace-nowrap text-soft no-underline hover:border-edge hover:text-ink"
            >
              {t(`section.${section}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
