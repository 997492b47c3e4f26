import type { ReactNode } from "react";
import { Button, type ButtonProps } from "./Button";
import { LineSign } from "./LineSign";

/**
 * A small button that on a phone is its sign alone; its words stay there for screen readers. As large as a finger
 * needs, and no larger with large text, whose room it would take.
 */
export function CompactButton({ sign, children, ...rest }: ButtonProps & { sign: ReactNode }) {
  return (
    <Button size="small" className="max-sm:size-[44px] max-sm:border-transparent max-sm:px-0" {...rest}>
      <LineSign className="sm:hidden">{sign}</LineSign>
      <span className="max-sm:sr-only">{children}</span>
    </Button>
  );
}
