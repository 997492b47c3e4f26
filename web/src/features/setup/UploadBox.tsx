import { useId, useRef, useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { classes } from "@/shared/ui/classes";
import { Meter } from "@/shared/ui/Meter";
import { Segmented } from "@/shared/ui/Segmented";
import type { DocumentKind, DocumentSeen } from "@/shared/wire/http.gen";
import { useDocumentTexts } from "./document_texts";
import { useUpload } from "./documents_queries";
import { ACCEPTED, fileFault } from "./files";

const DOCUMENT_KINDS: readonly DocumentKind[] = ["resume", "cover_letter", "portfolio"];

/** Takes a file by drop or by choice, and shows how far it is. */
export function UploadBox({ onRead }: { onRead: (document: DocumentSeen) => void }) {
  const t = useDocumentTexts();
  const id = useId();
  const picker = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<DocumentKind>("resume");
  const [over, setOver] = useState(false);
  const [share, setShare] = useState(0);
  const [error, setError] = useState<string>();
  const sending = useUpload();
  const name = sending.variables?.file.name ?? "";

  function take(files: FileList | null): void {
    const [file] = files ?? [];
    if (!file || sending.isPending) return;
    const fault = fileFault(file);
    setError(fault ? t(`faults.${fault}`) : undefined);
    if (fault) return;
    setShare(0);
    sending.mutate(
      { file, kind, progress: setShare },
      {
        onSuccess: (read) => {
          announce(t("read", { name: file.name }));
          onRead(read);
        },
        onError: (problem) => setError(problem instanceof ApiProblem ? problem.message : t("failed")),
      },
    );
  }

  return (
    <div className="flex flex-col gap-4">
      <Segmented
        label={t("kind")}
        value={kind}
        choices={DOCUMENT_KINDS.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        onChoose={setKind}
      />
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a short cut; the button does the same */}
      <div
        className={classes(
          "flex flex-col items-center gap-3 rounded-card border border-dashed px-4 py-6 text-center",
          over ? "border-accent bg-accent-soft" : "border-edge",
        )}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        }}
      >
        {sending.isPending ? (
          <div className="flex w-full max-w-sm flex-col gap-2" role="status">
            <p className="font-semibold">{t(share < 1 ? "sending" : "reading", { name })}</p>
            <Meter value={Math.round(share * 100)} most={100} label={t("sending", { name })} />
          </div>
        ) : (
          <>
            <p className="hidden text-soft sm:block">{t("drop")}</p>
            <Button aria-describedby={`${id}-formats ${id}-error`} onClick={() => picker.current?.click()}>
              {t("pick")}
            </Button>
            <p id={`${id}-formats`} className="text-sm text-soft">
              {t("formats")}
            </p>
          </>
        )}
        <input
          ref={picker}
          type="file"
          accept={ACCEPTED}
          tabIndex={-1}
          aria-hidden="true"
          className="hidden"
          onChange={(event) => {
            take(event.target.files);
            // So that the same file can be chosen again after it was mended.
            event.target.value = "";
          }}
        />
      </div>
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
