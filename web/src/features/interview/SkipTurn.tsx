import { useState } from "react";
import { useGive } from "@/shared/live/give";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { useComposerTexts } from "./composer_texts";

/** Giving one's turn up costs points, so it is asked about. */
export function SkipTurn({ turnId, disabled }: { turnId: string; disabled: boolean }) {
  const t = useComposerTexts();
  const give = useGive();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button size="large" look="quiet" disabled={disabled} onClick={() => setAsking(true)}>
        {t("skip")}
      </Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("skipTitle")}
        description={t("skipText")}
        confirmLabel={t("skipConfirm")}
        danger
        onConfirm={() => void give("skip_turn", { turn_id: turnId })}
      />
    </>
  );
}
