import { useMemo, useState } from "react";
import { useRoomPart, useYou } from "@/shared/live/session";
import { candidates, observers, panel } from "@/shared/room/selectors";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { AddPersona } from "./AddPersona";
import { useSeatingTexts } from "./host_texts";
import { freeSeats } from "./places";
import { SeatCard } from "./SeatCard";
import { useWaitingTexts } from "./texts";

/** The room as it will stand: the panel on one side of the table, the candidates on the other. */
export function SeatMap({ host }: { host: boolean }) {
  const t = useWaitingTexts();
  const seating = useSeatingTexts();
  const seats = useRoomPart((room) => room.seats);
  const order = useRoomPart((room) => room.order);
  const hostSeat = useRoomPart((room) => room.host);
  const bySeat = useRoomPart((room) => room.settings.order === "seat");
  const me = useYou().seat_id;
  const [adding, setAdding] = useState<"ai" | "panel" | null>(null);
  const sitting = useMemo(
    () => ({
      candidates: candidates({ seats, order }),
      panel: panel({ seats }),
      observers: observers({ seats }),
      free: freeSeats({ seats }),
    }),
    [seats, order],
  );
  const shared = { host, hostSeat, me };
  return (
    <Card aria-labelledby="seats-title">
      <h2 id="seats-title" className="text-xl font-bold">
        {t("seats")}
      </h2>
      <section aria-labelledby="panel-title" className="mt-4">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 id="panel-title" className="font-semibold text-soft">
            {t("panel", { count: sitting.panel.length })}
          </h3>
          {host && (
            <Button size="small" disabled={sitting.free.panel === 0} onClick={() => setAdding("panel")}>
              {seating("add.panel")}
            </Button>
          )}
        </div>
        {sitting.panel.length === 0 && <p className="text-soft">{t("none.panel")}</p>}
        <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
          {sitting.panel.map((seat) => (
            <SeatCard key={seat.seat_id} seat={seat} number={null} {...shared} />
          ))}
        </ul>
      </section>
      <div aria-hidden="true" className="my-5 h-2 rounded-full bg-sunken" />
      <section aria-labelledby="candidates-title">
        <div className="mb-2 flex flex-wrap items-center justify-between gap-2">
          <h3 id="candidates-title" className="font-semibold text-soft">
            {t("candidates", { count: sitting.candidates.length })}
          </h3>
          {host && (
            <Button size="small" disabled={sitting.free.ai === 0} onClick={() => setAdding("ai")}>
              {seating("add.ai")}
            </Button>
          )}
        </div>
        <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
          {sitting.candidates.map((seat, index) => (
            <SeatCard key={seat.seat_id} seat={seat} number={bySeat ? index + 1 : null} {...shared} />
          ))}
        </ul>
        <p className="mt-3 text-sm text-soft">
          {t(bySeat ? "number.bySeat" : "number.toCome")}{" "}
          {sitting.free.people > 0 && t("freeSeats", { count: sitting.free.people })}
        </p>
      </section>
      {sitting.observers.length > 0 && (
        <section aria-labelledby="observers-title" className="mt-5">
          <h3 id="observers-title" className="mb-2 font-semibold text-soft">
            {t("observers", { count: sitting.observers.length })}
          </h3>
          <ul className="grid gap-2 sm:grid-cols-2 xl:grid-cols-3">
            {sitting.observers.map((seat) => (
              <SeatCard key={seat.seat_id} seat={seat} number={null} {...shared} />
            ))}
          </ul>
        </section>
      )}
      {adding && <AddPersona what={adding} onClose={() => setAdding(null)} />}
    </Card>
  );
}
