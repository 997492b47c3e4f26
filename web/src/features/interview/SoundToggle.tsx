import type { ReactNode } from "react";
import { LineSign } from "@/shared/ui/LineSign";

/** A button of the interview's bar that is its sign alone, and stays pressed. */
export function SoundToggle(props: {
  on: boolean;
  label: string;
  onToggle: () => void;
  children: ReactNode;
}) {
  const { on, label, onToggle, children } = props;
  return (
    <button
      type="button"
      aria-pressed={on}
      aria-label={label}
      title={label}
      className="grid size-[44px] place-items-center rounded-control text-soft hover:bg-sunken hover:text-ink sm:size-9"
      onClick={onToggle}
    >
      <LineSign>{children}</LineSign>
    </button>
  );
}
