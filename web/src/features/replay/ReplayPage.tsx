import { getRouteApi, Link } from "@tanstack/react-router";
import { type ReactNode, useMemo, useState } from "react";
import { AccountGate } from "@/shared/account/AccountGate";
import { ApiProblem } from "@/shared/http/problem";
import { Button } from "@/shared/ui/Button";
import { Empty, Failed, Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import { usePast } from "./queries";
import { Replay } from "./Replay";
import { type Past, Recording } from "./recording";
import { useReplayTexts } from "./texts";

const route = getRouteApi("/framed/rooms/$roomId/replay");

/** Seeing an interview again, as one's own seat saw it, or afterwards as another did. */
export function ReplayPage() {
  const { roomId } = route.useParams();
  return (
    <AccountGate>
      <AskedReplay key={roomId} roomId={roomId} />
    </AccountGate>
  );
}

function AskedReplay({ roomId }: { roomId: string }) {
  const t = useReplayTexts();
  useWindowTitle(t("title"));
  // From where one looks stands in the address, so that it can be sent to somebody.
  const { seat = "" } = route.useSearch();
  const navigate = route.useNavigate();
  const past = usePast(roomId, seat);
  // Until another seat's record is there, the one before stays on the screen.
  const [shown, setShown] = useState<Past | null>(past.data ?? null);
  if (past.data && past.data !== shown) setShown(past.data);
  const recording = useMemo(() => (shown ? new Recording(shown) : null), [shown]);
  const failure = past.error && !past.data && (
    <Failed error={past.error} {...(!isNoView(past.error) && { onRetry: () => void past.refetch() })} />
  );
  if (recording?.begun) {
    return (
      <Replay
        recording={recording}
        roomId={roomId}
        seat={seat}
        busy={past.isFetching}
        failure={failure}
        onMore={() => void past.refetch()}
        onSeat={(to) => void navigate({ search: to ? { seat: to } : {}, replace: true, resetScroll: false })}
      />
    );
  }
  return (
    <div className="mx-auto max-w-xl" aria-busy={past.isPending}>
      <h1 className="mb-6 text-2xl font-bold">{t("title")}</h1>
      {past.isPending && (
        <>
          <p className="mb-4 text-soft">{t("loading")}</p>
          <Skeleton lines={6} />
        </>
      )}
      {isGone(past.error) ? (
        <Nothing title={t("missingTitle")} text={t("missingText")}>
          <Link to="/">{t("toHome")}</Link>
        </Nothing>
      ) : (
        failure && (
          <div className="flex flex-col items-start gap-4">
            {failure}
            {seat && (
              <Button asChild>
                <Link to="/rooms/$roomId/replay" params={{ roomId }} search={{}} replace>
                  {t("seat.toOwn")}
                </Link>
              </Button>
            )}
          </div>
        )
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

/** Whether there is no such place to look from, which no other try will change. */
function isNoView(error: Error): boolean {
  return error instanceof ApiProblem && error.code === "no_such_view";
}

/** Whether the room itself can't be seen. */
function isGone(error: Error | null): boolean {
  return error instanceof ApiProblem && !isNoView(error) && (error.status === 404 || error.status === 403);
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
