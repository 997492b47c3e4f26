import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { useNews, useRoomPart, useSession } from "@/shared/live/session";
import type { Turn } from "@/shared/wire/socket.gen";
import { type Kept, keepDraft, newerDraft, readDraft } from "./draft_backup";
import { DraftSaver } from "./draft_saver";

export const LONGEST_ANSWER = 5_000;

export type DraftState = "none" | "saving" | "saved" | "device";

export interface Draft {
  text: string;
  write: (text: string) => void;
  state: DraftState;
  /** It began with words from before: of this device, or of the server. */
  restored: boolean;
}

const FINE = new Set(["nothing_to_do"]);

/** The answer being written to one turn: kept on this device at every key, and at the server every few seconds. */
export function useDraft(turn: Turn): Draft {
  const session = useSession();
  const roomId = useRoomPart((room) => room.room_id);
  const everyMs = useNews((news) => news.limits?.draft_every_ms ?? 2_000);
  const pausedSince = useRoomPart((room) => room.paused?.since ?? null);
  const live = useNews((news) => news.line.phase === "live");
  const turnId = turn.turn_id;
  const [begun] = useState(() => newerDraft(readDraft(roomId, turnId), turn.draft, turn.drafted_at));
  const [known] = useState(turn.draft);
  const [text, setText] = useState(begun);
  const [saved, setSaved] = useState(begun === known);
  const saver = useRef<DraftSaver | null>(null);
  const kept = useRef<Kept>({ text: begun, at: 0, sent: known });

  useEffect(() => {
    const made: DraftSaver = new DraftSaver(
      {
        now: () => session.serverNow(),
        after(ms, callback) {
          const timer = setTimeout(callback, ms);
          return () => clearTimeout(timer);
        },
        async save(draft) {
          if ([...draft].length > LONGEST_ANSWER) return "refused";
          kept.current = { ...kept.current, sent: draft };
          if (kept.current.at > 0) keepDraft(roomId, turnId, kept.current);
          const outcome = await session.command("save_draft", { turn_id: turnId, text: draft });
          if (outcome.status !== "refused" || FINE.has(outcome.code)) return "saved";
          return outcome.code === "draft_too_soon" ? "too_soon" : "refused";
        },
        changed: () => setSaved(made.saved),
      },
      begun,
      known,
      everyMs,
    );
    saver.current = made;
    return () => made.stop();
  }, [session, roomId, turnId, everyMs, begun, known]);

  useEffect(() => {
    saver.current?.until(pausedSince === null ? turn.deadline : null);
  }, [turn.deadline, pausedSince]);

  const write = useCallback(
    (next: string) => {
      setText(next);
      kept.current = { ...kept.current, text: next, at: session.serverNow() };
      keepDraft(roomId, turnId, kept.current);
      saver.current?.write(next);
    },
    [roomId, turnId, session],
  );

  return useMemo(() => {
    const state = !text && !known ? "none" : saved ? "saved" : live ? "saving" : "device";
    return { text, write, state, restored: begun.length > 0 };
  }, [text, write, saved, live, known, begun]);
}
