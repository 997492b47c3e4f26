import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { request } from "@/shared/http/request";
import { LANGS, type Lang, useLang } from "@/shared/i18n/texts";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { SelectField, TextArea } from "@/shared/ui/Field";
import { Segmented } from "@/shared/ui/Segmented";
import { Failed } from "@/shared/ui/States";
import type { PersonaCard, QuestionKind, Sample } from "@/shared/wire/http.gen";
import { KINDS } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import { useLibraryTexts } from "./texts";

const LONGEST_QUESTION = 1_000;

/** Puts a question to a candidate, to hear how it speaks. */
export function SampleAnswer({ persona }: { persona: PersonaCard }) {
  const t = useLibraryTexts();
  const words = useWords();
  const lang = useLang();
  const [question, setQuestion] = useState(() => t("sample.suggested"));
  const [kind, setKind] = useState<QuestionKind>("common");
  const [language, setLanguage] = useState<Lang>(lang);
  const [missing, setMissing] = useState(false);
  const sample = useMutation({
    mutationFn: () =>
      request<Sample>(`/api/personas/${encodeURIComponent(persona.persona_id)}/sample-answer`, {
        method: "POST",
        body: { question: question.trim(), kind, language },
      }),
    onSuccess: () => announce(t("sample.asked")),
  });

  function ask(event: FormEvent): void {
    event.preventDefault();
    setMissing(!question.trim());
    if (question.trim()) sample.mutate();
  }

  return (
    <section aria-labelledby="sample-title" className="rounded-card bg-sunken p-4 sm:p-5">
      <h3 id="sample-title" className="font-bold">
        {t("sample.title")}
      </h3>
      <p className="mb-4 text-sm text-soft">{t("sample.text")}</p>
      <form onSubmit={ask} noValidate className="flex flex-col gap-4">
        <TextArea
          label={t("sample.question")}
          rows={2}
          maxLength={LONGEST_QUESTION}
          value={question}
          error={missing ? t("sample.missing") : undefined}
          onChange={(event) => {
            setQuestion(event.target.value);
            setMissing(false);
          }}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <SelectField
            label={t("sample.kind")}
            value={kind}
            choices={KINDS.map((value) => ({ value, label: words(`kind.${value}`) }))}
            onChoose={setKind}
          />
          <Segmented
            label={t("sample.language")}
            value={language}
            choices={LANGS.map((value) => ({ value, label: words(`language.${value}`) }))}
            onChoose={setLanguage}
          />
        </div>
        <Button type="submit" busy={sample.isPending} className="self-start">
          {t("sample.ask")}
        </Button>
      </form>
      {sample.isError && (
        <div className="mt-4">
          <Failed error={sample.error} />
        </div>
      )}
      {sample.isSuccess && (
        <figure
          ref={(figure) => figure?.scrollIntoView({ block: "nearest" })}
          className="mt-5 border-l-4 border-accent pl-4"
        >
          <figcaption className="text-sm font-semibold text-soft">
            {t("sample.answer", { name: persona.name[lang] })}
          </figcaption>
          <blockquote lang={sample.data.language} className="mt-1">
            {sample.data.text}
          </blockquote>
        </figure>
      )}
    </section>
  );
}
