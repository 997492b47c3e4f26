import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { Confirm } from "@/shared/ui/Confirm";
import { Failed } from "@/shared/ui/States";
import { toast } from "@/shared/ui/toasts";
import type { DocumentSeen, ProfileSeen } from "@/shared/wire/http.gen";
import type { Choice, SharedDocument } from "./choice";
import { DocumentCard } from "./DocumentCard";
import { useDocumentTexts } from "./document_texts";
import { useDeleteDocument, useDocuments } from "./documents_queries";
import { Part } from "./Part";
import { withFound } from "./profile";
import { useSetup } from "./state";
import { UploadBox } from "./UploadBox";

/** One's documents: to send, and to choose from with what was read of each. */
export function Documents({ choice, set }: { choice: Choice; set: (changes: Partial<Choice>) => void }) {
  const t = useDocumentTexts();
  const documents = useDocuments();
  const remove = useDeleteDocument();
  const [leaving, setLeaving] = useState<DocumentSeen | null>(null);
  const shared = choice.documents;

  function share(changed: SharedDocument): void {
    const others = shared.filter((other) => other.documentId !== changed.documentId);
    const known = others.length < shared.length;
    set({
      documents: known
        ? shared.map((other) => (other.documentId === changed.documentId ? changed : other))
        : [...shared, changed],
    });
  }

  function withdraw(documentId: string): void {
    set({ documents: shared.filter((other) => other.documentId !== documentId) });
  }

  /** Lines may have been edited while the model read: what counts is how they are now. */
  function add(documentId: string, profile: ProfileSeen): number {
    const now = withFound(useSetup.getState().choice.documents, documentId, profile);
    set({ documents: now.documents });
    return now.added;
  }

  return (
    <Part id="documents" title={t("title")} text={t("text")} aside={t("optional")}>
      <UploadBox onRead={({ document_id: documentId, facts }) => share({ documentId, facts })} />
      {documents.isError && <Failed error={documents.error} onRetry={() => void documents.refetch()} />}
      {documents.data && documents.data.documents.length > 0 && (
        <ul className="flex flex-col gap-3">
          {documents.data.documents.map((document) => (
            <DocumentCard
              key={document.document_id}
              document={document}
              shared={shared.find((one) => one.documentId === document.document_id) ?? null}
              profilers={documents.data.profilers}
              onShare={share}
              onFound={(profile) => add(document.document_id, profile)}
              onWithdraw={() => withdraw(document.document_id)}
              onDelete={() => setLeaving(document)}
            />
          ))}
        </ul>
      )}
      <Confirm
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t("deleteTitle")}
        description={t("deleteText")}
        confirmLabel={t("delete")}
        danger
        onConfirm={() =>
          leaving &&
          remove.mutate(leaving.document_id, {
            onSuccess: () => {
              withdraw(leaving.document_id);
              toast(t("deleted"), "good");
            },
            onError: (problem) => problem instanceof ApiProblem && toast(problem.message, "bad"),
          })
        }
      />
    </Part>
  );
}
