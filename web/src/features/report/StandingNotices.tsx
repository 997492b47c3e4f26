import { Link } from "@tanstack/react-router";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { useReportTexts } from "./texts";

/** What a reader must know about this report before its details. */
export function StandingNotices({ report }: { report: InterviewReport }) {
  const t = useReportTexts();
  const finished = report.stage === "finished";
  return (
    <>
      {!finished && (
        <Notice
          title={t("unfinishedTitle")}
          action={
            <Button asChild>
              <Link to="/rooms/$roomId" params={{ roomId: report.room_id }}>
                {t("backToRoom")}
              </Link>
            </Button>
          }
        >
          <p>{t("unfinishedText")}</p>
        </Notice>
      )}
      {finished && !report.candidates.some((one) => one.own) && <Notice>{t("observer")}</Notice>}
      {report.ended_early && <Notice>{t("endedEarly")}</Notice>}
      {report.deletions.length > 0 && <Notice>{t("deleted", { count: report.deletions.length })}</Notice>}
    </>
  );
}
