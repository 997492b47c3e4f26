import type { Lang } from "./texts";

/**
 * Making one takes far longer than using it, the first one in a visit longest of all, and a board says dozens of figures
 * at every change.
 */
const formats = new Map<string, Intl.NumberFormat>();

/**
 * Says a figure with so many decimals, a tie upwards, as every page and file says it: `toFixed` would round what the
 * computer holds instead of what is written down.
 */
export function sayFigure(value: number, lang: Lang, digits = 1): string {
  const key = `${lang}${digits}`;
  const format =
    formats.get(key) ??
    new Intl.NumberFormat(lang, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  formats.set(key, format);
  return format.format(value);
}
