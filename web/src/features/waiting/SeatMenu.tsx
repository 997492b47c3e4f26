import { useState } from "react";
import { useGive } from "@/shared/live/give";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { Modal } from "@/shared/ui/Modal";
import { Segmented } from "@/shared/ui/Segmented";
import { toast } from "@/shared/ui/toasts";
import type { Seat } from "@/shared/wire/socket.gen";
import { useSeatingTexts } from "./host_texts";

const PERCENTS = ["100", "125", "150", "200", "300"] as const;
type Percent = (typeof PERCENTS)[number];

/** What the host may do with one seat. */
export function SeatMenu({ seat, mine, onClose }: { seat: Seat; mine: boolean; onClose: () => void }) {
  const t = useSeatingTexts();
  const give = useGive();
  const [asking, setAsking] = useState<"kick" | "handOver" | null>(null);
  const { seat_id, name } = seat;
  const person = seat.kind === "human" || seat.kind === "observer";

  async function remove(): Promise<void> {
    if (seat.kind === "ai") await give("remove_ai_candidate", { seat_id });
    else await give("remove_interviewer", { seat_id });
    onClose();
  }

  return (
    <>
      <Modal open={asking === null} onOpenChange={onClose} title={t("seat.menu", { name })}>
        <div className="flex flex-col gap-4">
          {seat.kind === "human" && <AnswerTime seat={seat} mine={mine} />}
          {person && !mine && (
            <div className="flex flex-wrap gap-2">
              {seat.kind === "human" && (
                <Button onClick={() => setAsking("handOver")}>{t("seat.handOver")}</Button>
              )}
              <Button look="danger" onClick={() => setAsking("kick")}>
                {t("seat.kick")}
              </Button>
            </div>
          )}
          {!person && (
            <Button look="danger" onClick={() => void remove()}>
              {t("seat.remove")}
            </Button>
          )}
        </div>
      </Modal>
      {asking && (
        <Confirm
          open
          onOpenChange={onClose}
          title={t(`seat.${asking}Title`, { name })}
          description={t(`seat.${asking}Text`)}
          confirmLabel={t(`seat.${asking}`)}
          danger={asking === "kick"}
          onConfirm={() => void give(asking === "kick" ? "kick_seat" : "hand_over_host", { seat_id })}
        />
      )}
    </>
  );
}

function AnswerTime({ seat, mine }: { seat: Seat; mine: boolean }) {
  const t = useSeatingTexts();
  const give = useGive();
  // Another's is their own affair: the server shows it to them alone.
  const [given, setGiven] = useState<Percent>(
    () => PERCENTS.find((one) => mine && Number(one) === seat.time_percent) ?? "100",
  );
  async function set(percent: Percent): Promise<void> {
    setGiven(percent);
    const outcome = await give("set_accommodation", {
      seat_id: seat.seat_id,
      time_percent: Number(percent),
    });
    if (outcome.status !== "refused") toast(t("seat.timeSet", { percent }), "good");
  }
  return (
    <Segmented
      label={t("seat.time")}
      hint={t("seat.timeHint")}
      choices={PERCENTS.map((value) => ({ value, label: `${value}%` }))}
      value={given}
      onChoose={(percent) => void set(percent)}
    />
  );
}
