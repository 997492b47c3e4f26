import { useYou } from "@/shared/live/session";
import { Notice } from "@/shared/ui/Notice";
import type { Round } from "@/shared/wire/socket.gen";
import { useInterviewTexts } from "./texts";

/** All write at once: nobody sees another's answer before the round is closed. */
export function Together({ round, writing }: { round: Round; writing: boolean }) {
  const t = useInterviewTexts();
  const me = useYou().seat_id;
  const others = round.turns.filter((turn) => turn.seat_id !== me && turn.state === "open").length;
  const asked = round.candidates.includes(me);
  return (
    <Notice
      tone={writing || !asked ? "info" : "good"}
      title={t(writing || !asked ? "together.title" : "together.done")}
    >
      <p className="text-soft">{t("together.waiting", { count: others })}</p>
    </Notice>
  );
}
