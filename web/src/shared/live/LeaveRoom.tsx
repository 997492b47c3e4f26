import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { Button } from "@/shared/ui/Button";
import { CompactButton } from "@/shared/ui/CompactButton";
import { Confirm } from "@/shared/ui/Confirm";
import { useGive } from "./give";
import { useRoomPart, useYou } from "./session";
import { useLiveTexts } from "./texts";

/** Leaving gives the seat up, so it is asked about first. Where it is `compact`, a phone shows its sign alone. */
export function LeaveRoom({ compact = false }: { compact?: boolean }) {
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
      {compact ? (
        <CompactButton
          look="quiet"
          sign={<path d="M12 4H4.5v12H12M9 10h8M14 7l3 3-3 3" />}
          onClick={() => setAsking(true)}
        >
          {t("leave.button")}
        </CompactButton>
      ) : (
        <Button size="small" look="quiet" className="-mr-3" onClick={() => setAsking(true)}>
          {t("leave.button")}
        </Button>
      )}
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
