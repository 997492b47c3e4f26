import { memo, useDeferredValue, useState } from "react";
import { useRoomPart } from "@/shared/live/session";
import type { Round } from "@/shared/wire/socket.gen";
import { useWords } from "@/shared/words/texts";
import { AnswerEntry } from "./AnswerEntry";
import { useInterviewTexts } from "./texts";

/** Earlier questions with their answers; each is drawn only once it is opened. */
export const Transcript = memo(function Transcript() {
  const t = useInterviewTexts();
  // Twelve answers that are revealed at once may come a moment later than the next key.
  const rounds = useDeferredValue(useRoomPart((room) => room.rounds));
  return (
    <section aria-labelledby="transcript-title">
      <h2 id="transcript-title" className="mb-3 text-lg font-bold">
        {t("transcript.title")}
      </h2>
      {rounds.length === 0 ? (
        <p className="text-soft">{t("transcript.empty")}</p>
      ) : (
        <ol className="flex flex-col gap-2">
          {rounds.map((round, index) => (
            <Entry
              key={round.round_id}
              round={round}
              number={index + 1}
              unread={round.simultaneous && index === rounds.length - 1}
            />
          ))}
        </ol>
      )}
    </section>
  );
});

const Entry = memo(function Entry({
  round,
  number,
  unread,
}: {
  round: Round;
  number: number;
  /** Its answers were revealed just now, so they are shown without being asked for. */
  unread: boolean;
}) {
  const words = useWords();
  const t = useInterviewTexts();
  const [open, setOpen] = useState(unread);
  return (
    <li className="rounded-control border border-line bg-raised">
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className="min-h-11 px-4 py-2.5">
          <span className="text-sm text-soft">
            {t("question", { number })} · {words(`kind.${round.kind}`)}
          </span>
          <span className="mt-0.5 block font-semibold">{round.question?.text}</span>
        </summary>
        {open && (
          <ul className="divide-y divide-line border-t border-line p-4">
            {round.turns.map((turn) => (
              <AnswerEntry key={turn.turn_id} turn={turn} />
            ))}
          </ul>
        )}
      </details>
    </li>
  );
});
