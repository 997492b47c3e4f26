import { useEffect, useRef, useState } from "react";
import { Button } from "@/shared/ui/Button";
import { useVoiceAbilities } from "@/shared/voice/abilities";
import { LevelMeter } from "@/shared/voice/LevelMeter";
import {
  type Microphone,
  type MicrophoneTrouble,
  microphoneTrouble,
  openMicrophone,
  troubleOf,
} from "@/shared/voice/microphone";
import { useVoiceTexts } from "@/shared/voice/texts";

/** As loud as somebody who speaks. */
const HEARD = 0.08;
const LOOK_MS = 100;

/** Whether answers may be spoken: the browser asks for the microphone here, and not when the clock runs. */
export function MicrophoneCheck() {
  const t = useVoiceTexts();
  const abilities = useVoiceAbilities();
  const [trouble, setTrouble] = useState<MicrophoneTrouble | null>(microphoneTrouble);
  const [microphone, setMicrophone] = useState<Microphone | null>(null);
  const [heard, setHeard] = useState(false);
  const here = useRef(true);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  useEffect(() => {
    if (!microphone) return;
    const timer = setInterval(() => microphone.level() > HEARD && setHeard(true), LOOK_MS);
    return () => {
      clearInterval(timer);
      microphone.close();
    };
  }, [microphone]);
  if (!abilities) return null;
  if (!abilities.transcribes)
    return <p className="mt-2 text-sm text-soft">{`${t("check.name")}: ${t("check.off")}`}</p>;

  async function open(): Promise<void> {
    try {
      const opened = await openMicrophone();
      if (!here.current) return opened.close();
      setTrouble(null);
      setMicrophone(opened);
    } catch (error) {
      if (here.current) setTrouble(troubleOf(error));
    }
  }

  return (
    <div className="mt-4 rounded-control bg-sunken p-3">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="font-semibold">
          {t("check.name")}{" "}
          <span className={heard ? "text-good" : "font-normal text-soft"}>
            {!trouble && t(heard ? "check.ready" : "check.untried")}
          </span>
        </p>
        {trouble !== "insecure" && trouble !== "unsupported" && (
          <Button
            size="small"
            className="max-sm:min-h-11"
            onClick={() => (microphone ? setMicrophone(null) : void open())}
          >
            {t(microphone ? "check.stop" : "check.button")}
          </Button>
        )}
      </div>
      {microphone && (
        <div className="mt-2">
          <LevelMeter level={microphone.level} />
          <p className="mt-1 text-sm text-soft" role="status">
            {t(heard ? "check.heard" : "check.speak")}
          </p>
        </div>
      )}
      {trouble && (
        <p role="alert" className="mt-2 text-sm text-warn">
          {t(`trouble.${trouble}`)}
        </p>
      )}
    </div>
  );
}
