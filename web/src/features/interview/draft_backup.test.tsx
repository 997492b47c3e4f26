import { expect, it } from "vitest";
import { forgetOldDrafts, keepDraft, newerDraft, readDraft } from "./draft_backup";

it("keeps an answer for its turn alone", () => {
  keepDraft("r-1", "r1-1", { text: "답변", at: 10, sent: "" });
  expect(readDraft("r-1", "r1-1")).toEqual({ text: "답변", at: 10, sent: "" });
  expect(readDraft("r-1", "r1-2")).toBeNull();
  expect(readDraft("r-2", "r1-1")).toBeNull();
});

it("takes what was written last, here or on another device", () => {
  const kept = { text: "여기", at: 10, sent: "여" };
  expect(newerDraft(kept, "저기", 5)).toBe("여기");
  expect(newerDraft(kept, "저기", 15)).toBe("저기");
  expect(newerDraft(null, "저기", 15)).toBe("저기");
  expect(newerDraft(kept, "", null)).toBe("여기");
});

it("does not lose what was written while its own earlier words were on their way", () => {
  expect(newerDraft({ text: "여기까지", at: 10, sent: "여기" }, "여기", 15)).toBe("여기까지");
});

it("forgets what nobody comes back to, and what it cannot read", () => {
  keepDraft("r-1", "old", { text: "답변", at: 0, sent: "" });
  keepDraft("r-1", "new", { text: "답변", at: 86_400_000, sent: "" });
  localStorage.setItem("interview.draft.r-1.broken", "{");
  forgetOldDrafts(86_400_001);
  expect(readDraft("r-1", "old")).toBeNull();
  expect(readDraft("r-1", "new")).not.toBeNull();
  expect(localStorage.getItem("interview.draft.r-1.broken")).toBeNull();
});
