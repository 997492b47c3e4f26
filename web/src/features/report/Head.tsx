import { Link } from "@tanstack/react-router";
import { useLang } from "@/shared/i18n/texts";
import { Button } from "@/shared/ui/Button";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { useReportTexts } from "./texts";

/** What was held, when, and with whom. */
export function Head({ report, title }: { report: InterviewReport; title: string }) {
  const t = useReportTexts();
  const words = useWords();
  const lang = useLang();
  const day = new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(
    report.finished_at ?? report.started_at ?? report.created_at,
  );
  const facts = [
    title,
    report.company && words(`company.${report.company}`),
    words(`role.${report.role}`),
    report.preset ? words(`preset.${report.preset}`) : t("ownPlan"),
    t("people", { count: report.candidates.length }),
    day,
  ];
  return (
    <header>
      <div className="flex items-center justify-between gap-4">
        <h1 className="text-2xl font-bold sm:text-3xl">
          {t(report.stage === "finished" ? "title" : "titleSoFar")}
        </h1>
        {report.started_at !== null && (
          <Button asChild className="print:hidden">
            <Link to="/rooms/$roomId/replay" params={{ roomId: report.room_id }}>
              <svg viewBox="0 0 20 20" className="size-4" aria-hidden="true">
                <path d="M6 4l10 6-10 6z" fill="currentColor" />
              </svg>
              {t("toReplay")}
            </Link>
          </Button>
        )}
      </div>
      {/* No dot begins a line. */}
      <p className="mt-1 text-sm text-soft sm:text-base">{facts.filter(Boolean).join("\u00a0· ")}</p>
    </header>
  );
}
