import { classes } from "./classes";
import { useUiTexts } from "./texts";
import { dismiss, useToasts } from "./toasts";

const TONES = { info: "border-accent", good: "border-good", bad: "border-bad" };

export function Toasts() {
  const t = useUiTexts();
  const toasts = useToasts((state) => state.toasts);
  return (
    <section
      aria-label={t("notices")}
      className="pointer-events-none fixed inset-x-0 bottom-0 z-30 flex flex-col items-center gap-2 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] print:hidden"
    >
      {toasts.map((toast) => (
        <div
          key={toast.id}
          role={toast.tone === "bad" ? "alert" : "status"}
          className={classes(
            "pointer-events-auto flex w-full max-w-md items-start gap-3 rounded-control border-l-4 bg-raised px-4 py-3 shadow-float",
            TONES[toast.tone],
          )}
        >
          <p className="flex-1">{toast.text}</p>
          <button
            type="button"
            aria-label={t("dismiss")}
            className="grid size-7 place-items-center rounded-full text-soft hover:bg-sunken"
            onClick={() => dismiss(toast.id)}
          >
            <span aria-hidden="true">×</span>
          </button>
        </div>
      ))}
    </section>
  );
}
