import { classes } from "@/shared/ui/classes";
import { useComposerTexts } from "./composer_texts";
import type { DraftState } from "./draft";

/** Whether what was written is safe, and where. */
export function DraftMark({ state }: { state: DraftState }) {
  const t = useComposerTexts();
  return (
    <p
      data-draft={state}
      className={classes(
        "inline-flex items-center gap-1.5 font-semibold",
        state === "saved" ? "text-good" : state === "device" ? "text-warn" : "text-soft",
      )}
    >
      {state === "saved" && (
        <svg viewBox="0 0 16 16" className="size-4" aria-hidden="true">
          <path
            d="M3 8.5l3.2 3.2L13 5"
            fill="none"
            stroke="currentColor"
            strokeWidth="2"
            strokeLinecap="round"
          />
        </svg>
      )}
      {t(`draft.${state}`)}
    </p>
  );
}
