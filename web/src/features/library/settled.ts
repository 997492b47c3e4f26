import { useEffect, useState } from "react";

const PAUSE_MS = 300;

/**
 * A search box's text, and the text to search for: what was typed, once typing pauses. While a Korean syllable is
 * being composed nothing is searched for, for half a syllable finds nothing.
 */
export function useSettledText(): {
  typed: string;
  settled: string;
  set: (text: string) => void;
  box: {
    value: string;
    onChange: (event: { target: { value: string } }) => void;
    onCompositionStart: () => void;
    onCompositionEnd: () => void;
  };
} {
  const [typed, setTyped] = useState("");
  const [settled, setSettled] = useState("");
  const [composing, setComposing] = useState(false);
  useEffect(() => {
    if (composing) return;
    const timer = setTimeout(() => setSettled(typed), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed, composing]);
  return {
    typed,
    settled,
    set: (text) => {
      setTyped(text);
      setSettled(text);
    },
    box: {
      value: typed,
      onChange: (event) => setTyped(event.target.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}
