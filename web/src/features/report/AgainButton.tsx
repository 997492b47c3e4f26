import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import { rememberAgain } from "@/shared/live/again";
import { browserSurroundings } from "@/shared/socket/surroundings";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { Notice } from "@/shared/ui/Notice";
import type { RoomSeenShape } from "@/shared/wire/http.gen";
import { useAnswerTexts } from "./texts_answers";

/** Answers one question again: a new room that shares the past up to it. */
export function AgainButton({ roomId, roundId }: { roomId: string; roundId: string }) {
  const t = useAnswerTexts();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  // One key for this button: an answer that was lost on the way opens no second room.
  const [key] = useState(() => browserSurroundings().id());
  const fork = useMutation({
    mutationFn: () =>
      request<RoomSeenShape>(`/api/rooms/${roomId}/fork`, {
        method: "POST",
        body: { round_id: roundId },
        idempotencyKey: key,
      }),
    onSuccess: (room) => {
      rememberAgain(room.room_id, roundId);
      return navigate({ to: "/rooms/$roomId", params: { roomId: room.room_id } });
    },
  });
  return (
    <div className="flex flex-col items-start gap-3 print:hidden">
      <Button look="primary" busy={fork.isPending} onClick={() => setAsking(true)}>
        {t("again")}
      </Button>
      {fork.isError && (
        <Notice tone="bad" title={t("againFailed")}>
          {fork.error instanceof ApiProblem && <p>{fork.error.message}</p>}
        </Notice>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("againTitle")}
        description={t("againText")}
        confirmLabel={t("againConfirm")}
        onConfirm={() => fork.mutate()}
      />
    </div>
  );
}
