import { NameForm } from "@/shared/account/NameForm";
import { Card } from "@/shared/ui/Card";
import { Disclosure } from "@/shared/ui/Disclosure";
import { JoinForm } from "./JoinForm";
import { useLobbyTexts } from "./texts";

const POINTS = ["rivals", "panel", "report"] as const;

/** What somebody sees who has never been here on this device. */
export function Welcome() {
  const t = useLobbyTexts();
  return (
    <div className="grid items-center gap-10 lg:min-h-[60vh] lg:grid-cols-[1.2fr_1fr] lg:gap-16">
      <div>
        <h1 className="text-3xl leading-snug font-bold tracking-tight whitespace-pre-line sm:text-4xl sm:leading-snug">
          {t("pitch")}
        </h1>
        <p className="mt-4 max-w-prose text-lg text-soft">{t("pitchText")}</p>
        <ul className="mt-6 flex flex-col gap-3">
          {POINTS.map((point) => (
            <li key={point} className="flex items-center gap-3 font-semibold">
              <Check />
              {t(`points.${point}`)}
            </li>
          ))}
        </ul>
      </div>
      <div className="flex flex-col gap-4">
        <Card aria-labelledby="gate-title" className="sm:p-8">
          <h2 id="gate-title" className="mb-5 text-xl font-bold">
            {t("gateTitle")}
          </h2>
          <NameForm action={t("begin")} />
        </Card>
        <Disclosure summary={t("join.title")} className="rounded-card border border-line bg-raised px-5 py-2">
          <div className="pb-3">
            <JoinForm />
          </div>
        </Disclosure>
      </div>
    </div>
  );
}

function Check() {
  return (
    <svg
      viewBox="0 0 20 20"
      className="size-6 shrink-0 rounded-full bg-accent-soft p-1 text-accent"
      aria-hidden="true"
    >
      <path d="M4 10.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.2" strokeLinecap="round" />
    </svg>
  );
}
