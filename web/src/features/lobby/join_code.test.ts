import { describe, expect, it } from "vitest";
import { readCode, writtenCode } from "./join_code";

describe("readCode", () => {
  it.each([
    "K7QD-2MXA",
    "k7qd2mxa",
    " K7QD 2MXA ",
    "K7QD–2MXA",
    "K7QD\u22122MXA",
    "K7QD-2MXA\r\n",
    "Ｋ７ＱＤ－２ＭＸＡ",
    // The same keys with a Korean keyboard.
    "ㅏ7ㅂㅇ-2ㅡㅌㅁ",
  ])("reads %s", (typed) => {
    expect(readCode(typed)).toBe("K7QD2MXA");
  });

  it("undoes syllables, double letters and joined vowels of a Korean keyboard", () => {
    // d-k-s-s, then r-T-h-k: 안ㄴ, 과 with a doubled key, as the input method joins them.
    expect(readCode("안ㄴ-2345")).toBe("DKSS2345");
    expect(readCode("ㄳ2-ㅘ345")).toBe("RT2HK345");
    expect(readCode("까2-345ㅃㅆ")).toBe("RK2345QT");
  });

  it("reads letters that look like digits as digits", () => {
    expect(readCode("oO1l-iI0L")).toBe("00111101");
  });

  it.each(["", "K7QD-2MX", "K7QD-2MXAA", "K7QD-2MXU", "안녕하세요", "r-0123456789ab"])(
    "finds no code in %j",
    (typed) => {
      expect(readCode(typed)).toBeNull();
    },
  );
});

it("writes a code in two groups", () => {
  expect(writtenCode("K7QD2MXA")).toBe("K7QD-2MXA");
});
