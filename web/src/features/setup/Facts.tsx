import { useId } from "react";
import { Button } from "@/shared/ui/Button";
import { LONGEST_FACT } from "./choice";
import { useDocumentTexts } from "./document_texts";

/** The lines that questions may be asked about, to mend, remove and add to. */
export function Facts({
  facts,
  onChange,
}: {
  facts: readonly string[];
  onChange: (facts: readonly string[]) => void;
}) {
  const t = useDocumentTexts();
  const id = useId();

  function focusLine(index: number): void {
    requestAnimationFrame(() => document.getElementById(`${id}-${index}`)?.focus());
  }

  function remove(index: number): void {
    onChange(facts.toSpliced(index, 1));
    focusLine(Math.max(0, Math.min(index, facts.length - 2)));
  }

  return (
    <fieldset className="mt-4 border-t border-line pt-4">
      <legend className="sr-only">{t("understood")}</legend>
      <h3 className="font-semibold">{t("understood")}</h3>
      <p className="mb-3 text-sm text-soft">{t(facts.length ? "caution" : "noFacts")}</p>
      <ul className="flex flex-col gap-2">
        {facts.map((fact, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is its place; two lines may read the same
          <li key={index} className="flex items-start gap-1">
            <textarea
              id={`${id}-${index}`}
              rows={1}
              aria-label={t("fact", { n: index + 1 })}
              maxLength={LONGEST_FACT}
              value={fact}
              className="field-sizing-content min-h-11 w-full resize-none rounded-control border border-edge bg-raised px-3 py-2"
              onChange={(event) => onChange(facts.with(index, event.target.value))}
            />
            <button
              type="button"
              aria-label={t("removeFact", { n: index + 1 })}
              className="grid size-11 shrink-0 place-items-center rounded-full text-soft hover:bg-sunken hover:text-ink"
              onClick={() => remove(index)}
            >
              <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
                <path
                  d="M5 5l10 10M15 5L5 15"
                  stroke="currentColor"
                  strokeWidth="1.8"
                  strokeLinecap="round"
                />
              </svg>
            </button>
          </li>
        ))}
      </ul>
      <Button
        look="quiet"
        size="small"
        className="mt-2"
        onClick={() => {
          onChange([...facts, ""]);
          focusLine(facts.length);
        }}
      >
        {t("addFact")}
      </Button>
    </fieldset>
  );
}
