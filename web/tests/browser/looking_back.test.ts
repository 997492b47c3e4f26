/** Looking back on an interview in a real window: the report, its files, answering again, the replay. */
import { readFile } from "node:fs/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answersIn } from "./answers";
import { DESKTOP, launchChromium, PHONE } from "./chromium";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer, type TestServer } from "./server";

const answer = answersIn("ko");
const PLAN = [
  { stage: "self_intro", kind: "self_introduction" },
  { stage: "common", kind: "experience" },
  { stage: "closing", kind: "closing" },
] as const;

let server: TestServer;
let browser: Browser;
let me: Person;
let room: string;

beforeAll(async () => {
  // One person looks back at more here in a minute than anybody does in an hour.
  const pace = { INTERVIEW_ENGINE_LIMITS_HTTP_PACE: "20" };
  [server, browser] = await Promise.all([startServer(pace), launchChromium()]);
  me = await Person.enter(server.url, "김지원");
  room = await finishedRoom(me);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function finishedRoom(person: Person): Promise<string> {
  const made = await person.open({
    title: "결제팀 모의면접",
    settings: { plan: [...PLAN], reading_ms: 0, company: "toss" },
    rivals: ["naver", "toss", "kakao"],
    panel: ["hr", "technical"],
  });
  await person.start(made);
  await person.play(made, answer);
  return made;
}

async function look(person: Person, path: string): Promise<Seat> {
  const seat = await Seat.of(browser, person);
  await seat.page.goto(server.url + path);
  return seat;
}

/** Presses a button and returns the file that comes of it. */
async function downloaded(page: Page, button: string): Promise<{ name: string; text: string }> {
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button, exact: true }).click(),
  ]);
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), "utf8") };
}

