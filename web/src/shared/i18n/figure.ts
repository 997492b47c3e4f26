import type { Lang } from "./texts";

/**
 * Says a figure with so many decimals, a tie upwards, as every page and file says it: `toFixed` would round what the
 * computer holds instead of what is written down.
 */
export function sayFigure(value: number, lang: Lang, digits = 1): string {
  return new Intl.NumberFormat(lang, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(value);
}
