import { type FormEvent, useId, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { TextField } from "@/shared/ui/Field";
import { useGo } from "./going";
import { readWay } from "./invitation_link";
import { useLobbyTexts } from "./texts";

/** Takes a link or a code; a pasted one that leads somewhere needs no further press. */
export function JoinForm({ error: given }: { error?: string }) {
  const t = useLobbyTexts();
  const id = useId();
  const [text, setText] = useState("");
  const [error, setError] = useState(given);
  const go = useGo();

  function submit(event: FormEvent): void {
    event.preventDefault();
    const way = readWay(text);
    if (way) {
      go(way);
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
        spellCheck={false}
        placeholder="https://…/rooms/…"
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
