import { Failed, Skeleton } from "@/shared/ui/States";
import type { RoomCard } from "@/shared/wire/http.gen";
import { PastResults } from "./PastResults";
import { useMyRooms } from "./queries";
import { Unfinished } from "./Unfinished";

/** One's own rooms: those to go on with, then those that are over. */
export function OwnInterviews() {
  const rooms = useMyRooms();
  if (rooms.isPending) return <Skeleton lines={4} />;
  if (rooms.isError) return <Failed error={rooms.error} onRetry={() => void rooms.refetch()} />;
  const over = (room: RoomCard) => room.stage === "finished";
  return (
    <>
      <Unfinished rooms={rooms.data.rooms.filter((room) => !over(room))} />
      <PastResults rooms={rooms.data.rooms.filter(over)} />
    </>
  );
}
