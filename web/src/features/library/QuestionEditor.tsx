import { type FormEvent, useId, useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { LANGS, type Lang } from "@/shared/i18n/texts";
import { Button } from "@/shared/ui/Button";
import { SelectField, TextArea, TextField } from "@/shared/ui/Field";
import { Modal } from "@/shared/ui/Modal";
import { Notice } from "@/shared/ui/Notice";
import { Segmented } from "@/shared/ui/Segmented";
import { toast } from "@/shared/ui/toasts";
import { COMPANIES, COMPETENCIES, KINDS, ROLES } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import { blankQuestion, ownQuestion, type QuestionForm, questionFaults } from "./own_question";
import { useKeepQuestion } from "./question_queries";
import { useLibraryTexts } from "./texts";

const LEVELS = ["1", "2", "3", "4", "5"] as const;

/** Writes a question of one's own. */
export function QuestionEditor({ language, onClose }: { language: Lang; onClose: () => void }) {
  const t = useLibraryTexts();
  const words = useWords();
  const id = useId();
  const keep = useKeepQuestion();
  const [form, setForm] = useState(() => blankQuestion(language));
  const [checked, setChecked] = useState(false);
  const faults = checked ? questionFaults(form) : {};
  const problem = keep.error instanceof ApiProblem ? keep.error : null;
  const set = (changes: Partial<QuestionForm>) => setForm({ ...form, ...changes });
  const error = (key: keyof typeof faults) => (faults[key] ? t(`own.faults.${faults[key]}`) : undefined);
  const none = { value: "none" as const, label: t("questions.any") };

  function save(event: FormEvent): void {
    event.preventDefault();
    setChecked(true);
    if (Object.keys(questionFaults(form)).length) {
      requestAnimationFrame(() =>
        document.getElementById(id)?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
      );
      return;
    }
    keep.mutate(ownQuestion(form), {
      onSuccess: () => {
        toast(t("own.saved"), "good");
        onClose();
      },
    });
  }

  return (
    <Modal
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={t("own.title")}
      actions={
        <Button type="submit" form={id} look="primary" busy={keep.isPending}>
          {t("own.save")}
        </Button>
      }
    >
      <form id={id} onSubmit={save} noValidate className="flex flex-col gap-5">
        <TextArea
          label={t("own.text")}
          hint={t("own.textHint")}
          rows={3}
          value={form.text}
          error={error("text")}
          onChange={(event) => set({ text: event.target.value })}
        />
        <TextArea
          label={t("own.keyPoints")}
          hint={t("own.keyPointsHint")}
          rows={3}
          value={form.keyPoints}
          error={error("keyPoints")}
          onChange={(event) => set({ keyPoints: event.target.value })}
        />
        <div className="grid gap-5 sm:grid-cols-2">
          <SelectField
            label={t("questions.kind")}
            value={form.kind}
            choices={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
            onChoose={(kind) => set({ kind })}
          />
          <SelectField
            label={t("questions.competency")}
            value={form.competency}
            choices={COMPETENCIES.map((value) => ({ value, label: words(`competency.${value}`) }))}
            onChoose={(competency) => set({ competency })}
          />
          <SelectField
            label={t("questions.company")}
            value={form.company}
            choices={[none, ...COMPANIES.map((value) => ({ value, label: words(`company.${value}`) }))]}
            onChoose={(company) => set({ company })}
          />
          <SelectField
            label={t("questions.role")}
            value={form.role}
            choices={[none, ...ROLES.map((value) => ({ value, label: words(`role.${value}`) }))]}
            onChoose={(role) => set({ role })}
          />
          <SelectField
            label={t("questions.difficulty")}
            value={form.difficulty}
            choices={LEVELS.map((value) => ({ value, label: `${value} · ${words(`difficulty.${value}`)}` }))}
            onChoose={(difficulty) => set({ difficulty })}
          />
          <TextField
            label={t("own.seconds")}
            inputMode="numeric"
            value={form.seconds}
            error={error("seconds")}
            onChange={(event) => set({ seconds: event.target.value })}
          />
        </div>
        <Segmented
          label={t("questions.language")}
          value={form.language}
          choices={LANGS.map((value) => ({ value, label: words(`language.${value}`) }))}
          onChoose={(chosen) => set({ language: chosen })}
        />
        {keep.isError && (
          <Notice tone="bad" title={problem?.message ?? t("own.failed")}>
            {problem?.fields.map((field) => (
              <p key={field.field + field.message}>{field.message}</p>
            ))}
          </Notice>
        )}
      </form>
    </Modal>
  );
}
