import { useEffect, useRef, useState } from "react";
import { openTurns } from "@/shared/room/selectors";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { useNews, useRoomPart, useSession, useYou } from "./session";
import { useLiveTexts } from "./texts";

// A line that is back at once is nothing to alarm anybody about.
const PATIENCE_MS = 600;

/** Tells that the line is lost, when it is tried again, and that nothing written is lost with it. */
export function LineBar() {
  const t = useLiveTexts();
  const phase = useNews((news) => news.line.phase);
  const lost = phase !== "live";
  const [shown, setShown] = useState(false);
  const told = useRef(false);
  useEffect(() => {
    if (!lost) {
      setShown(false);
      if (told.current) announce(t("line.back"));
      told.current = false;
      return;
    }
    const timer = setTimeout(() => {
      setShown(true);
      told.current = true;
      announce(`${t("line.lost")}. ${t("line.draftSafe")}`, "urgent");
    }, PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [lost, t]);
  return shown ? <Lost /> : null;
}

function Lost() {
  const t = useLiveTexts();
  const session = useSession();
  const line = useNews((news) => news.line);
  const me = useYou().seat_id;
  const answering = useRoomPart((room) => openTurns(room).some((turn) => turn.seat_id === me));
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, []);
  const seconds = line.phase === "waiting" ? Math.max(0, Math.ceil((line.retryAt - now) / 1000)) : 0;
  return (
    <section
      aria-label={t("line.lost")}
      className="flex flex-wrap items-center gap-x-4 gap-y-1 border-b border-warn bg-warn-soft px-4 py-2"
    >
      <p className="min-w-0 flex-1">
        <strong className="text-warn">{t("line.lost")}.</strong>{" "}
        <span className="tabular-nums">
          {seconds > 0 ? t("line.retryIn", { count: seconds }) : t("line.retrying")}
        </span>{" "}
        {answering && `${t("line.draftSafe")} ${t("line.timeBack")}`}
        {line.phase === "waiting" && line.message && ` ${line.message}`}
      </p>
      <Button size="small" onClick={() => session.nudge()}>
        {t("line.now")}
      </Button>
    </section>
  );
}
