import { Dialog } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { classes } from "./classes";
import { useOpener } from "./opener";
import { useUiTexts } from "./texts";
import { Veil } from "./Veil";

/** A dialog over the page: keeps the focus, closes with Escape, gives the focus back. */
export function Modal({
  open,
  onOpenChange,
  title,
  description,
  children,
  actions,
  wide = false,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  description?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** For what needs the room of a page, as a long form. */
  wide?: boolean;
}) {
  const t = useUiTexts();
  const body = useRef<HTMLDivElement>(null);
  const opener = useOpener();

  /** A short dialog begins where there is something to do; a long one at its top. */
  function begin(event: Event): void {
    opener.note();
    const first = body.current?.querySelector<HTMLElement>("input, textarea, select, button, a[href]");
    if (wide || !first) return;
    event.preventDefault();
    first.focus();
  }

  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Veil />
        <Dialog.Content
          className={classes(
            "fixed inset-y-0 z-50 m-auto h-fit overflow-y-auto rounded-card border border-line bg-raised p-5 shadow-float sm:p-6",
            wide
              ? "inset-x-2 max-h-[calc(100dvh-1rem)] max-w-3xl"
              : "inset-x-4 max-h-[calc(100dvh-2rem)] max-w-lg",
          )}
          onOpenAutoFocus={begin}
          onCloseAutoFocus={opener.giveBack}
          {...(description ? {} : { "aria-describedby": undefined })}
        >
          <div className="sticky -top-5 z-10 -mx-5 -mt-5 flex items-start justify-between gap-3 bg-raised px-5 pt-5 pb-1 sm:-top-6 sm:-mx-6 sm:-mt-6 sm:px-6 sm:pt-6">
            <Dialog.Title className="text-xl font-bold">{title}</Dialog.Title>
            <Dialog.Close
              aria-label={t("close")}
              className="-mt-1.5 -mr-2 grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink"
            >
              <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
                <path
                  d="M5 5l10 10M15 5L5 15"
                  stroke="currentColor"
                  strokeWidth="1.8"
                  strokeLinecap="round"
                />
              </svg>
            </Dialog.Close>
          </div>
          {description && <Dialog.Description className="mt-1 text-soft">{description}</Dialog.Description>}
          {children && (
            <div ref={body} className="mt-4">
              {children}
            </div>
          )}
          {actions && (
            <div className="sticky -bottom-5 -mx-5 mt-6 -mb-5 flex flex-wrap justify-end gap-3 border-t border-line bg-raised px-5 py-4 sm:-bottom-6 sm:-mx-6 sm:-mb-6 sm:px-6">
              {actions}
            </div>
          )}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
