import { expect, it } from "vitest";
import { sayFigure } from "./figure";

it("rounds a tie upwards, even where the computer holds a little less", () => {
  expect(sayFigure(2.25, "ko")).toBe("2.3");
  expect(sayFigure(53.15, "ko")).toBe("53.2");
  expect(sayFigure(1.005, "en", 2)).toBe("1.01");
});

it("keeps the decimals of whole figures, so that columns stand in line", () => {
  expect(sayFigure(52, "ko")).toBe("52.0");
  expect(sayFigure(3300, "en", 0)).toBe("3,300");
});
