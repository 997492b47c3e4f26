import { useAccount } from "@/shared/account/account";
import { useGive } from "@/shared/live/give";
import { useRoomPart, useYou } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { freeSeats } from "./places";
import { useWaitingTexts } from "./texts";

/** Somebody in the room without a seat chooses what to sit as. */
export function Join() {
  const t = useWaitingTexts();
  const give = useGive();
  const name = useAccount((state) => state.account?.name ?? "");
  const watcher = useYou().role === "observer";
  const free = useRoomPart((room) => freeSeats(room).people);
  return (
    <Card className="border-accent">
      <h2 className="text-xl font-bold">{t("join.title")}</h2>
      <p className="mt-1 text-soft">
        {watcher ? t("join.observerOnly") : free === 0 ? t("join.full") : t("join.text")}
      </p>
      <div className="mt-4 flex flex-wrap gap-3">
        {!watcher && (
          <Button
            look="primary"
            size="large"
            disabled={free === 0}
            onClick={() => void give("join_room", { name, observer: false })}
          >
            {t("join.candidate")}
          </Button>
        )}
        <Button
          size="large"
          look={watcher ? "primary" : "secondary"}
          onClick={() => void give("join_room", { name, observer: true })}
        >
          {t("join.observer")}
        </Button>
      </div>
    </Card>
  );
}
