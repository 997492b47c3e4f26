import { Link } from "@tanstack/react-router";
import { Badge } from "@/shared/ui/Badge";
import { Button } from "@/shared/ui/Button";
import { Failed, Skeleton } from "@/shared/ui/States";
import type { RoomCard } from "@/shared/wire/http.gen";
import { usePublicRooms } from "./queries";
import { useRoomName } from "./room_name";
import { useLobbyTexts } from "./texts";

/** Rooms that are open to everybody; one's own stand among one's interviews already. */
export function PublicRooms() {
  const t = useLobbyTexts();
  const rooms = usePublicRooms();
  const open = rooms.data?.rooms.filter((room) => room.stage !== "finished" && !room.mine) ?? [];
  return (
    <section aria-labelledby="public-title">
      <h2 id="public-title" className="mb-4 text-xl font-bold">
        {t("publicRooms.title")}
      </h2>
      {rooms.isPending && <Skeleton />}
      {rooms.isError && <Failed error={rooms.error} onRetry={() => void rooms.refetch()} />}
      {rooms.isSuccess && open.length === 0 && <p className="text-soft">{t("publicRooms.empty")}</p>}
      {open.length > 0 && (
        <ul className="grid gap-3 md:grid-cols-2">
          {open.map((room) => (
            <PublicRoom key={room.room_id} room={room} />
          ))}
        </ul>
      )}
    </section>
  );
}

function PublicRoom({ room }: { room: RoomCard }) {
  const t = useLobbyTexts();
  const name = useRoomName()(room);
  const waiting = room.stage === "waiting";
  const seat = waiting && room.seats_free > 0;
  return (
    <li className="flex items-center gap-4 rounded-card border border-line bg-raised px-5 py-4">
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{name}</p>
        <p className="text-sm text-soft">
          {room.host && `${t("publicRooms.host", { name: room.host })} · `}
          {t("people", { people: room.people, ai: room.ai })}
        </p>
        <Badge tone={seat ? "good" : "plain"} className="mt-2">
          {seat
            ? t("publicRooms.seats", { n: room.seats_free })
            : t(waiting ? "publicRooms.full" : "publicRooms.running")}
        </Badge>
      </div>
      <Button asChild>
        <Link to="/rooms/$roomId" params={{ roomId: room.room_id }}>
          {t(seat ? "publicRooms.enter" : "publicRooms.watch")}
          <span className="sr-only">{name}</span>
        </Link>
      </Button>
    </li>
  );
}
