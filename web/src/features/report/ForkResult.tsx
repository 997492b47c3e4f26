import { Link } from "@tanstack/react-router";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { Skeleton } from "@/shared/ui/States";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { answeredAgain, standingBefore } from "./again";
import { useParentReport } from "./queries";
import { useFigure } from "./saying";
import { useReportTexts } from "./texts";

/** A fork's result beside its parent's: did the new answer change the rank? */
export function ForkResult({ report, parentId }: { report: InterviewReport; parentId: string }) {
  const t = useReportTexts();
  const parent = useParentReport(parentId);
  return (
    <Card aria-labelledby="fork-title" className="flex flex-wrap items-center justify-between gap-4">
      <div className="min-w-0">
        <h2 id="fork-title" className="text-lg font-bold">
          {t("fork.title")}
        </h2>
        <p className="text-sm text-soft">{t("fork.from")}</p>
        {parent.data ? <Change before={parent.data} after={report} /> : null}
        {parent.isPending && <Skeleton lines={1} className="mt-2" />}
        {parent.isError && <p className="mt-2">{t("fork.parentGone")}</p>}
      </div>
      {parent.data && (
        <Button asChild className="print:hidden">
          <Link to="/rooms/$roomId/report" params={{ roomId: parentId }}>
            {t("fork.toParent")}
          </Link>
        </Button>
      )}
    </Card>
  );
}

function Change({ before, after }: { before: InterviewReport; after: InterviewReport }) {
  const t = useReportTexts();
  const figure = useFigure();
  const [old, now] = [standingBefore(before, after), after.result];
  if (!old || !now || after.stage !== "finished") return <p className="mt-2">{t("fork.pending")}</p>;
  const again = answeredAgain(before, after);
  const direction = now.rank < old.rank ? "up" : now.rank > old.rank ? "down" : "same";
  return (
    <div className="mt-3 flex flex-wrap items-center gap-x-4 gap-y-1">
      <p aria-hidden="true" className="text-2xl font-bold">
        <span className="text-soft">{t("result.rank", { rank: old.rank })}</span>
        <span className="mx-2 text-soft">→</span>
        <span className={direction === "up" ? "text-good" : direction === "down" ? "text-warn" : "text-ink"}>
          {t("result.rank", { rank: now.rank })}
        </span>
      </p>
      <p>
        <span className="font-semibold">{t(`fork.${direction}`, { before: old.rank, after: now.rank })}</span>{" "}
        <span className="text-soft">
          {again &&
            t("fork.question", {
              number: again.number,
              before: figure(again.before),
              after: figure(again.after),
            })}{" "}
          {old.total !== null &&
            now.total !== null &&
            t("fork.points", { before: figure(old.total), after: figure(now.total) })}
        </span>
      </p>
    </div>
  );
}
