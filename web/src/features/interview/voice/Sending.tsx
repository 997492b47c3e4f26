import { Button } from "@/shared/ui/Button";
import { Meter } from "@/shared/ui/Meter";
import { useSpeakTexts } from "./texts";

/** A recording on its way to the server, and then to whoever turns it into text. */
export function Sending({ share, cancel }: { share: number; cancel: () => void }) {
  const t = useSpeakTexts();
  const percent = Math.round(share * 100);
  const label = share < 1 ? t("sending", { percent }) : t("hearing");
  return (
    <div className="rounded-control border border-line bg-sunken p-4">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="flex items-center gap-2 font-semibold">
          <span
            aria-hidden="true"
            className="size-4 animate-spin rounded-full border-2 border-accent border-r-transparent"
          />
          {label}
        </p>
        <Button look="quiet" size="small" onClick={cancel}>
          {t("cancel")}
        </Button>
      </div>
      <Meter value={percent} most={100} label={label} className="mt-2" />
      <p className="mt-2 text-sm text-soft">{t("stillRunning")}</p>
    </div>
  );
}
