import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { request } from "@/shared/http/request";
import { useGive } from "@/shared/live/give";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { TextArea } from "@/shared/ui/Field";
import { toast } from "@/shared/ui/toasts";
import type { DocumentList } from "@/shared/wire/http.gen";
import { useWaitingTexts } from "./texts";

const MOST_FACTS = 40;
const LONGEST_FACT = 500;

/** What individual questions may be about; only its owner sees it, until a question quotes it. */
export function ResumeFacts({ facts }: { facts: readonly string[] }) {
  const t = useWaitingTexts();
  const give = useGive();
  const [text, setText] = useState<string | null>(null);
  const documents = useQuery({
    queryKey: ["documents"],
    queryFn: () => request<DocumentList>("/api/documents"),
    enabled: text !== null,
  });
  const offered = documents.data?.documents.filter((document) => document.facts.length > 0) ?? [];

  async function save(): Promise<void> {
    const lines = (text ?? "")
      .split("\n")
      .map((line) => line.trim().slice(0, LONGEST_FACT))
      .filter(Boolean)
      .slice(0, MOST_FACTS);
    const outcome = await give("share_resume", { facts: lines });
    if (outcome.status === "refused") return;
    setText(null);
    toast(t("resume.saved"), "good");
  }

  return (
    <Card aria-labelledby="resume-title" className="flex flex-col gap-3">
      <h2 id="resume-title" className="text-lg font-bold">
        {t("resume.title")}
      </h2>
      <p className="text-sm text-soft">{t(facts.length > 0 ? "resume.text" : "resume.empty")}</p>
      {text === null ? (
        <>
          {facts.length > 0 && (
            <ul className="flex max-h-60 list-disc flex-col gap-1 overflow-y-auto pl-5">
              {facts.map((fact) => (
                <li key={fact}>{fact}</li>
              ))}
            </ul>
          )}
          <Button onClick={() => setText(facts.join("\n"))}>
            {t(facts.length > 0 ? "resume.edit" : "resume.add")}
          </Button>
        </>
      ) : (
        <>
          <TextArea
            label={t("resume.label")}
            hint={t("resume.hint", { count: MOST_FACTS })}
            rows={6}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
          {offered.map((document) => (
            <Button
              key={document.document_id}
              size="small"
              onClick={() => setText(document.facts.join("\n"))}
            >
              {t("resume.fromDocument")}: {document.name}
            </Button>
          ))}
          <Button look="primary" onClick={() => void save()}>
            {t("resume.save")}
          </Button>
        </>
      )}
    </Card>
  );
}
