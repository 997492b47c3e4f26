/**
 * What dims the page below a dialog and, by the styles, keeps it from scrolling. Radix' own overlay does that
 * with a style sheet that it writes into the page, which the pages' policy forbids.
 */
export function Veil() {
  return <div data-veil aria-hidden="true" className="fixed inset-0 z-40 bg-[rgb(10_12_20/0.55)]" />;
}