describe("the report", () => {
  it.each([
    ["desktop", DESKTOP],
    ["phone", PHONE],
  ])("tells place, strength, obstacle and drill on the first screenful of a %s", async (_, size) => {
    const seat = await Seat.of(browser, me);
    await seat.page.setViewportSize(size);
    await seat.page.goto(`${server.url}/rooms/${room}/report`);
    const { result, feedback } = await me.report(room);
    const card = seat.page.getByRole("region", { name: "내 결과" });
    const parts = [
      card.getByText(`${result?.rank}위`, { exact: true }),
      card.getByText(/^평균 [\d.]+점$/),
      card.getByText(/평가 근거로 보면/),
      card.getByText(/^가장 좋았던 점/),
      card.getByText(/^가장 큰 걸림돌/),
      card.getByText(feedback?.drill ?? "missing"),
    ];
    for (const part of parts) {
      const box = await part.boundingBox();
      expect(box && box.y + box.height, (await part.textContent()) ?? "").toBeLessThanOrEqual(size.height);
    }
    const width = await seat.page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(size.width);
    await seat.isAccessible(`report ${size.width}`);
    await seat.close();
  });

  it("shows my answer beside a rival's, and the words behind a level, by keyboard", async () => {
    const seat = await look(me, `/rooms/${room}/report`);
    const mine = seat.page.getByRole("region", { name: "내 답변" });
    await mine.waitFor();
    const rivals = seat.page.getByRole("tablist", { name: "다른 지원자의 답변" });
    const [left, right] = [await mine.boundingBox(), await rivals.boundingBox()];
    expect(left && right && left.x + left.width).toBeLessThanOrEqual(right?.x ?? 0);
    await rivals.getByRole("tab", { selected: true }).focus();
    await seat.page.keyboard.press("Home");
    await expect.poll(() => rivals.getByRole("tab").first().getAttribute("aria-selected")).toBe("true");
    const before = await mine.locator("mark").count();
    await mine.getByRole("button", { name: "근거의 구체성" }).focus();
    await seat.page.keyboard.press("Enter");
    await mine.getByRole("button", { name: "근거의 구체성", pressed: true }).waitFor();
    expect(await mine.locator("mark").count()).toBeLessThanOrEqual(before);
    await seat.isAccessible("a criterion is chosen");
    await seat.page
      .getByRole("link", { name: /번 질문 보기/ })
      .last()
      .click();
    await seat.page.getByRole("button", { expanded: true, name: /질문/ }).nth(0).waitFor();
    await seat.close();
  });

  it("comes as HTML, CSV, JSON and as the owner's record", async () => {
    const seat = await look(me, `/rooms/${room}/report`);
    const csv = await downloaded(seat.page, "CSV(표)");
    expect(csv.name).toMatch(/^면접-결과-\d{4}-\d\d-\d\d\.csv$/);
    expect(csv.text).toContain("정산 배치");
    const html = await downloaded(seat.page, "HTML");
    expect(html.text).toContain("<!doctype html>");
    const json = JSON.parse((await downloaded(seat.page, "JSON")).text) as { report: { room_id: string } };
    expect(json.report.room_id).toBe(room);
    const log = await downloaded(seat.page, "전체 기록(JSONL)");
    const { records } = await me.ask<{ records: number }>("GET", `/api/rooms/${room}/verify`);
    expect(log.text.trim().split("\n")).toHaveLength(records);
    await seat.close();
  });

  it("is printed whole: every answer, every table, no controls", async () => {
    const seat = await look(me, `/rooms/${room}/report`);
    await seat.page.getByRole("region", { name: "내 결과" }).waitFor();
    await seat.page.evaluate(() => {
      document.documentElement.dataset.theme = "dark";
    });
    await seat.page.emulateMedia({ media: "print" });
    const paper = await seat.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    expect(paper).toBe("rgb(255, 255, 255)");
    const { questions } = await me.report(room);
    const said = questions.flatMap((question) => question.answers.map((one) => one.text));
    const missing = async () => {
      const printed = await seat.page.getByRole("article").textContent();
      return said.filter((text) => !printed?.includes(text));
    };
    await expect.poll(missing).toEqual([]);
    expect(await seat.page.getByRole("button", { name: "CSV(표)" }).count()).toBe(0);
    expect(await seat.page.getByRole("navigation", { name: "리포트 차례" }).count()).toBe(0);
    const tables = await seat.page.getByRole("table").count();
    expect(tables).toBeGreaterThan(questions.length);
    expect((await seat.page.pdf()).subarray(0, 5).toString()).toBe("%PDF-");
    await seat.page.emulateMedia({ media: "screen" });
    await seat.page.getByRole("button", { name: "CSV(표)" }).waitFor();
    await seat.close();
  });

  it("says in plain words that the record is sound", async () => {
    const seat = await look(me, `/rooms/${room}/report`);
    await seat.button("기록 확인하기").click();
    await seat.sees("기록이 온전합니다");
    await seat.isAccessible("the record was checked");
    await seat.close();
  });

  it("goes with its room, after a question", async () => {
    const person = await Person.enter(server.url, "박이람");
    const made = await person.open({ rivals: ["naver"], panel: ["hr"] });
    const seat = await look(person, `/rooms/${made}/report`);
    await seat.sees("아직 진행 중인 면접입니다");
    await seat.button("면접방 삭제하기").click();
    await seat.isAccessible("deletion is asked about");
    await seat.button("영구 삭제").click();
    await seat.page.waitForURL(`${server.url}/`);
    await seat.sees("면접방을 삭제했습니다.");
    await expect(person.room(made)).rejects.toThrow("404");
    await seat.close();
  });
});

describe("answering again", () => {
  it("opens a room at that question, and shows what became of the rank", async () => {
    const seat = await look(me, `/rooms/${room}/report`);
    const report = await me.report(room);
    const last = report.questions.at(-1);
    await seat.page.getByRole("button", { name: new RegExp(`^질문 ${last?.number}`) }).click();
    await seat.button("이 질문에 다시 답하기").last().click();
    await seat.button("다시 답하기").click();
    await seat.page.waitForURL(
      (url) => /\/rooms\/r-[^/]+$/.test(url.pathname) && !url.pathname.endsWith(room),
    );
    const fork = new URL(seat.page.url()).pathname.split("/").at(-1) ?? "";
    await me.play(fork, () => answer(1));
    await seat.page.getByRole("heading", { name: "면접이 끝났습니다" }).waitFor();
    await seat.sees("총평이 도착했습니다.");
    await seat.isAccessible("the interview has ended");
    await seat.page.getByRole("link", { name: "결과 자세히 보기" }).click();
    await seat.sees("다시 답한 결과");
    const after = await me.report(fork);
    const moved = (after.result?.rank ?? 0) - (report.result?.rank ?? 0);
    await seat.sees(moved < 0 ? /올라갔습니다/ : moved > 0 ? /내려갔습니다/ : /원래와 같은/);
    await seat.sees(new RegExp(`다시 답한 ${last?.number}번 질문은`));
    await seat.isAccessible("a fork's report");
    await seat.page.getByRole("link", { name: "원래 결과 보기" }).click();
    await seat.page.waitForURL(`${server.url}/rooms/${room}/report`);
    await seat.close();
  });
});

