import { useEffect, useState } from "react";

const PAUSE_MS = 300;

/**
 * A search box's text: what was typed is settled once typing pauses. While a Korean syllable is being composed
 * nothing is searched for, for half a syllable finds nothing.
 *
 * @param settled What is searched for; when somebody else changes it, as by going back, the box shows that.
 * @param settle Told what to search for.
 */
export function useSettledText(
  settled: string,
  settle: (text: string) => void,
): {
  typed: string;
  box: {
    value: string;
    onChange: (event: { target: { value: string } }) => void;
    onCompositionStart: () => void;
    onCompositionEnd: () => void;
  };
} {
  const [typed, setTyped] = useState(settled);
  const [seen, setSeen] = useState(settled);
  // What was settled here comes back as `settled` a little later, when more may have been typed.
  const [told, setTold] = useState(settled);
  const [composing, setComposing] = useState(false);
  if (seen !== settled) {
    setSeen(settled);
    if (settled !== told) {
      setTyped(settled);
      setTold(settled);
    }
  }
  const text = typed.trim();
  // biome-ignore lint/correctness/useExhaustiveDependencies: only typing starts the pause anew
  useEffect(() => {
    if (composing || text === told) return;
    const timer = setTimeout(() => {
      setTold(text);
      settle(text);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, told, composing]);
  return {
    typed,
    box: {
      value: typed,
      onChange: (event) => setTyped(event.target.value),
      onCompositionStart: () => setComposing(true),
      onCompositionEnd: () => setComposing(false),
    },
  };
}
