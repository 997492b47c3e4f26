import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { useLang } from "@/shared/i18n/texts";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { Disclosure } from "@/shared/ui/Disclosure";
import { toast } from "@/shared/ui/toasts";
import type { ProfileSeen } from "@/shared/wire/http.gen";
import { useDocumentTexts } from "./document_texts";
import { useProfile } from "./documents_queries";
import { recipients } from "./profile";

/** Has a document read by a language model, after saying what goes to whom; then shows each line's proof. */
export function ReadCloser({
  documentId,
  profilers,
  onFound,
}: {
  documentId: string;
  profilers: readonly string[];
  /** Takes what was found; returns how many lines of it are new. */
  onFound: (profile: ProfileSeen) => number;
}) {
  const t = useDocumentTexts();
  const lang = useLang();
  const [asking, setAsking] = useState(false);
  const reading = useProfile();
  const experiences = reading.data?.experiences ?? [];

  function read(): void {
    reading.mutate(documentId, {
      onSuccess: (profile) => {
        const added = onFound(profile);
        const said = added ? t("closer.added", { n: added }) : t("closer.nothing");
        toast(said, added ? "good" : "info");
      },
      onError: (problem) =>
        toast(problem instanceof ApiProblem ? problem.message : t("closer.failed"), "bad"),
    });
    announce(t("closer.reading"));
  }

  return (
    <div className="mt-3 flex flex-col items-start gap-2">
      <Button size="small" busy={reading.isPending} onClick={() => setAsking(true)}>
        {t(reading.isPending ? "closer.reading" : "closer.ask")}
      </Button>
      <p className="text-sm text-soft">{t("closer.hint")}</p>
      {experiences.length > 0 && (
        <Disclosure summary={t("closer.proofs")}>
          <ul className="flex flex-col gap-3 text-sm">
            {experiences.map(({ fact, source }) => (
              <li key={`${fact}\n${source}`}>
                <p>{fact}</p>
                <p className="text-soft">{t("closer.proof", { line: source })}</p>
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("closer.title")}
        description={t("closer.text", { who: recipients(profilers, lang) })}
        confirmLabel={t("closer.agree")}
        onConfirm={read}
      />
    </div>
  );
}
