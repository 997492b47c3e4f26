/** Codes that can be read out: eight letters and digits, however somebody types them. */

const LENGTH = 8;
/** As the server draws them: without I, L and O, which look like digits, and U. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{8}$/;
const LIKE_DIGITS: Readonly<Record<string, string>> = { I: "1", L: "1", O: "0" };
const SPACING = /[\p{Zs}\p{Pd}\p{Cf}\p{Cc}\u2212]/gu;

/** The keys of a Korean keyboard, in the order in which Unicode counts their letters. */
const LEADING = "r R s e E f a q Q t T d w W c z x v g".split(" ");
const VOWELS = "k o i O j p u P h hk ho hl y n nj np nl b m ml l".split(" ");
const TRAILING = "r R rt s sw sg e f fr fa fq ft fx fv fg a q qt t T d w c z x v g".split(" ");
const [FIRST_LEADING, FIRST_VOWEL, FIRST_TRAILING] = [0x1100, 0x1161, 0x11a8];

/** Returns the code that was typed, with small letters, blanks, dashes or in Korean mode; null for no code. */
export function readCode(typed: string): string | null {
  const code = inLatinKeys(typed)
    .replace(SPACING, "")
    .toUpperCase()
    .replace(/[ILO]/g, (letter) => LIKE_DIGITS[letter] ?? letter);
  return CODE.test(code) ? code : null;
}

/** Returns a code as people write it: `K7QD-2MXA`. */
export function writtenCode(code: string): string {
  return `${code.slice(0, LENGTH / 2)}-${code.slice(LENGTH / 2)}`;
}

/** Returns what would have been typed with the same keys in Latin mode; wide letters become narrow ones. */
function inLatinKeys(typed: string): string {
  return Array.from(typed.normalize("NFKD"), (letter) => {
    const number = letter.codePointAt(0) ?? 0;
    return (
      LEADING[number - FIRST_LEADING] ??
      VOWELS[number - FIRST_VOWEL] ??
      TRAILING[number - FIRST_TRAILING] ??
      letter
    );
  }).join("");
}
