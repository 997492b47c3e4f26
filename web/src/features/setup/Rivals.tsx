import { useState } from "react";
import { PersonaDetails } from "@/shared/persona/PersonaDetails";
import { PersonaEditor } from "@/shared/persona/PersonaEditor";
import { Button } from "@/shared/ui/Button";
import type { PersonaCard } from "@/shared/wire/http.gen";
import type { Choice } from "./choice";
import { Part } from "./Part";
import { RivalCard } from "./RivalCard";
import { useSetupTexts } from "./texts";

/** Who sits beside one: cards to choose from, and one's own to write. */
export function Rivals({
  choice,
  set,
  personas,
}: {
  choice: Choice;
  set: (changes: Partial<Choice>) => void;
  personas: readonly PersonaCard[];
}) {
  const t = useSetupTexts();
  const [shown, setShown] = useState<PersonaCard | null>(null);
  const [editing, setEditing] = useState<PersonaCard | "new" | null>(null);
  const { rivals } = choice;

  function choose(id: string, chosen: boolean): void {
    set({ rivals: chosen ? [...rivals, id] : rivals.filter((other) => other !== id) });
  }

  return (
    <Part
      id="rivals"
      title={t("rivals.title")}
      text={t("rivals.text")}
      aside={t("rivals.count", { n: rivals.length, all: rivals.length + 1 })}
    >
      <fieldset>
        <legend className="sr-only">{t("rivals.title")}</legend>
        <ul className="grid gap-3 sm:grid-cols-2">
          {personas.map((persona) => (
            <RivalCard
              key={persona.persona_id}
              persona={persona}
              chosen={rivals.includes(persona.persona_id)}
              onChoose={(chosen) => choose(persona.persona_id, chosen)}
              onShow={() => setShown(persona)}
              {...(persona.own && { onEdit: () => setEditing(persona) })}
            />
          ))}
          <li className="grid">
            <button
              type="button"
              className="flex min-h-24 flex-col items-center justify-center rounded-card border border-dashed border-edge p-4 text-center hover:bg-sunken"
              onClick={() => setEditing("new")}
            >
              <span className="font-semibold text-accent">{t("rivals.create")}</span>
              <span className="text-sm text-soft">{t("rivals.createText")}</span>
            </button>
          </li>
        </ul>
      </fieldset>
      {rivals.length > 0 && (
        <Button
          look="quiet"
          size="small"
          className="-mt-3 -ml-3 self-start"
          onClick={() => set({ rivals: [] })}
        >
          {t("rivals.clear")}
        </Button>
      )}
      {shown && <PersonaDetails persona={shown} onClose={() => setShown(null)} />}
      {editing && (
        <PersonaEditor
          persona={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
          onKept={(kept) => {
            setEditing(null);
            if (!rivals.includes(kept.persona_id)) choose(kept.persona_id, true);
          }}
        />
      )}
    </Part>
  );
}
