import { Link, useParams } from "@tanstack/react-router";
import { lazy, Suspense, useEffect, useState } from "react";
import { useStore } from "zustand";
import { InterviewScreen } from "@/features/interview/InterviewScreen";
import { WaitingScreen } from "@/features/waiting/WaitingScreen";
import { useAccount } from "@/shared/account/account";
import { SessionProvider, useOpenSession } from "@/shared/live/session";
import type { RoomSession } from "@/shared/room/room_store";
import { Button } from "@/shared/ui/Button";
import { Skeleton } from "@/shared/ui/States";
import { Entrance } from "./Entrance";
import { takeInvitation } from "./invitation";
import { useRoomTexts } from "./texts";

const loadFinished = () =>
  import("@/features/report/FinishedScreen").then((module) => ({ default: module.FinishedScreen }));
const FinishedScreen = lazy(loadFinished);

/** One room, from the waiting room to the end: which screen it shows follows from its stage. */
export function RoomPage() {
  const { roomId } = useParams({ from: "/bare/rooms/$roomId" });
  return <RoomAt key={roomId} roomId={roomId} />;
}

function RoomAt({ roomId }: { roomId: string }) {
  // Taken before anything is asked of who comes, so that it doesn't stand in the address meanwhile.
  const [invitation] = useState(() => takeInvitation(roomId));
  const account = useAccount((state) => state.account);
  return account ? <EnteredRoom roomId={roomId} invitation={invitation} /> : <Entrance />;
}

function EnteredRoom({ roomId, invitation }: { roomId: string; invitation: string }) {
  const [attempt, setAttempt] = useState(0);
  const session = useOpenSession(roomId, invitation, attempt);
  return session ? (
    <SessionProvider value={session}>
      <RoomScreen session={session} invited={invitation !== ""} onAgain={() => setAttempt(attempt + 1)} />
    </SessionProvider>
  ) : (
    <Opening />
  );
}

function RoomScreen({
  session,
  invited,
  onAgain,
}: {
  session: RoomSession;
  invited: boolean;
  onAgain: () => void;
}) {
  const stage = useStore(session.store, (news) => news.room?.stage ?? null);
  const ended = useStore(session.store, ({ line }) => (line.phase === "ended" ? line : null));
  useEffect(() => {
    // It is there when the interview ends: nobody waits for a page at that moment. If it can't be had now, it is then.
    if (stage !== null && stage !== "waiting") void loadFinished().catch(() => undefined);
  }, [stage]);
  if (ended) return <Ended reason={ended.reason} invited={invited} onAgain={onAgain} />;
  if (stage === null) return <Opening />;
  if (stage === "waiting") return <WaitingScreen />;
  if (stage === "finished") {
    return (
      <Suspense fallback={<Opening />}>
        <FinishedScreen />
      </Suspense>
    );
  }
  return <InterviewScreen />;
}

function Opening() {
  const t = useRoomTexts();
  return (
    <main className="mx-auto max-w-3xl p-6" aria-busy="true">
      <h1 className="mb-6 text-soft">{t("opening")}</h1>
      <Skeleton lines={6} />
    </main>
  );
}

type Reason = Extract<ReturnType<RoomSession["store"]["getState"]>["line"], { phase: "ended" }>["reason"];

function Ended({ reason, invited, onAgain }: { reason: Reason; invited: boolean; onAgain: () => void }) {
  const t = useRoomTexts();
  // Whoever came with an invitation has the right address: what no longer works is the invitation.
  const what = invited && reason === "no_such_room" ? "invitation_over" : reason;
  const again = reason === "superseded" || reason === "bad_frame" || reason === "normal";
  return (
    <main className="mx-auto max-w-xl p-6 pt-16">
      <div
        role="alert"
        className="flex flex-col items-center gap-2 rounded-card border border-dashed border-edge px-6 py-10 text-center"
      >
        <h1 className="text-xl font-bold">{t(`endedTitle.${what}`)}</h1>
        <p className="max-w-prose text-soft">{t(`endedText.${what}`)}</p>
        <div className="mt-3 flex flex-wrap justify-center gap-3">
          {again && (
            <Button look="primary" onClick={onAgain}>
              {t("again")}
            </Button>
          )}
          <Button asChild>
            <Link to="/">{t("toHome")}</Link>
          </Button>
        </div>
      </div>
    </main>
  );
}