describe("the replay", () => {
  it("plays, steps and jumps by keyboard, as the seat saw it", async () => {
    const seat = await look(me, `/rooms/${room}/replay`);
    const slider = seat.page.getByRole("slider", { name: "재생 위치" });
    await slider.waitFor();
    await seat.isAccessible("the replay");
    await seat.page.keyboard.press("ArrowRight");
    await seat.page.keyboard.press("ArrowRight");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toContain("1번 질문");
    await slider.focus();
    await seat.page.keyboard.press("End");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toContain("면접이 끝났습니다");
    const { board } = await me.report(room);
    const rows = seat.page.getByRole("region", { name: "이때의 순위" }).getByRole("listitem");
    expect(await rows.count()).toBe(board.length);
    await seat.page.keyboard.press("Home");
    await seat.sees("이때는 공개된 순위가 없었습니다.");
    await seat.page.getByRole("radio", { name: "장면마다" }).click();
    await seat.page.getByRole("heading", { level: 1 }).click();
    await seat.page.keyboard.press("Space");
    await seat.button("일시 정지").waitFor();
    await expect.poll(() => slider.getAttribute("aria-valuetext"), { timeout: 15_000 }).toContain("1번 질문");
    await seat.page.keyboard.press("Space");
    await seat.button("재생").waitFor();
    await seat.page.getByRole("combobox", { name: "보고 싶은 장면" }).selectOption("mine");
    await seat.page
      .getByRole("button", { name: /내 답변/ })
      .first()
      .click();
    await seat.page
      .getByRole("region", { name: "이번 질문의 답변" })
      .getByText(/정산 배치/)
      .waitFor();
    await seat.isAccessible("a moment of the replay");
    await seat.close();
  });

  it("is seen from another's seat and from the observers' place at the same instant, by keyboard", async () => {
    const seat = await look(me, `/rooms/${room}/replay`);
    const slider = seat.page.getByRole("slider", { name: "재생 위치" });
    await slider.focus();
    await seat.page.keyboard.press("PageDown");
    await seat.page.keyboard.press("PageDown");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toContain("2번 질문");
    const instant = await slider.inputValue();
    const picker = seat.page.getByRole("combobox", { name: "누구의 자리에서 볼까요?" });
    const { room: past, you } = await me.room(room);
    const rival = past.seats.find((one) => one.seat_id === "ai-2");
    await picker.focus();
    await picker.selectOption("ai-2");
    await seat.sees(`${rival?.name} 님의 자리에서 보고 들은 그대로 봅니다.`);
    expect(await slider.inputValue()).toBe(instant);
    expect(await picker.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(new URL(seat.page.url()).search).toBe("?seat=ai-2");
    const mine = past.seats.find((one) => one.seat_id === you.seat_id);
    const candidates = seat.page.getByRole("list", { name: "지원자" });
    await candidates.getByText(mine?.name ?? "missing").waitFor();
    expect(await candidates.getByText("나", { exact: true }).count()).toBe(0);
    await seat.isAccessible("the replay from another's seat");
    await picker.selectOption("observers");
    await seat.sees("참관석에서 보고 들은 그대로 봅니다.");
    expect(await slider.inputValue()).toBe(instant);
    await seat.isAccessible("the replay from the observers' place");
    await picker.selectOption("");
    await candidates.getByText("나", { exact: true }).waitFor();
    expect(await slider.inputValue()).toBe(instant);
    await picker.selectOption("observers");
    await candidates.getByText(mine?.name ?? "missing").waitFor();
    await seat.page.reload();
    await seat.sees("참관석에서 보고 들은 그대로 봅니다.");
    await seat.close();
  });

  it("fits a phone", async () => {
    const seat = await Seat.of(browser, me);
    await seat.page.setViewportSize(PHONE);
    for (const search of ["", "?seat=ai-1"]) {
      await seat.page.goto(`${server.url}/rooms/${room}/replay${search}`);
      await seat.page.getByRole("slider").waitFor();
      const width = await seat.page.evaluate(() => document.documentElement.scrollWidth);
      expect(width).toBeLessThanOrEqual(PHONE.width);
    }
    await seat.close();
  });
});
