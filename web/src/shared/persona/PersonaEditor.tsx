import { type FormEvent, useId, useRef, useState } from "react";
import { ApiProblem, type FieldProblem } from "@/shared/http/problem";
import { useLang } from "@/shared/i18n/texts";
import { Button } from "@/shared/ui/Button";
import { TextArea } from "@/shared/ui/Field";
import { Modal } from "@/shared/ui/Modal";
import { Notice } from "@/shared/ui/Notice";
import { Segmented } from "@/shared/ui/Segmented";
import { toast } from "@/shared/ui/toasts";
import type { PersonaCard } from "@/shared/wire/http.gen";
import { faultsOf, freshId } from "./checking";
import { formOf, tableOfForm } from "./form";
import { PersonaFields } from "./PersonaFields";
import { useKeepPersona } from "./queries";
import { usePersonaTexts } from "./texts";
import { writeToml } from "./toml";
import { readToml } from "./toml_reading";

/** Writes a persona, as a form or as TOML; `persona` is the one to rewrite, or null for a new one. */
export function PersonaEditor({
  persona,
  onClose,
  onKept,
}: {
  persona: PersonaCard | null;
  onClose: () => void;
  onKept: (persona: PersonaCard) => void;
}) {
  const t = usePersonaTexts();
  const lang = useLang();
  const id = useId();
  const keep = useKeepPersona();
  const content = useRef<HTMLFormElement>(null);
  const table = persona && readToml(persona.toml);
  const [mode, setMode] = useState<"form" | "text">(persona && !table ? "text" : "form");
  const [form, setForm] = useState(() => formOf(table ?? {}));
  const [text, setText] = useState(() => persona?.toml ?? "");
  const [checked, setChecked] = useState(false);
  const [unreadable, setUnreadable] = useState(false);
  const faults = checked ? faultsOf(form) : {};
  const problem = keep.error instanceof ApiProblem ? keep.error : null;

  function errorAt(place: string): string | undefined {
    const fault = faults[place];
    return fault ? t(`faults.${fault}`) : problem?.fields.find((field) => isAt(field, place))?.message;
  }

  function turn(wanted: "form" | "text"): void {
    keep.reset();
    if (wanted === "text") {
      const written = tableOfForm(form);
      setText(writeToml("id" in written ? written : { id: freshId(form), ...written }));
    } else {
      const read = readToml(text);
      setUnreadable(!read);
      if (!read) return;
      setForm(formOf(read));
    }
    setMode(wanted);
  }

  function toTheFirstFault(): void {
    requestAnimationFrame(() => {
      const wrong = content.current?.querySelectorAll<HTMLElement>("[aria-invalid=true]") ?? [];
      // What is folded away can neither be seen nor have the focus.
      for (const field of wrong) field.closest("details")?.setAttribute("open", "");
      wrong[0]?.focus();
    });
  }

  function save(event: FormEvent): void {
    event.preventDefault();
    // React lets a dialog's events rise to the page that opened it, and that may be a form of its own.
    event.stopPropagation();
    setChecked(true);
    if (mode === "form" && Object.keys(faultsOf(form)).length) {
      toTheFirstFault();
      return;
    }
    const named = form.id ? form : { ...form, id: freshId(form) };
    keep.mutate(
      {
        id: persona?.persona_id ?? null,
        written: mode === "text" ? { toml: text } : { table: tableOfForm(named) },
      },
      {
        onSuccess: (kept) => {
          toast(t("saved", { name: kept.name[lang] }), "good");
          onKept(kept);
        },
        onError: toTheFirstFault,
      },
    );
  }

  return (
    <Modal
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t(persona ? "editTitle" : "newTitle")}
      description={t("intro")}
      actions={
        <Button type="submit" form={id} look="primary" busy={keep.isPending}>
          {t("save")}
        </Button>
      }
    >
      <form id={id} ref={content} onSubmit={save} noValidate className="flex flex-col gap-5">
        <Segmented
          label={t("mode")}
          hiddenLabel
          value={mode}
          choices={[
            { value: "form", label: t("asForm") },
            { value: "text", label: t("asText") },
          ]}
          onChoose={turn}
        />
        {unreadable && mode === "text" && <Notice tone="warn">{t("unreadable")}</Notice>}
        {mode === "form" ? (
          <PersonaFields form={form} onChange={setForm} errorAt={errorAt} />
        ) : (
          <TextArea
            label={t("toml")}
            hint={t("tomlHint")}
            rows={18}
            spellCheck={false}
            autoCapitalize="off"
            className="[&_textarea]:font-mono [&_textarea]:text-sm"
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
        {keep.isError && (
          <Notice tone="bad" title={problem?.message ?? t("failed")}>
            <ul>
              {problem?.fields.map((field) => (
                <li key={field.field + field.message}>
                  <code>{field.field}</code> {field.message}
                </li>
              ))}
            </ul>
          </Notice>
        )}
        {Object.keys(faults).length > 0 && mode === "form" && <Notice tone="warn">{t("check")}</Notice>}
      </form>
    </Modal>
  );
}

/** The server names the text inside a field, too: `name.ko`, `strengths[1]`. */
function isAt({ field }: FieldProblem, place: string): boolean {
  return field === place || field.startsWith(`${place}.`) || field.startsWith(`${place}[`);
}
