import type { ReactNode } from "react";

/** A part of the report with its heading, which the contents point to. */
export function Section({
  id,
  title,
  note,
  children,
}: {
  id: string;
  title: string;
  note?: string;
  children: ReactNode;
}) {
  return (
    <section aria-labelledby={`${id}-title`} id={id} className="pt-3 print:break-before-auto">
      <h2 id={`${id}-title`} className="text-xl font-bold">
        {title}
      </h2>
      {note && <p className="mt-1 text-sm text-soft">{note}</p>}
      <div className="mt-4">{children}</div>
    </section>
  );
}
