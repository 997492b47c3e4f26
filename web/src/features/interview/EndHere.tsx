import { useEffect, useRef, useState } from "react";
import { roundAnsweredAgain } from "@/shared/live/again";
import { useGive } from "@/shared/live/give";
import { useNews, useRoomPart } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { bringIntoSight } from "./in_sight";
import { useInterviewTexts } from "./texts";

/** Who came to answer one question again may leave it at that, as soon as everybody has answered it. */
export function EndHere() {
  const t = useInterviewTexts();
  const give = useGive();
  const roomId = useRoomPart((room) => room.room_id);
  const [wanted] = useState(() => roundAnsweredAgain(roomId));
  const answered = useRoomPart((room) => room.rounds.some((round) => round.round_id === wanted));
  const possible = useNews((news) => news.legal.includes("end_early"));
  const [goesOn, setGoesOn] = useState(false);
  const shown = answered && possible && !goesOn;
  const place = useRef<HTMLDivElement>(null);
  // It comes at the top of the page while one looks at what was just written.
  useEffect(() => {
    if (shown) bringIntoSight(place.current);
  }, [shown]);
  if (!shown) return null;
  return (
    <div ref={place}>
      <Notice
        tone="good"
        title={t("endHere.title")}
        action={
          <div className="flex flex-wrap gap-2">
            <Button look="primary" onClick={() => void give("end_early", {})}>
              {t("endHere.end")}
            </Button>
            <Button onClick={() => setGoesOn(true)}>{t("endHere.goOn")}</Button>
          </div>
        }
      >
        <p>{t("endHere.text")}</p>
      </Notice>
    </div>
  );
}
