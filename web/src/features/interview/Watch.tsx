import { useAccount } from "@/shared/account/account";
import { useGive } from "@/shared/live/give";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useInterviewTexts } from "./texts";

/** Somebody who came after the start may still look on. */
export function Watch() {
  const t = useInterviewTexts();
  const give = useGive();
  const me = useYou().seat_id;
  const seated = useRoomPart((room) => room.seats.some((seat) => seat.seat_id === me));
  const name = useAccount((state) => state.account?.name ?? "");
  if (seated) return null;
  return (
    <Notice
      title={t("watch.title")}
      action={
        <Button look="primary" onClick={() => void give("join_room", { name, observer: true })}>
          {t("watch.join")}
        </Button>
      }
    >
      <p>{t("watch.text")}</p>
    </Notice>
  );
}
