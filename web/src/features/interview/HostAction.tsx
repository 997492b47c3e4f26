import { classes } from "@/shared/ui/classes";
import { useHostTexts } from "./host_texts";

type What = "pause" | "resume" | "time" | "skipCandidate" | "skipQuestion" | "end";

export function HostAction({
  what,
  possible,
  danger = false,
  onPick,
}: {
  what: What;
  possible: boolean;
  danger?: boolean;
  onPick: () => void;
}) {
  const t = useHostTexts();
  return (
    <button
      type="button"
      disabled={!possible}
      className="rounded-control border border-line px-4 py-2.5 text-left hover:bg-sunken disabled:cursor-not-allowed"
      onClick={onPick}
    >
      <span className={classes("block font-semibold", danger && "text-bad", !possible && "text-soft")}>
        {t(what)}
      </span>
      <span className="block text-sm text-soft">{possible ? t(`${what}Text`) : t("unavailable")}</span>
    </button>
  );
}
