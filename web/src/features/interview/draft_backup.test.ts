import { expect, it } from "vitest";
import { forgetOldDrafts, keepDraft, newerDraft, readDraft } from "./draft_backup";

it("keeps an answer for its turn alone", () => {
  keepDraft("r-1", "r1-1", "답변", 10);
  expect(readDraft("r-1", "r1-1")).toEqual({ text: "답변", at: 10 });
  expect(readDraft("r-1", "r1-2")).toBeNull();
  expect(readDraft("r-2", "r1-1")).toBeNull();
});

it("takes what was written last, here or on another device", () => {
  expect(newerDraft({ text: "여기", at: 10 }, "저기", 5)).toBe("여기");
  expect(newerDraft({ text: "여기", at: 10 }, "저기", 15)).toBe("저기");
  expect(newerDraft(null, "저기", 15)).toBe("저기");
  expect(newerDraft({ text: "여기", at: 10 }, "", null)).toBe("여기");
});

it("forgets what nobody comes back to, and what it cannot read", () => {
  keepDraft("r-1", "old", "답변", 0);
  keepDraft("r-1", "new", "답변", 86_400_000);
  localStorage.setItem("interview.draft.r-1.broken", "{");
  forgetOldDrafts(86_400_001);
  expect(readDraft("r-1", "old")).toBeNull();
  expect(readDraft("r-1", "new")).not.toBeNull();
  expect(localStorage.getItem("interview.draft.r-1.broken")).toBeNull();
});
