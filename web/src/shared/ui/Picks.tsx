import { useId } from "react";
import { classes } from "./classes";
import type { Choice } from "./Field";

/** A few choices of which any number may hold. */
export function Picks<V extends string>({
  label,
  choices,
  picked,
  onPick,
  hint,
  error,
}: {
  label: string;
  hint?: string;
  choices: readonly Choice<V>[];
  picked: readonly V[];
  onPick: (picked: readonly V[]) => void;
  error?: string | undefined;
}) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <fieldset className="flex flex-col gap-1.5" aria-describedby={described || undefined}>
      <legend className="mb-1.5 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label: name }) => (
          <label
            key={value}
            className={classes(
              "inline-flex min-h-11 cursor-pointer items-center rounded-full border px-4 font-semibold",
              "has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent",
              "border-edge text-soft hover:text-ink",
              "has-checked:border-accent has-checked:bg-accent-soft has-checked:text-accent",
            )}
          >
            <input
              type="checkbox"
              className="sr-only"
              checked={picked.includes(value)}
              aria-invalid={error ? true : undefined}
              onChange={(event) =>
                onPick(event.target.checked ? [...picked, value] : picked.filter((other) => other !== value))
              }
            />
            {name}
          </label>
        ))}
      </div>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
      {error && (
        <p id={`${id}-error`} role="alert" className="text-sm font-semibold text-bad">
          {error}
        </p>
      )}
    </fieldset>
  );
}
