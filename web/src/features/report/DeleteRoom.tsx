import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { request } from "@/shared/http/request";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { Confirm } from "@/shared/ui/Confirm";
import { Notice } from "@/shared/ui/Notice";
import { toast } from "@/shared/ui/toasts";
import { forgetRoom } from "./queries";
import { useFileTexts } from "./texts_files";

/** Deletes the room with everything in it, after a question. */
export function DeleteRoom({ roomId }: { roomId: string }) {
  const t = useFileTexts();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => request<void>(`/api/rooms/${roomId}`, { method: "DELETE" }),
    onSuccess: async () => {
      toast(t("deleteDone"), "good");
      await navigate({ to: "/" });
      forgetRoom(queries, roomId);
    },
  });
  return (
    <Card>
      <h3 className="text-lg font-bold">{t("deleteTitle")}</h3>
      <p className="mt-1 text-sm text-soft">{t("deleteText")}</p>
      <Button look="danger" className="mt-4" busy={remove.isPending} onClick={() => setAsking(true)}>
        {t("delete")}
      </Button>
      {remove.isError && (
        <Notice tone="bad" title={t("deleteFailed")} className="mt-4">
          {remove.error instanceof ApiProblem && <p>{remove.error.message}</p>}
        </Notice>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("deleteAsk")}
        description={t("deleteText")}
        confirmLabel={t("deleteConfirm")}
        danger
        onConfirm={() => remove.mutate()}
      />
    </Card>
  );
}
