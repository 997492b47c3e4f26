import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { TextField } from "@/shared/ui/Field";
import { useGo, useGoByCode } from "./going";
import { readWay } from "./invitation_link";
import { readCode } from "./join_code";
import { useLobbyTexts } from "./texts";

interface Props {
  /** What is wrong with what was typed before; the form begins in its field then. */
  error?: string;
  typed?: string;
  /** What to do with a code; it is looked up on the page for it by default. */
  onCode?: (code: string) => void;
  /** A code is being looked up. */
  busy?: boolean;
  /** It is what the page is for. */
  primary?: boolean;
}

/** Takes a link or a code; a pasted link that leads somewhere needs no further press. */
export function JoinForm({ error: given, typed = "", onCode, busy = false, primary = false }: Props) {
  const t = useLobbyTexts();
  const form = useRef<HTMLFormElement>(null);
  const [text, setText] = useState(typed);
  const [error, setError] = useState(given);
  const go = useGo();
  const goByCode = useGoByCode();

  const focus = () => form.current?.querySelector("input")?.focus();
  // biome-ignore lint/correctness/useExhaustiveDependencies: one is led to the field once, on arrival
  useEffect(() => {
    if (given) focus();
  }, []);

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (busy) return;
    const [way, code] = [readWay(text), readCode(text)];
    setError(undefined);
    if (way) go(way);
    else if (code) (onCode ?? goByCode)(code);
    else {
      setError(t(text.trim() ? "join.unreadable" : "join.missing"));
      focus();
    }
  }

  return (
    <form ref={form} onSubmit={submit} noValidate className="flex flex-col gap-3">
      <TextField
        label={t("join.label")}
        hint={t("join.hint")}
        error={error}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
        enterKeyHint="go"
        placeholder={t("join.example")}
        onChange={(event) => {
          setText(event.target.value);
          setError(undefined);
        }}
        onPaste={(event) => {
          const way = readWay(event.clipboardData.getData("text"));
          if (way) {
            event.preventDefault();
            go(way);
          }
        }}
      />
      <Button
        type="submit"
        look={primary ? "primary" : "secondary"}
        busy={busy}
        className="w-full self-start sm:w-auto"
      >
        {t("join.enter")}
      </Button>
    </form>
  );
}
