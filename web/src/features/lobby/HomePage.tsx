import { useAccount } from "@/shared/account/account";
import { Failed, Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import type { RoomCard } from "@/shared/wire/http.gen";
import { PastResults } from "./PastResults";
import { PublicRooms } from "./PublicRooms";
import { useMyRooms } from "./queries";
import { useLobbyTexts } from "./texts";
import { Unfinished } from "./Unfinished";
import { Ways } from "./Ways";
import { Welcome } from "./Welcome";

const over = (room: RoomCard) => room.stage === "finished";

/** The way in: a name for who is new; what was begun, a new interview and an invitation for everybody else. */
export function HomePage() {
  const t = useLobbyTexts();
  const account = useAccount((state) => state.account);
  const rooms = useMyRooms();
  useWindowTitle();
  if (!account) return <Welcome />;
  return (
    <div className="flex flex-col gap-10 sm:gap-12">
      <div className="flex flex-col gap-6">
        <div>
          <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">
            {t("hello", { name: account.name })}
          </h1>
          <p className="mt-2 text-lg text-soft">{t("helloText")}</p>
        </div>
        {rooms.isError && <Failed error={rooms.error} onRetry={() => void rooms.refetch()} />}
        {/* Whoever fell out of an interview is in a hurry: it comes first, and nothing moves when it is there. */}
        {rooms.isPending ? (
          <Skeleton lines={6} />
        ) : (
          <>
            <Unfinished rooms={rooms.data?.rooms.filter((room) => !over(room)) ?? []} />
            <Ways />
          </>
        )}
      </div>
      {rooms.data && <PastResults rooms={rooms.data.rooms.filter(over)} />}
      <PublicRooms />
    </div>
  );
}
