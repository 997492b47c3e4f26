import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { useGive } from "./give";
import { useRoomPart, useYou } from "./session";
import { useLiveTexts } from "./texts";

/** Leaving gives the seat up, so it is asked about first. */
export function LeaveRoom() {
  const t = useLiveTexts();
  const give = useGive();
  const navigate = useNavigate();
  const me = useYou().seat_id;
  const kind = useRoomPart((room) => room.seats.find((seat) => seat.seat_id === me && !seat.left)?.kind);
  const running = useRoomPart((room) => room.stage !== "waiting");
  const [asking, setAsking] = useState(false);

  async function leave(): Promise<void> {
    const outcome = kind ? await give("leave_room", {}) : null;
    if (outcome?.status !== "refused") await navigate({ to: "/" });
  }

  const text = kind === "human" ? (running ? "runningText" : "waitingText") : "observerText";
  return (
    <>
      <Button size="small" look="quiet" onClick={() => setAsking(true)}>
        {t("leave.button")}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t(running && kind === "human" ? "leave.runningTitle" : "leave.waitingTitle")}
        description={t(`leave.${text}`)}
        confirmLabel={t("leave.confirm")}
        danger
        onConfirm={() => void leave()}
      />
    </>
  );
}
