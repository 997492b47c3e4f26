import { useEffect, useRef } from "react";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import { useVoiceTexts } from "@/shared/voice/texts";
import type { VoiceAbilities } from "@/shared/wire/http.gen";
import type { Turn } from "@/shared/wire/socket.gen";
import { LAST_MS } from "./limits";
import { MicrophoneSign } from "./MicrophoneSign";
import { Recording } from "./Recording";
import type { Phase } from "./recorder";
import { Sending } from "./Sending";
import { SpokenFigures } from "./SpokenFigures";
import { useSpeakTexts } from "./texts";
import { useLate } from "./use_late";
import type { Recorder } from "./use_recorder";

/** Answering by voice: what can be done about it now, and what has become of the last recording. */
export function VoicePanel({
  turn,
  abilities,
  recorder,
  disabled,
}: {
  turn: Turn;
  abilities: VoiceAbilities;
  recorder: Recorder;
  disabled: boolean;
}) {
  const t = useSpeakTexts();
  const voice = useVoiceTexts();
  const { phase } = recorder;
  const late = useLate(turn.deadline, LAST_MS);
  const place = useRef<HTMLDivElement>(null);
  useKeepFocus(phase, place);
  useSaying(phase);
  const start = (label: string) => (
    <Button disabled={disabled || late} onClick={recorder.start}>
      <MicrophoneSign />
      {label}
    </Button>
  );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would be read out at each of its buttons
    <div
      ref={place}
      role="group"
      aria-label={t("title")}
      tabIndex={-1}
      data-voice={phase.name}
      className="mt-3 outline-none"
    >
      {phase.name === "idle" && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {start(t("start"))}
          <p className="min-w-0 flex-[1_1_14rem] text-sm text-soft">
            {late ? t("tooLate") : t("privacy", { hearers: abilities.hearers.join(", ") })}
          </p>
        </div>
      )}
      {phase.name === "asking" && (
        <Notice action={<Button onClick={recorder.cancel}>{t("cancel")}</Button>}>{t("asking")}</Notice>
      )}
      {phase.name === "recording" && (
        <Recording
          since={phase.since}
          longestMs={abilities.longest_seconds * 1_000}
          late={late}
          recorder={recorder}
        />
      )}
      {phase.name === "sending" && <Sending share={phase.share} cancel={recorder.cancel} />}
      {phase.name === "failed" && (
        <Notice
          tone="bad"
          title={t("failed")}
          action={
            <div className="flex flex-wrap gap-2">
              {phase.hopeless ? start(t("anew")) : <Button onClick={recorder.again}>{t("resend")}</Button>}
              <Button look="quiet" onClick={recorder.cancel}>
                {t("discard")}
              </Button>
            </div>
          }
        >
          <p>
            {phase.message} {!phase.hopeless && t("kept")}
          </p>
        </Notice>
      )}
      {phase.name === "barred" && (
        <Notice tone="warn" action={start(voice("again"))}>
          {voice(`trouble.${phase.trouble}`)}
        </Notice>
      )}
      {phase.name === "heard" && <SpokenFigures spoken={phase.spoken}>{start(t("more"))}</SpokenFigures>}
    </div>
  );
}

/** A button that was pressed goes with its phase: the focus stays with the panel, at what can be done next. */
function useKeepFocus(phase: Phase, place: React.RefObject<HTMLDivElement | null>): void {
  const { name } = phase;
  const before = useRef(name);
  useEffect(() => {
    if (before.current === name) return;
    before.current = name;
    const at = document.activeElement;
    if (at !== document.body && at !== null) return;
    const next = place.current?.querySelector<HTMLButtonElement>("button:not([disabled])");
    (next ?? place.current)?.focus({ preventScroll: true });
  }, [name, place]);
}

/** Tells screen readers what has begun or ended; failures are alerts of their own. */
function useSaying(phase: Phase): void {
  const t = useSpeakTexts();
  const { name } = phase;
  const before = useRef(name);
  useEffect(() => {
    const was = before.current;
    if (was === name) return;
    before.current = name;
    if (name === "recording" || name === "sending") announce(t(`said.${name}`));
    else if (name === "heard") announce(t("heard"));
    else if (name === "idle") announce(t("said.cancelled"));
  }, [name, t]);
}
