import { useMemo } from "react";
import { useGive } from "@/shared/live/give";
import { useRoomPart } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import { Button } from "@/shared/ui/Button";
import { useBar } from "@/shared/ui/bars";
import type { Seat } from "@/shared/wire/socket.gen";
import { startReason } from "./start_reason";
import { useWaitingTexts } from "./texts";

/** The one thing to do next, always in reach: get ready, or start. */
export function ReadyBar({ seat, host }: { seat: Seat; host: boolean }) {
  const t = useWaitingTexts();
  const give = useGive();
  const bar = useBar<HTMLElement>("bottom");
  const seats = useRoomPart((room) => room.seats);
  const hostName = useRoomPart((room) => seatOf(room, room.host)?.name ?? "");
  const missing = useMemo(() => startReason({ seats }), [seats]);
  const candidate = seat.kind === "human";
  const people = seats.filter((one) => one.kind === "human" && !one.left).length;
  // Whoever hosts and is the only person has nobody to get ready for.
  const alone = host && candidate && people === 1;
  const startable = missing === null || (alone && missing.reason === "not_everyone_ready");

  async function start(): Promise<void> {
    if (alone && !seat.ready) await give("set_ready", { ready: true });
    await give("start_interview", {});
  }

  function why(): string {
    if (alone && startable) return t("start.alone");
    if (candidate && !seat.ready && !alone) return t(host ? "me.hintHost" : "me.hint");
    if (!missing) return host ? t("start.can") : t("me.waitingForHost", { name: hostName });
    if (!host && missing.reason === "not_everyone_ready") return t("me.waitingForOthers");
    return t(`start.${missing.reason}`, { names: missing.waiting.map((one) => one.name).join(", ") });
  }

  return (
    <section
      ref={bar}
      aria-label={t("ready")}
      className="fixed inset-x-0 bottom-0 z-10 border-t border-line bg-raised pb-[env(safe-area-inset-bottom)]"
    >
      <div className="mx-auto flex max-w-7xl flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-0 flex-1 basis-56">
          <p id="start-why" role="status" className="font-semibold">
            {why()}
          </p>
          {seat.time_percent > 100 && (
            <p className="text-sm text-soft">{t("me.accommodation", { percent: seat.time_percent })}</p>
          )}
        </div>
        <div className="flex w-full gap-3 *:flex-1 sm:w-auto sm:*:flex-none">
          {candidate && !alone && (
            <Button
              size="large"
              look={seat.ready ? "quiet" : "primary"}
              onClick={() => void give("set_ready", { ready: !seat.ready })}
            >
              {t(seat.ready ? "me.cancel" : "me.ready")}
            </Button>
          )}
          {host && (
            <Button
              size="large"
              look={seat.ready || !candidate || alone ? "primary" : "secondary"}
              disabled={!startable}
              aria-describedby="start-why"
              onClick={() => void start()}
            >
              {t("start.button")}
            </Button>
          )}
        </div>
      </div>
    </section>
  );
}
