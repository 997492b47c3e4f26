import { type FormEvent, useId, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { TextField } from "@/shared/ui/Field";
import { useGo, useGoByCode } from "./going";
import { readWay } from "./invitation_link";
import { readCode } from "./join_code";
import { useLobbyTexts } from "./texts";

/** Takes a link or a code; a pasted link that leads somewhere needs no further press. */
export function JoinForm({
  error: given,
  typed = "",
  onCode,
}: {
  error?: string;
  typed?: string;
  /** What to do with a code; it is looked up on the page for it by default. */
  onCode?: (code: string) => void;
}) {
  const t = useLobbyTexts();
  const id = useId();
  const [text, setText] = useState(typed);
  const [error, setError] = useState(given);
  const go = useGo();
  const goByCode = useGoByCode();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const [way, code] = [readWay(text), readCode(text)];
    if (way) {
      go(way);
      return;
    }
    if (code) {
      (onCode ?? goByCode)(code);
      return;
    }
    setError(t(text.trim() ? "join.unreadable" : "join.missing"));
    document.getElementById(id)?.querySelector("input")?.focus();
  }

  return (
    <form id={id} onSubmit={submit} noValidate className="flex flex-col gap-3">
      <TextField
        label={t("join.label")}
        hint={t("join.hint")}
        error={error}
        value={text}
        autoComplete="off"
        autoCapitalize="off"
        autoCorrect="off"
        spellCheck={false}
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
      <Button type="submit" className="w-full self-start sm:w-auto">
        {t("join.enter")}
      </Button>
    </form>
  );
}
