import { useGive } from "@/shared/live/give";
import { useRoomPart, useYou } from "@/shared/live/session";
import { seatOf } from "@/shared/room/selectors";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useInterviewTexts } from "./texts";

/** The clocks stand still: by whom, and what still may be done. */
export function Paused() {
  const t = useInterviewTexts();
  const give = useGive();
  const me = useYou().seat_id;
  const paused = useRoomPart((room) => room.paused);
  const host = useRoomPart((room) => room.host);
  const name = useRoomPart((room) => seatOf(room, room.paused?.by)?.name ?? "");
  if (!paused) return null;
  return (
    <Notice
      tone="warn"
      title={t("paused.title")}
      action={
        host === me && (
          <Button look="primary" onClick={() => void give("resume_interview", {})}>
            {t("paused.resume")}
          </Button>
        )
      }
    >
      <p>
        {paused.empty ? t("paused.empty") : t("paused.by", { name })} {t("paused.draft")}
      </p>
    </Notice>
  );
}
