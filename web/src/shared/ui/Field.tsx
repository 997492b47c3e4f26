import { type ComponentProps, type ReactNode, useId } from "react";
import { classes } from "./classes";

const BOX =
  "w-full rounded-control border border-edge bg-raised px-3 py-2.5 text-ink placeholder:text-soft aria-invalid:border-bad disabled:opacity-60";

interface Frame {
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  /** Shows the label to screen readers alone. */
  hiddenLabel?: boolean;
}

interface Named {
  id: string;
  "aria-invalid"?: boolean;
  "aria-describedby"?: string;
}

/** A label with its control, hint and error, tied together for everybody. */
export function Field({
  label,
  hint,
  error,
  className,
  hiddenLabel,
  children,
}: Frame & { children: (named: Named) => ReactNode }) {
  const id = useId();
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const named: Named = { id };
  if (error) named["aria-invalid"] = true;
  if (described) named["aria-describedby"] = described;
  return (
    <div className={classes("flex flex-col gap-1.5", className)}>
      <label htmlFor={id} className={classes("font-semibold", hiddenLabel && "sr-only")}>
        {label}
      </label>
      {children(named)}
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
    </div>
  );
}

export function TextField({
  label,
  hint,
  error,
  className,
  hiddenLabel,
  ...rest
}: Frame & Omit<ComponentProps<"input">, "id">) {
  return (
    <Field
      {...{ label, hint, error }}
      {...(className && { className })}
      {...(hiddenLabel && { hiddenLabel })}
    >
      {(named) => <input className={BOX} {...rest} {...named} />}
    </Field>
  );
}

export function TextArea({
  label,
  hint,
  error,
  className,
  hiddenLabel,
  ...rest
}: Frame & Omit<ComponentProps<"textarea">, "id">) {
  return (
    <Field
      {...{ label, hint, error }}
      {...(className && { className })}
      {...(hiddenLabel && { hiddenLabel })}
    >
      {(named) => <textarea className={classes(BOX, "min-h-28 leading-relaxed")} {...rest} {...named} />}
    </Field>
  );
}

export interface Choice<V extends string> {
  value: V;
  label: string;
}

export function SelectField<V extends string>({
  label,
  hint,
  error,
  className,
  hiddenLabel,
  choices,
  value,
  onChoose,
  disabled,
}: Frame & { choices: readonly Choice<V>[]; value: V; onChoose: (value: V) => void; disabled?: boolean }) {
  return (
    <Field
      {...{ label, hint, error }}
      {...(className && { className })}
      {...(hiddenLabel && { hiddenLabel })}
    >
      {(named) => (
        <span className="relative block">
          <select
            className={classes(BOX, "appearance-none pr-9")}
            value={value}
            disabled={disabled}
            onChange={(event) => {
              const chosen = choices.find((choice) => choice.value === event.target.value);
              if (chosen) onChoose(chosen.value);
            }}
            {...named}
          >
            {choices.map((choice) => (
              <option key={choice.value} value={choice.value}>
                {choice.label}
              </option>
            ))}
          </select>
          <svg
            viewBox="0 0 20 20"
            aria-hidden="true"
            className="pointer-events-none absolute top-1/2 right-3 size-4 -translate-y-1/2 text-soft"
          >
            <path
              d="M5 7.5 10 12.5 15 7.5"
              fill="none"
              stroke="currentColor"
              strokeWidth="2"
              strokeLinecap="round"
            />
          </svg>
        </span>
      )}
    </Field>
  );
}
