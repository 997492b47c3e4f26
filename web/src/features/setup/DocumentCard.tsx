import { sayFigure } from "@/shared/i18n/figure";
import { useLang } from "@/shared/i18n/texts";
import { Button } from "@/shared/ui/Button";
import { Disclosure } from "@/shared/ui/Disclosure";
import { Toggle } from "@/shared/ui/Toggle";
import type { DocumentSeen, ProfileSeen } from "@/shared/wire/http.gen";
import type { SharedDocument } from "./choice";
import { useDocumentTexts } from "./document_texts";
import { Facts } from "./Facts";
import { ReadCloser } from "./ReadCloser";

/** A document, whether it is used, and what was understood from it. */
export function DocumentCard({
  document,
  shared,
  profilers,
  onShare,
  onFound,
  onWithdraw,
  onDelete,
}: {
  document: DocumentSeen;
  shared: SharedDocument | null;
  /** Who may be sent a document; nobody where no model reads them. */
  profilers: readonly string[];
  onShare: (shared: SharedDocument) => void;
  onFound: (profile: ProfileSeen) => number;
  onWithdraw: () => void;
  onDelete: () => void;
}) {
  const t = useDocumentTexts();
  const lang = useLang();
  const { document_id: documentId, name, kind, characters, facts, excerpt } = document;
  return (
    <li className="rounded-card border border-line p-4">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
        <div className="min-w-0">
          <p className="font-semibold">{name}</p>
          <p className="text-sm text-soft">
            {t("about", { kind: t(`kinds.${kind}`), n: sayFigure(characters, lang, 0) })}
          </p>
        </div>
        <Button look="quiet" size="small" aria-label={t("deleteNamed", { name })} onClick={onDelete}>
          {t("delete")}
        </Button>
      </div>
      <div className="mt-3">
        <Toggle
          label={
            <>
              {t("use")}
              <span className="sr-only">: {name}</span>
            </>
          }
          on={shared !== null}
          onChange={(on) => (on ? onShare({ documentId, facts }) : onWithdraw())}
        />
      </div>
      {shared && (
        <Facts facts={shared.facts} onChange={(changed) => onShare({ documentId, facts: changed })} />
      )}
      {shared && profilers.length > 0 && (
        <ReadCloser documentId={documentId} profilers={profilers} onFound={onFound} />
      )}
      <Disclosure summary={t("excerpt")} className="mt-2">
        <p className="rounded-control bg-sunken p-3 text-sm whitespace-pre-line">{excerpt}</p>
      </Disclosure>
    </li>
  );
}
