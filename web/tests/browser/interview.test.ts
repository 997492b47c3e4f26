/** Whole interviews of one person against AI candidates, in a real window against the real server. */
import { describe, expect, it } from "vitest";
import { answersIn } from "./answers";
import { PHONE } from "./chromium";
import { Seat, SPEECH } from "./seat";
import { COMMON, INTRO, Stage } from "./stage";

const stage = new Stage();
const answer = answersIn("ko");

describe("an interview alone with three rivals", () => {
  it("goes from the waiting room to the end by keyboard alone", async () => {
    const [person, roomId] = await stage.opened("김지원", {
      settings: { plan: [INTRO, { ...COMMON, follow_ups: true }], company: "toss", reading_ms: 0 },
      rivals: ["naver", "kakao", "toss"],
      panel: ["technical", "hr"],
    });
    const seat = await Seat.of(stage.browser, person);
    const { page } = seat;
    await seat.enter(stage.url, roomId);
    await seat.sees("이 면접의 진행 방식");
    await seat.isAccessible("waiting room");
    await seat.tabTo("면접 시작");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "1분 자기소개" }).waitFor();

    const looked = new Set<string>();
    const look = async (state: string) => {
      if (looked.has(state)) return;
      looked.add(state);
      await seat.isAccessible(state);
    };
    let [written, taken] = [0, 0];
    const end = Date.now() + 150_000;
    for (;;) {
      const { room } = await person.room(roomId);
      if (room.stage === "finished") break;
      expect(Date.now(), `the interview stands at ${room.stage}`).toBeLessThan(end);
      if (await seat.answer.isVisible()) {
        // One's own turn takes the focus, unless one was on the way to something else.
        if (await seat.answerHasFocus()) taken += 1;
        else await seat.tabToAnswer();
        await page.keyboard.insertText(answer(written));
        await look("own turn");
        await page.keyboard.press("Control+Enter");
        written += 1;
        await seat.answer.waitFor({ state: "detached" });
        await look("after the answer");
      } else if (await seat.button(SPEECH).isVisible()) {
        await look("a rival speaks");
        await seat.tabTo(SPEECH).then(
          () => page.keyboard.press("Enter"),
          () => undefined,
        );
      } else if (await page.getByRole("heading", { name: "면접이 끝났습니다" }).isVisible()) {
        await look("deliberation");
      }
    }
    expect(written).toBeGreaterThanOrEqual(2);
    expect(taken, "turns that took the focus").toBeGreaterThanOrEqual(1);
    expect([...looked]).toEqual(expect.arrayContaining(["own turn", "after the answer", "a rival speaks"]));
    await seat.close();
  });

  it("fits a phone, in the dark and in English", async () => {
    const [person, roomId] = await stage.opened("Jiwon", {
      settings: { plan: [INTRO], language: "en" },
      rivals: ["naver", "kakao", "toss"],
    });
    const seat = await Seat.of(stage.browser, person);
    await seat.context.addInitScript(() => {
      const state = { language: "en", theme: "dark", textSize: "normal", motion: "reduced" };
      localStorage.setItem("interview.preferences", JSON.stringify({ state, version: 0 }));
    });
    await seat.page.setViewportSize(PHONE);
    await seat.enter(stage.url, roomId);
    await seat.button("Start interview").waitFor();
    await seat.isAccessible("waiting room on a phone");
    await seat.button("Start interview").click();
    await seat.sees("Speaking order");
    await seat.isAccessible("interview on a phone");
    const [width, shown] = await seat.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(width).toBe(shown);

    const { page } = seat;
    const answer = page.getByRole("textbox", { name: "Answer", exact: true });
    await expect
      .poll(
        async () => {
          if (await answer.isVisible()) return true;
          const skip = seat.button("Skip ahead");
          if (await skip.isVisible()) await skip.click({ timeout: 1_000 }).catch(() => undefined);
          return false;
        },
        { timeout: 60_000, interval: 100 },
      )
      .toBe(true);
    await answer.focus();
    await page.keyboard.insertText(answersIn("en")(0));
    // The keyboard comes up: clock, words and button stay in sight together.
    await page.setViewportSize({ ...PHONE, height: 480 });
    await expect.poll(() => seat.inSight(page.getByRole("timer", { name: "Time left" }))).toBe(true);
    await expect.poll(() => seat.inSight(seat.button("Submit answer"))).toBe(true);
    await seat.button("Submit answer").click();
    await page.setViewportSize(PHONE);
    await answer.waitFor({ state: "detached" });
    // What is asked is in sight again, not whatever moved up into the field's place.
    await expect.poll(() => seat.inSight(page.getByRole("heading", { name: "Speaking order" }))).toBe(true);
    await seat.close();
  });
});

describe("leaving", () => {
  it("is asked about first, and leads home", async () => {
    const [person, roomId] = await stage.opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
    const seat = await Seat.of(stage.browser, person);
    const { page } = seat;
    await seat.enter(stage.url, roomId);
    await seat.button("면접 시작").click();
    await seat.sees("답변 순서");
    await seat.button("나가기").click();
    const dialog = page.getByRole("alertdialog", { name: "면접을 그만두시겠습니까?" });
    await dialog.waitFor();
    await seat.isAccessible("asked before leaving");
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    expect((await person.room(roomId)).room.seats.some((one) => one.left)).toBe(false);
    await seat.button("나가기").click();
    await dialog.getByRole("button", { name: "나가기" }).click();
    await page.waitForURL(`${stage.url}/`);
    await seat.close();
  });
});

describe("two windows of one person", () => {
  it("are told apart: the newer goes on, and the older can take it back", async () => {
    const [person, roomId] = await stage.opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
    const seat = await Seat.of(stage.browser, person);
    await seat.enter(stage.url, roomId);
    await seat.button("면접 시작").waitFor();
    const newer = await seat.context.newPage();
    await newer.goto(`${stage.url}/rooms/${roomId}`);
    await newer.getByRole("button", { name: "면접 시작" }).waitFor();
    await seat.sees("다른 창에서 이어서 하고 있습니다");
    await seat.isAccessible("superseded");
    await seat.button("다시 들어가기").click();
    await seat.button("면접 시작").waitFor();
    await newer.getByText("다른 창에서 이어서 하고 있습니다").waitFor();
    await seat.close();
  });
});
