import { type FormEvent, useState } from "react";
import { becomeGuest } from "@/shared/http/guest";
import { ApiProblem } from "@/shared/http/problem";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { TextField } from "@/shared/ui/Field";
import { useRoomTexts } from "./texts";

/** Before the door: somebody without an account says what they are to be called. */
export function Entrance() {
  const t = useRoomTexts();
  const [name, setName] = useState("");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  async function enter(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (!name.trim()) {
      setError(t("entrance.nameMissing"));
      return;
    }
    setBusy(true);
    try {
      await becomeGuest(name.trim());
    } catch (problem) {
      setError(problem instanceof ApiProblem ? problem.message : t("entrance.failed"));
      setBusy(false);
    }
  }

  return (
    <main className="mx-auto max-w-md p-4 pt-16">
      <Card>
        <h1 className="text-2xl font-bold">{t("entrance.title")}</h1>
        <p className="mt-2 text-soft">{t("entrance.text")}</p>
        <form className="mt-6 flex flex-col gap-4" onSubmit={(event) => void enter(event)} noValidate>
          <TextField
            label={t("entrance.name")}
            hint={t("entrance.nameHint")}
            error={error}
            value={name}
            maxLength={40}
            autoComplete="name"
            onChange={(event) => {
              setName(event.target.value);
              setError(undefined);
            }}
          />
          <Button type="submit" look="primary" size="large" busy={busy}>
            {t("entrance.enter")}
          </Button>
        </form>
      </Card>
    </main>
  );
}
