import { type FormEvent, useId, useState } from "react";
import { becomeGuest } from "@/shared/http/guest";
import { ApiProblem } from "@/shared/http/problem";
import { Button } from "@/shared/ui/Button";
import { TextField } from "@/shared/ui/Field";
import { Notice } from "@/shared/ui/Notice";
import { useAccount } from "./account";
import { useAccountTexts } from "./texts";

const LONGEST_NAME = 40;

/** A display name is all that it takes to get an account on this device. */
export function NameForm({ action, className }: { action: string; className?: string }) {
  const t = useAccountTexts();
  const id = useId();
  const lost = useAccount((state) => state.lost);
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  function refuse(message: string): void {
    setError(message);
    setBusy(false);
    document.getElementById(id)?.querySelector("input")?.focus();
  }

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (busy) return;
    if (!name.trim()) return refuse(t("nameMissing"));
    setBusy(true);
    try {
      await becomeGuest(name.trim());
    } catch (problem) {
      refuse(problem instanceof ApiProblem ? problem.message : t("failed"));
    }
  }

  return (
    <form id={id} className={className} onSubmit={(event) => void enter(event)} noValidate>
      {lost && (
        <Notice tone="warn" className="mb-4">
          {t("lost")}
        </Notice>
      )}
      <TextField
        label={t("name")}
        hint={t("nameHint")}
        error={error}
        value={name}
        maxLength={LONGEST_NAME}
        autoComplete="nickname"
        onChange={(event) => {
          setName(event.target.value);
          setError(undefined);
        }}
      />
      <Button type="submit" look="primary" size="large" busy={busy} className="mt-4 w-full">
        {action}
      </Button>
    </form>
  );
}
