import { TextArea, TextField } from "@/shared/ui/Field";
import type { Pair } from "./form";
import { usePersonaTexts } from "./texts";

export interface Entry {
  /** As the server names it, as `stories[0].situation`. */
  place: string;
  errorAt: (place: string) => string | undefined;
  both: boolean;
}

/** A text, in one field or in one for each language. */
export function PairField({
  label,
  hint,
  pair,
  onChange,
  shape = "line",
  required = false,
  place,
  errorAt,
  both,
}: Entry & {
  label: string;
  hint?: string;
  pair: Pair;
  onChange: (pair: Pair) => void;
  shape?: "line" | "text" | "lines";
  required?: boolean;
}) {
  const t = usePersonaTexts();
  const said = [hint, shape === "lines" && t("lines")].filter(Boolean).join(" ");
  const common = { ...(said && { hint: said }), ...(required && { "aria-required": true }) };
  const field = (lang: keyof Pair, name: string, error?: string) => {
    const props = {
      ...common,
      label: name,
      error,
      value: pair[lang],
      ...(both && { lang }),
      onChange: (event: { target: { value: string } }) => onChange({ ...pair, [lang]: event.target.value }),
    };
    return shape === "line" ? <TextField {...props} /> : <TextArea {...props} />;
  };
  if (!both) return field("ko", label, errorAt(place));
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      {field("ko", t("inKorean", { label }), errorAt(place))}
      {field("en", t("inEnglish", { label }))}
    </div>
  );
}
