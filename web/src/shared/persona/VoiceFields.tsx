import { Disclosure } from "@/shared/ui/Disclosure";
import { type PersonaForm, PHRASES } from "./form";
import { type Entry, PairField } from "./PairField";
import { usePersonaTexts } from "./texts";

/** The phrases by which one is known: what is said around the content of an answer. */
export function VoiceFields({
  voice,
  onChange,
  errorAt,
  both,
}: Omit<Entry, "place"> & {
  voice: PersonaForm["voice"];
  onChange: (voice: PersonaForm["voice"]) => void;
}) {
  const t = usePersonaTexts();
  return (
    <Disclosure summary={t("voice")}>
      <p className="mb-4 text-sm text-soft">{t("voiceHint")}</p>
      <div className="flex flex-col gap-5">
        {PHRASES.map((key) => (
          <PairField
            key={key}
            label={t(`phrases.${key}`)}
            hint={t(`examples.${key}`)}
            shape="lines"
            pair={voice[key]}
            place={`voice.${key}`}
            errorAt={errorAt}
            both={both}
            onChange={(pair) => onChange({ ...voice, [key]: pair })}
          />
        ))}
      </div>
    </Disclosure>
  );
}
