import { type ReactNode, useState } from "react";
import { useNews } from "@/shared/live/session";
import { Card } from "@/shared/ui/Card";
import { classes } from "@/shared/ui/classes";
import { TextField } from "@/shared/ui/Field";
import { useSeatingTexts } from "./host_texts";
import { MicrophoneCheck } from "./MicrophoneCheck";

const SLOW_MS = 400;
const SYLLABLE = /[가-힣]/;

/** Whether this device is fit for an interview: the line, the clock, keeping drafts, typing Korean. */
export function DeviceCheck() {
  const t = useSeatingTexts();
  const line = useNews((news) => news.line);
  const [typed, setTyped] = useState("");
  const [keeps] = useState(canKeep);
  const live = line.phase === "live" ? line : null;
  const roundTrip = live?.roundTrip ?? null;
  const slow = roundTrip !== null && roundTrip > SLOW_MS;
  return (
    <Card aria-labelledby="check-title">
      <h2 id="check-title" className="text-lg font-bold">
        {t("check.title")}
      </h2>
      <dl className="mt-3 flex flex-col gap-2">
        <Line name={t("check.line")} good={live !== null}>
          {t(live ? "check.lineOk" : "check.lineLost")}
        </Line>
        <Line name={t("check.roundTrip")} good={roundTrip === null ? null : !slow}>
          {roundTrip === null
            ? t("check.measuring")
            : t("check.roundTripValue", { ms: Math.round(roundTrip) })}
          {slow && ` (${t("check.slow")})`}
        </Line>
        <Line name={t("check.clock")} good={live ? true : null}>
          {live
            ? t("check.clockValue", { seconds: (Math.abs(live.offset) / 1000).toFixed(1) })
            : t("check.measuring")}
        </Line>
        <Line name={t("check.storage")} good={keeps}>
          {t(keeps ? "check.storageOk" : "check.storageNo")}
        </Line>
      </dl>
      <p className="mt-2 text-sm text-soft">{t("check.clockHint")}</p>
      <TextField
        className="mt-4"
        label={t("check.typing")}
        hint={
          typed.trim()
            ? t(SYLLABLE.test(typed) ? "check.typingOk" : "check.typingOther")
            : t("check.typingHint")
        }
        value={typed}
        autoComplete="off"
        onChange={(event) => setTyped(event.target.value)}
      />
      <MicrophoneCheck />
    </Card>
  );
}

function Line({ name, good, children }: { name: string; good: boolean | null; children: ReactNode }) {
  return (
    <div className="flex flex-wrap items-baseline justify-between gap-x-3">
      <dt className="text-soft">{name}</dt>
      <dd
        className={classes(
          "ml-auto text-right font-semibold tabular-nums",
          good === true && "text-good",
          good === false && "text-warn",
        )}
      >
        {children}
      </dd>
    </div>
  );
}

function canKeep(): boolean {
  try {
    localStorage.setItem("interview.check", "1");
    localStorage.removeItem("interview.check");
    return true;
  } catch {
    return false;
  }
}
