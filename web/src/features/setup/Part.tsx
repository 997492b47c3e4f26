import type { ReactNode } from "react";
import { Card } from "@/shared/ui/Card";

/** One question that the page asks, with its choices. */
export function Part({
  id,
  title,
  text,
  aside,
  children,
}: {
  id: string;
  title: string;
  text?: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <Card id={id} aria-labelledby={`${id}-title`} tabIndex={-1} className="outline-none">
      <div className="mb-4">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 id={`${id}-title`} className="text-xl font-bold">
            {title}
          </h2>
          {aside && <p className="text-sm font-semibold text-soft">{aside}</p>}
        </div>
        {text && <p className="mt-1 text-soft">{text}</p>}
      </div>
      <div className="flex flex-col gap-6">{children}</div>
    </Card>
  );
}
