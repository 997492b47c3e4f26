import { expect, it } from "vitest";
import { fileFault } from "./files";

it.each([
  ["이력서.pdf", 1_000, null],
  ["RESUME.DOCX", 1_000, null],
  ["notes.md", 10 * 1024 * 1024, null],
  ["사진.png", 1_000, "kind"],
  ["이력서.hwp", 1_000, "kind"],
  ["pdf", 1_000, "kind"],
  ["이력서.pdf", 10 * 1024 * 1024 + 1, "large"],
  ["이력서.txt", 0, "empty"],
] as const)("judges %s of %i bytes: %s", (name, size, fault) => {
  expect(fileFault({ name, size })).toBe(fault);
});
