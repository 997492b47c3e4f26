import { RadioGroup } from "radix-ui";
import { useId } from "react";
import { classes } from "./classes";
import type { Choice } from "./Field";

/** A few choices side by side, of which one holds. */
export function Segmented<V extends string>({
  label,
  choices,
  value,
  onChoose,
  disabled,
  hiddenLabel,
  hint,
}: {
  label: string;
  choices: readonly Choice<V>[];
  value: V;
  onChoose: (value: V) => void;
  disabled?: boolean;
  hiddenLabel?: boolean;
  hint?: string;
}) {
  const id = useId();
  return (
    <div className="flex flex-col gap-1.5">
      <span id={id} className={classes("font-semibold", hiddenLabel && "sr-only")}>
        {label}
      </span>
      <RadioGroup.Root
        aria-labelledby={id}
        aria-describedby={hint ? `${id}-hint` : undefined}
        value={value}
        onValueChange={(chosen) => onChoose(chosen as V)}
        disabled={disabled ?? false}
        className="flex flex-wrap gap-1 rounded-control border border-line bg-sunken p-1"
      >
        {choices.map((choice) => (
          <RadioGroup.Item
            key={choice.value}
            value={choice.value}
            className={classes(
              "min-h-10 flex-1 rounded-[0.5rem] border border-transparent px-1.5 text-center sm:px-3 font-semibold whitespace-nowrap text-soft",
              "hover:text-ink disabled:opacity-55",
              "data-[state=checked]:border-edge data-[state=checked]:bg-raised data-[state=checked]:text-ink data-[state=checked]:shadow-card",
            )}
          >
            {choice.label}
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-soft">
          {hint}
        </p>
      )}
    </div>
  );
}
