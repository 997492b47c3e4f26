import { Link, useParams } from "@tanstack/react-router";
import { AccountGate } from "@/shared/account/AccountGate";
import { ApiProblem } from "@/shared/http/problem";
import { Button } from "@/shared/ui/Button";
import { Empty, Failed, Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import { useReport, useRoomSeen } from "./queries";
import { Report } from "./Report";
import { useReportTexts } from "./texts";

/** Looking back on one room: the result, every answer, and what to do next. */
export function ReportPage() {
  const { roomId } = useParams({ from: "/framed/rooms/$roomId/report" });
  return (
    <AccountGate>
      <AskedReport key={roomId} roomId={roomId} />
    </AccountGate>
  );
}

function AskedReport({ roomId }: { roomId: string }) {
  const t = useReportTexts();
  useWindowTitle(t("title"));
  const report = useReport(roomId);
  const seen = useRoomSeen(roomId);
  const error = report.error ?? seen.error;
  if (report.data && seen.data) return <Report report={report.data} seen={seen.data} />;
  if (error instanceof ApiProblem && (error.status === 404 || error.status === 403)) return <Missing />;
  return (
    <div className="mx-auto max-w-3xl" aria-busy={!error}>
      <h1 className="mb-6 text-2xl font-bold">{t("title")}</h1>
      {error ? (
        <Failed
          error={error}
          onRetry={() => {
            void report.refetch();
            void seen.refetch();
          }}
        />
      ) : (
        <>
          <p className="mb-6 text-soft">{t("loading")}</p>
          <Skeleton lines={6} />
        </>
      )}
    </div>
  );
}

function Missing() {
  const t = useReportTexts();
  return (
    <div className="mx-auto max-w-xl">
      <Empty
        wholePage
        title={t("missingTitle")}
        action={
          <Button asChild look="primary">
            <Link to="/">{t("toHome")}</Link>
          </Button>
        }
      >
        {t("missingText")}
      </Empty>
    </div>
  );
}
