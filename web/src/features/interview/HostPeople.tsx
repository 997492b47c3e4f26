import { useState } from "react";
import { useGive } from "@/shared/live/give";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import type { Seat } from "@/shared/wire/socket.gen";
import { useHostTexts } from "./host_texts";

/** The other people in the room: hand the room over, or remove somebody. */
export function HostPeople() {
  const t = useHostTexts();
  const give = useGive();
  const me = useYou().seat_id;
  const seats = useRoomPart((room) => room.seats);
  const [removing, setRemoving] = useState<Seat | null>(null);
  const people = seats.filter(
    (seat) => seat.seat_id !== me && !seat.left && (seat.kind === "human" || seat.kind === "observer"),
  );
  if (people.length === 0) return null;
  return (
    <section className="mt-6">
      <h3 className="font-bold">{t("people")}</h3>
      <ul className="mt-2 flex flex-col gap-2">
        {people.map((seat) => (
          <li key={seat.seat_id} className="flex flex-wrap items-center gap-2">
            <span className="min-w-0 flex-1 font-semibold">{seat.name}</span>
            {seat.kind === "human" && (
              <Button size="small" onClick={() => void give("hand_over_host", { seat_id: seat.seat_id })}>
                {t("handOver")}
              </Button>
            )}
            <Button size="small" look="danger" onClick={() => setRemoving(seat)}>
              {t("kick")}
            </Button>
          </li>
        ))}
      </ul>
      {removing && (
        <Confirm
          open
          onOpenChange={() => setRemoving(null)}
          title={t("confirm.kick", { name: removing.name })}
          description={t("confirm.kickText")}
          confirmLabel={t("kick")}
          danger
          onConfirm={() => void give("kick_seat", { seat_id: removing.seat_id })}
        />
      )}
    </section>
  );
}
