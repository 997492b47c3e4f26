/** The smallest phone with the largest text: every screen of an interview fits, in both languages. */
import { expect, it } from "vitest";
import { answersIn } from "./answers";
import { covered, drawn, misfits } from "./fitting";
import { Seat } from "./seat";
import { CLOSING, COMMON, INTRO, Stage } from "./stage";

const SMALL = { width: 360, height: 740 };

const WORDS = {
  ko: {
    name: "김지원",
    start: "면접 시작",
    menu: "진행 메뉴",
    skip: "다음으로 넘어가기",
    pause: /^일시 정지/,
    resume: "이어서 진행",
    answer: "답변",
    submit: "답변 제출",
    leave: "나가기",
  },
  en: {
    name: "Jiwon Kim",
    start: "Start interview",
    menu: "Host menu",
    skip: "Skip ahead",
    pause: /^Pause/,
    resume: "Go on",
    answer: "Answer",
    submit: "Submit answer",
    leave: "Leave",
  },
} as const;

const stage = new Stage();

it.each(["ko", "en"] as const)("fits from the waiting room to the report in %s", async (language) => {
  const words = WORDS[language];
  const [person, roomId] = await stage.opened(words.name, {
    settings: { plan: [INTRO, COMMON, CLOSING], language, company: "toss", reading_ms: 0 },
    rivals: ["naver", "kakao", "toss"],
    panel: ["technical", "hr", "executive"],
  });
  const seat = await Seat.of(stage.browser, person);
  const { page } = seat;
  const preferences = JSON.stringify({
    state: { language, theme: "light", textSize: "larger", motion: "reduced" },
    version: 0,
  });
  await seat.context.addInitScript(
    (kept) => localStorage.setItem("interview.preferences", kept),
    preferences,
  );
  await page.setViewportSize(SMALL);
  const fits = async (state: string) => {
    expect.soft(await misfits(page), state).toEqual([]);
  };
  const answer = page.getByRole("textbox", { name: words.answer, exact: true });

  await seat.enter(stage.url, roomId);
  await seat.button(words.start).waitFor();
  await fits("waiting room");
  expect.soft(await covered(page), "waiting room").toEqual([]);
  await seat.button(words.leave).click();
  await page.getByRole("alertdialog").waitFor();
  await fits("asked before leaving");
  await page.keyboard.press("Escape");
  await seat.button(words.start).click();
  await expect
    .poll(
      async () => {
        if (await answer.isVisible()) return true;
        const skip = seat.button(words.skip);
        if (await skip.isVisible()) {
          await fits("a rival speaks");
          await skip.click({ timeout: 1_000 }).catch(() => undefined);
        }
        return false;
      },
      { timeout: 60_000, interval: 100 },
    )
    .toBe(true);
  await answer.fill(answersIn(language)(0));
  await page.locator('[data-draft="saved"]').waitFor();
  await fits("own turn");
  await page.getByRole("heading", { level: 1 }).scrollIntoViewIfNeeded();
  await fits("own turn from the top");
  expect.soft(await covered(page), "own turn").toEqual([]);
  await seat.button(words.menu).click();
  await page.getByRole("dialog").waitFor();
  await fits("host menu");
  await page.getByRole("dialog").getByRole("button", { name: words.pause }).click();
  await seat.button(words.resume).waitFor();
  await fits("paused");
  await seat.button(words.resume).click();
  await seat.button(words.submit).click();
  await answer.waitFor({ state: "detached" });
  await fits("after the answer");
  await person.play(roomId, answersIn(language));
  await page.getByRole("link", { name: /결과 자세히|full result/ }).waitFor();
  await fits("the end");
  await page.goto(`${stage.url}/rooms/${roomId}/report`);
  await page.getByRole("heading", { level: 1 }).waitFor();
  await page.waitForFunction(() => document.querySelector(".animate-pulse, [aria-busy=true]") === null);
  await fits("report");
  await seat.close();
});

it("keeps the chat's field in sight while messages come in, and leaves whoever has scrolled on where they are", async () => {
  const [person, roomId] = await stage.opened("김지원", { settings: { plan: [COMMON] }, rivals: ["naver"] });
  const seat = await Seat.of(stage.browser, person);
  const { page } = seat;
  await page.setViewportSize({ width: 390, height: 600 });
  await seat.enter(stage.url, roomId);
  const field = page.getByRole("textbox", { name: "메시지" });
  await field.focus();
  const say = async (text: string) => {
    await person.command(roomId, "send_chat", { text });
    await seat.sees(text);
    await drawn(page);
  };
  const scrolled = () => page.evaluate(() => window.scrollY);
  const shown = () =>
    field.evaluate((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      return document.elementFromPoint(left + width / 2, top + height / 2) === element;
    });

  // Just above the bar at the bottom.
  const bar = page.getByRole("region", { name: "준비 완료" });
  const [above, top] = await Promise.all([field, bar].map(async (one) => await one.boundingBox()));
  if (!above || !top) throw new Error("the field and the bar are on the page");
  await page.evaluate((by) => window.scrollBy(0, by), above.y + above.height + 10 - top.y);
  expect(await shown()).toBe(true);
  const before = await scrolled();
  for (const text of ["안녕하세요.", "잘 부탁드립니다."]) await say(text);
  expect(await shown()).toBe(true);
  expect(await scrolled()).toBeGreaterThan(before);

  await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight));
  expect(await shown()).toBe(false);
  const below = await scrolled();
  await say("저는 먼저 준비하겠습니다.");
  expect(await scrolled()).toBeGreaterThanOrEqual(below);
  await page.evaluate(() => window.scrollTo(0, 0));
  await say("다들 준비되셨나요?");
  expect(await scrolled()).toBe(0);
  await seat.close();
});
