import { Disclosure } from "@/shared/ui/Disclosure";
import { TextField } from "@/shared/ui/Field";
import { COMPETENCIES } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import type { PersonaForm, Range } from "./form";
import { usePersonaTexts } from "./texts";

type Key = keyof PersonaForm["quality"];

/** How good the answers are: one range for all, and one for each competency that differs. */
export function QualityFields({
  quality,
  onChange,
  errorAt,
}: {
  quality: PersonaForm["quality"];
  onChange: (quality: PersonaForm["quality"]) => void;
  errorAt: (place: string) => string | undefined;
}) {
  const t = usePersonaTexts();
  const words = useWords();
  const row = (key: Key) => (
    <RangeRow
      key={key}
      label={key === "default" ? t("default") : words(`competency.${key}`)}
      range={quality[key]}
      error={errorAt(`quality.${key}`)}
      onChange={(range) => onChange({ ...quality, [key]: range })}
    />
  );
  const apart = COMPETENCIES.some((key) => quality[key].low || quality[key].high);
  return (
    <fieldset className="flex flex-col gap-3">
      <legend className="mb-1 font-semibold">{t("quality")}</legend>
      <p className="text-sm text-soft">{t("qualityHint")}</p>
      {row("default")}
      <Disclosure summary={t("qualityEach")} open={apart}>
        <div className="grid gap-3 sm:grid-cols-2 sm:gap-x-8">{COMPETENCIES.map(row)}</div>
      </Disclosure>
    </fieldset>
  );
}

function RangeRow({
  label,
  range,
  error,
  onChange,
}: {
  label: string;
  range: Range;
  error: string | undefined;
  onChange: (range: Range) => void;
}) {
  const t = usePersonaTexts();
  const end = (which: keyof Range, shown: string) => (
    <TextField
      label={t(which, { label })}
      hiddenLabel
      placeholder={shown}
      inputMode="numeric"
      value={range[which]}
      aria-invalid={error ? true : undefined}
      className="w-20"
      onChange={(event) => onChange({ ...range, [which]: event.target.value })}
    />
  );
  return (
    <div>
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1">{label}</span>
        {end("low", t("lowest"))}
        <span aria-hidden="true">–</span>
        {end("high", t("highest"))}
      </div>
      {error && (
        <p role="alert" className="mt-1 text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </div>
  );
}
