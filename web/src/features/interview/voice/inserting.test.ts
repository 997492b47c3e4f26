import { describe, expect, it } from "vitest";
import { inserted } from "./inserting";

describe("spoken words", () => {
  it.each([
    ["", "말한 것", 0, "말한 것"],
    ["쓴 것.", "말한 것", 4, "쓴 것. 말한 것"],
    ["쓴 것. ", "말한 것", 5, "쓴 것. 말한 것"],
    ["앞뒤", "가운데", 1, "앞 가운데 뒤"],
    ["쓴 것", "말한 것", 0, "말한 것 쓴 것"],
    ["쓴 것", "말한 것", 99, "쓴 것 말한 것"],
    ["줄\n", "말한 것", 2, "줄\n말한 것"],
  ])("go into %j beside what stands there", (text, words, place, wanted) => {
    const found = inserted(text, words, place);
    expect(found.text).toBe(wanted);
    expect(found.text.slice(0, found.caret).endsWith(words)).toBe(true);
  });
});
