import { seatOf } from "@/shared/room/selectors";
import { classes } from "@/shared/ui/classes";
import type { Room, Round, Turn } from "@/shared/wire/socket.gen";
import { spokenSoFar } from "./scene";
import { useReplayTexts } from "./texts";
import { useVantageText } from "./use_vantage_text";
import type { Vantage } from "./vantage";

/** What had been answered to the question so far, the latest first. */
export function AnswersThen({
  room,
  round,
  vantage,
  instant,
}: {
  room: Room;
  round: Round;
  vantage: Vantage;
  instant: number;
}) {
  const t = useReplayTexts();
  const said = round.turns.filter((turn) => turn.state !== "waiting").toReversed();
  return (
    <section aria-labelledby="answers-then">
      <h3 id="answers-then" className="text-sm font-bold text-soft">
        {t("answers")}
      </h3>
      {said.length === 0 ? (
        <p className="mt-2 text-soft">{t("empty")}</p>
      ) : (
        <ol className="mt-2 flex flex-col gap-3">
          {said.map((turn) => (
            <Said
              key={turn.turn_id}
              room={room}
              round={round}
              turn={turn}
              vantage={vantage}
              instant={instant}
            />
          ))}
        </ol>
      )}
    </section>
  );
}

function Said({
  room,
  round,
  turn,
  vantage,
  instant,
}: {
  room: Room;
  round: Round;
  turn: Turn;
  vantage: Vantage;
  instant: number;
}) {
  const t = useReplayTexts();
  const { nameOf } = useVantageText(vantage);
  const own = turn.seat_id === vantage.seatId;
  const open = turn.state === "open";
  const text = open ? turn.draft || spokenSoFar(turn, instant) : turn.text;
  return (
    <li
      className={classes(
        "rounded-control border-l-4 bg-sunken px-4 py-3",
        own ? "border-accent" : "border-line",
      )}
    >
      <p className="text-sm font-semibold">
        {nameOf(seatOf(room, turn.seat_id))}
        {open && turn.draft && <span className="ml-2 font-normal text-soft">{t("draft")}</span>}
      </p>
      <p className={classes("mt-1 whitespace-pre-line", !text && "text-soft italic")}>
        {text || (open ? "…" : t(silence(turn, round, own)))}
      </p>
    </li>
  );
}

/** Returns why a closed turn has no words. */
function silence(turn: Turn, round: Round, own: boolean): "textDeleted" | "hidden" | "noAnswer" {
  if (turn.outcome !== "answered") return "noAnswer";
  return round.revealed || own || !round.simultaneous ? "textDeleted" : "hidden";
}
