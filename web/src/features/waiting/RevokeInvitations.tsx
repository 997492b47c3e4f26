import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "@/shared/http/request";
import { useRoomPart } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { Failed } from "@/shared/ui/States";
import { useSeatingTexts } from "./host_texts";

/** Shuts the links and codes that went out so far, whoever has them by now. */
export function RevokeInvitations({ onRevoked }: { onRevoked: () => void }) {
  const t = useSeatingTexts();
  const roomId = useRoomPart((room) => room.room_id);
  const [asking, setAsking] = useState(false);
  const revoking = useMutation({
    mutationFn: () => request(`/api/rooms/${roomId}/invitations`, { method: "DELETE" }),
    onSuccess: onRevoked,
  });
  return (
    <>
      {revoking.error && <Failed error={revoking.error} onRetry={() => revoking.mutate()} />}
      <Button look="quiet" busy={revoking.isPending} onClick={() => setAsking(true)}>
        {t("invite.revoke")}
      </Button>
      {asking && (
        <Confirm
          open
          onOpenChange={() => setAsking(false)}
          title={t("invite.revokeTitle")}
          description={t("invite.revokeText")}
          confirmLabel={t("invite.revokeConfirm")}
          danger
          onConfirm={() => revoking.mutate()}
        />
      )}
    </>
  );
}
