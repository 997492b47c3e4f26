import type { ReactNode } from "react";
import { classes } from "@/shared/ui/classes";

export interface Column {
  key: string;
  label: ReactNode;
}

export interface Row {
  key: string;
  label: ReactNode;
  own?: boolean;
  cells: readonly ReactNode[];
}

/** Figures in rows and columns; wide ones scroll within themselves, and the keyboard can reach that. */
export function DataTable({
  caption,
  corner,
  columns,
  rows,
}: {
  caption: string;
  corner: string;
  columns: readonly Column[];
  rows: readonly Row[];
}) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section aria-label={caption} tabIndex={0} className="scrolls-sideways rounded-control">
      {/* No word is broken to make room: sooner it scrolls. */}
      <table className="w-full border-collapse text-sm [overflow-wrap:normal] tabular-nums">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-edge text-soft">
            <th scope="col" className="py-2 pr-1.5 pl-2 text-left font-semibold sm:pr-3">
              {corner}
            </th>
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className="px-1.5 py-2 text-right font-semibold sm:px-3 sm:whitespace-nowrap"
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.key}
              className={classes(
                "border-b border-line last:border-b-0",
                row.own && "bg-accent-soft font-semibold",
              )}
            >
              <th
                scope="row"
                className={classes(
                  "py-2 pr-1.5 pl-2 text-left sm:pr-3 sm:whitespace-nowrap",
                  row.own ? "font-bold" : "font-normal",
                )}
              >
                {row.label}
              </th>
              {row.cells.map((cell, index) => (
                <td
                  key={columns[index]?.key ?? index}
                  className="px-1.5 py-2 text-right sm:px-3 sm:whitespace-nowrap"
                >
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
