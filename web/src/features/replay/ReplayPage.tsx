import { Link, useParams } from "@tanstack/react-router";
import { type ReactNode, useMemo } from "react";
import { AccountGate } from "@/shared/account/AccountGate";
import { ApiProblem } from "@/shared/http/problem";
import { Button } from "@/shared/ui/Button";
import { Empty, Failed, Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import { usePast } from "./queries";
import { Replay } from "./Replay";
import { Recording } from "./recording";
import { useReplayTexts } from "./texts";

/** Seeing an interview again, as one's own seat saw it. */
export function ReplayPage() {
  const { roomId } = useParams({ from: "/framed/rooms/$roomId/replay" });
  return (
    <AccountGate>
      <AskedReplay key={roomId} roomId={roomId} />
    </AccountGate>
  );
}

function AskedReplay({ roomId }: { roomId: string }) {
  const t = useReplayTexts();
  useWindowTitle(t("title"));
  const past = usePast(roomId);
  const recording = useMemo(() => (past.data ? new Recording(past.data) : null), [past.data]);
  if (recording?.begun) {
    return (
      <Replay
        key={past.dataUpdatedAt}
        recording={recording}
        roomId={roomId}
        busy={past.isFetching}
        onMore={() => void past.refetch()}
      />
    );
  }
  const gone = past.error instanceof ApiProblem && (past.error.status === 404 || past.error.status === 403);
  return (
    <div className="mx-auto max-w-xl" aria-busy={past.isPending}>
      <h1 className="mb-6 text-2xl font-bold">{t("title")}</h1>
      {past.isPending && (
        <>
          <p className="mb-4 text-soft">{t("loading")}</p>
          <Skeleton lines={6} />
        </>
      )}
      {past.error && !gone && <Failed error={past.error} onRetry={() => void past.refetch()} />}
      {gone && (
        <Nothing title={t("missingTitle")} text={t("missingText")}>
          <Link to="/">{t("toHome")}</Link>
        </Nothing>
      )}
      {recording && (
        <Nothing title={t("notBegunTitle")} text={t("notBegunText")}>
          <Link to="/rooms/$roomId" params={{ roomId }}>
            {t("toRoom")}
          </Link>
        </Nothing>
      )}
    </div>
  );
}

function Nothing({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <Empty
      title={title}
      action={
        <Button asChild look="primary">
          {children}
        </Button>
      }
    >
      {text}
    </Empty>
  );
}
