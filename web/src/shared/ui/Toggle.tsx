import { Switch } from "radix-ui";
import { type ReactNode, useId } from "react";

/** One thing that is on or off. */
export function Toggle({
  label,
  hint,
  on,
  onChange,
  disabled,
}: {
  label: ReactNode;
  hint?: ReactNode;
  on: boolean;
  onChange: (on: boolean) => void;
  disabled?: boolean;
}) {
  const id = useId();
  return (
    <div className="flex items-start justify-between gap-4">
      <div className="min-w-0">
        <label htmlFor={id} className="font-semibold">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-sm text-soft">
            {hint}
          </p>
        )}
      </div>
      <Switch.Root
        id={id}
        checked={on}
        onCheckedChange={onChange}
        disabled={disabled ?? false}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="relative mt-0.5 h-7 w-12 shrink-0 rounded-full border border-edge bg-sunken transition data-[state=checked]:border-transparent data-[state=checked]:bg-accent disabled:opacity-55"
      >
        <Switch.Thumb className="block size-5 translate-x-0.5 rounded-full bg-soft transition data-[state=checked]:translate-x-6 data-[state=checked]:bg-accent-ink" />
      </Switch.Root>
    </div>
  );
}
