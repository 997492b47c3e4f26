import { useEffect, useRef } from "react";
import { useRoomPart, useSession } from "@/shared/live/session";
import { useReducedMotion } from "@/shared/preferences/motion";
import type { Turn } from "@/shared/wire/socket.gen";
import { spokenLength } from "./speaking";

const LETTER_MS = 60;

/**
 * An answer that appears at speaking pace. The room for all of it is kept from the start, so nothing moves;
 * screen readers, and whoever wants no motion, get it whole.
 */
export function SpeechText({ turn }: { turn: Turn }) {
  const still = useReducedMotion();
  if (still) return <p className="text-lg leading-relaxed whitespace-pre-wrap">{turn.text}</p>;
  return (
    <>
      <p className="sr-only">{turn.text}</p>
      <Spoken turn={turn} />
    </>
  );
}

function Spoken({ turn }: { turn: Turn }) {
  const { serverNow } = useSession();
  const pausedSince = useRoomPart((room) => room.paused?.since ?? null);
  const spoken = useRef<HTMLSpanElement>(null);
  const rest = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let shown = -1;
    const draw = () => {
      const length = spokenLength(turn, pausedSince ?? serverNow());
      if (length !== shown && spoken.current && rest.current) {
        shown = length;
        spoken.current.textContent = turn.text.slice(0, length);
        rest.current.textContent = turn.text.slice(length);
      }
      // Speech has a few letters a second, and a screen sixty pictures.
      if (length < turn.text.length && pausedSince === null) timer = setTimeout(draw, LETTER_MS);
    };
    draw();
    return () => clearTimeout(timer);
  }, [turn, pausedSince, serverNow]);
  return (
    <p aria-hidden="true" className="text-lg leading-relaxed whitespace-pre-wrap">
      <span ref={spoken} />
      <span ref={rest} className="invisible select-none" />
    </p>
  );
}
