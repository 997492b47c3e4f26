import { useEffect, useId, useRef, useState } from "react";
import { useGive } from "@/shared/live/give";
import { useNews, useRoomPart, useSession } from "@/shared/live/session";
import { Button } from "@/shared/ui/Button";
import { belongsToComposing } from "@/shared/ui/composing";
import { useVoiceAbilities } from "@/shared/voice/abilities";
import { useReading } from "@/shared/voice/reading";
import type { Turn } from "@/shared/wire/socket.gen";
import { Countdown } from "./Countdown";
import { useComposerTexts } from "./composer_texts";
import { DraftMark } from "./DraftMark";
import { LONGEST_ANSWER, useDraft } from "./draft";
import { forgetDraft, forgetOldDrafts } from "./draft_backup";
import { uncover, useAboveKeyboard } from "./in_sight";
import { SkipTurn } from "./SkipTurn";
import { targetLength } from "./target";
import { useTimeUp } from "./time_up";
import { useTypingSign } from "./typing";
import { inserted } from "./voice/inserting";
import { useSpeakTexts } from "./voice/texts";
import { useRecorder } from "./voice/use_recorder";
import { VoicePanel } from "./voice/VoicePanel";

/** Where one's own answer is written. It stands for one turn: the next one gets a new one. */
export function Composer({ turn, answerMs }: { turn: Turn; answerMs: number }) {
  const t = useComposerTexts();
  const id = useId();
  const give = useGive();
  const session = useSession();
  const roomId = useRoomPart((room) => room.room_id);
  const language = useRoomPart((room) => room.settings.language);
  const paused = useRoomPart((room) => room.paused !== null);
  const live = useNews((news) => news.line.phase === "live");
  const draft = useDraft(turn);
  const typing = useTypingSign();
  const timeUp = useTimeUp(turn.deadline);
  const [submitting, setSubmitting] = useState(false);
  const [refused, setRefused] = useState("");
  const field = useRef<HTMLTextAreaElement>(null);
  const speak = useSpeakTexts();
  const abilities = useVoiceAbilities();
  const recorder = useRecorder(roomId, (spoken) => putIn(spoken.text));
  const speaking = ["asking", "recording", "sending"].includes(recorder.phase.name);
  const [whole, head] = [useRef<HTMLElement>(null), useRef<HTMLDivElement>(null)];
  useAboveKeyboard(field, whole);

  useEffect(() => {
    forgetOldDrafts(session.serverNow());
    // Whoever is writing elsewhere is not torn away: the announcement tells them.
    const { activeElement: at } = document;
    if (!at || at === document.body || at.matches("[data-floor]")) field.current?.focus();
    // What one wrote before is gone on with, at its end.
    const end = field.current?.value.length ?? 0;
    field.current?.setSelectionRange(end, end);
  }, [session]);

  useEffect(() => {
    // What is read aloud would be recorded too.
    useReading.getState().set({ hushed: speaking });
    return () => useReading.getState().set({ hushed: false });
  }, [speaking]);

  const length = [...draft.text].length;
  const why = reason();

  function reason(): string {
    if (length > LONGEST_ANSWER) return t("tooLong", { count: LONGEST_ANSWER });
    if (speaking) return speak("wait");
    if (!draft.text.trim()) return t("empty");
    if (paused) return t("paused");
    if (timeUp) return t("timeUp");
    return "";
  }

  /** Puts spoken words where the caret is: what was written stays, and nothing is submitted. */
  function putIn(words: string): void {
    const box = field.current;
    if (!box) return;
    const { text, caret } = inserted(box.value, words, box.selectionEnd);
    draft.write(text);
    setRefused("");
    // The caret goes behind the words once they stand there.
    requestAnimationFrame(() => {
      box.focus();
      box.setSelectionRange(caret, caret);
    });
  }

  async function submit(): Promise<void> {
    if (why || submitting) return;
    setSubmitting(true);
    setRefused("");
    const outcome = await give("submit_answer", { turn_id: turn.turn_id, text: draft.text });
    if (outcome.status === "refused") {
      setSubmitting(false);
      setRefused(outcome.message);
    } else forgetDraft(roomId, turn.turn_id);
  }

  return (
    <section
      ref={whole}
      aria-labelledby={`${id}-title`}
      // What one comes to by keyboard stands below the title and the clock, which stay.
      className="rounded-card border-2 border-accent bg-raised p-4 shadow-card sm:p-5 **:scroll-mt-28"
    >
      {/* In sight above a phone's keyboard too. */}
      <div
        ref={head}
        className="sticky top-(--bar-top) z-10 flex flex-wrap items-center justify-between gap-x-4 gap-y-2 bg-raised py-1"
      >
        <h2 id={`${id}-title`} className="text-lg font-bold">
          {t("title")}
        </h2>
        <Countdown turn={turn} of="mine" />
      </div>
      <label htmlFor={id} className="sr-only">
        {t("label")}
      </label>
      <textarea
        id={id}
        ref={field}
        value={draft.text}
        readOnly={submitting}
        placeholder={t("placeholder")}
        aria-describedby={`${id}-length ${id}-end ${id}-why`}
        className="mt-3 min-h-44 w-full resize-y rounded-control border border-edge bg-paper px-4 py-3 text-lg leading-relaxed placeholder:text-soft sm:min-h-56"
        onChange={(event) => {
          draft.write(event.target.value);
          typing();
          setRefused("");
        }}
        // By keyboard alone: a press must find the line that it aims at, and whoever comes back to the window their place.
        onKeyUp={(event) =>
          event.key === "Tab" && !event.altKey && uncover(event.currentTarget, head.current)
        }
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
          // While Korean is being composed, Enter belongs to the letter.
          if (belongsToComposing(event.nativeEvent)) return;
          event.preventDefault();
          void submit();
        }}
      />
      <div className="mt-2 flex flex-wrap items-center justify-between gap-x-4 gap-y-1 text-sm">
        <p id={`${id}-length`} className="text-soft">
          <span className="font-semibold text-ink tabular-nums">{t("characters", { count: length })}</span>{" "}
          <span aria-hidden="true">·</span> {t("target", { count: targetLength(answerMs, language) })}
        </p>
        <DraftMark state={draft.state} />
      </div>
      {abilities?.transcribes && (
        <VoicePanel turn={turn} abilities={abilities} recorder={recorder} disabled={submitting || timeUp} />
      )}
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button
          look="primary"
          size="large"
          busy={submitting}
          disabled={why !== ""}
          aria-describedby={`${id}-why`}
          aria-keyshortcuts="Control+Enter Meta+Enter"
          onClick={() => void submit()}
        >
          {t(submitting ? "submitting" : "submit")}
        </Button>
        <SkipTurn turnId={turn.turn_id} disabled={submitting || paused} />
        <p
          id={`${id}-why`}
          className={refused ? "text-bad" : why ? "text-soft" : "hidden text-soft sm:block"}
          role={refused ? "alert" : undefined}
        >
          {refused || (submitting && !live ? t("waitingForLine") : why) || t("shortcut")}
        </p>
      </div>
      <p id={`${id}-end`} className="mt-3 text-sm text-soft">
        {draft.restored && `${t("restored")} `}
        {t("whenTimeEnds")}
      </p>
    </section>
  );
}
