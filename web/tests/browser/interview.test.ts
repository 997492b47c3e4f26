/** Whole interviews in real windows against the real server: what a person goes through, and what may go wrong. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { answersIn } from "./answers";
import { launchChromium, PHONE } from "./chromium";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer, type TestServer } from "./server";

const answer = answersIn("ko");
const SPEECH = "다음으로 넘어가기";
const INTRO = { stage: "self_intro", kind: "self_introduction" } as const;
const COMMON = { stage: "common", kind: "common" } as const;
const CLOSING = { stage: "closing", kind: "closing" } as const;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** Somebody with a room of their own. */
async function opened(name: string, more: Parameters<Person["open"]>[0]): Promise<[Person, string]> {
  const person = await Person.enter(server.url, name);
  return [person, await person.open({ panel: ["technical"], ...more })];
}

/** Skips every speech until one's own turn is open. */
async function untilOwnTurn(seat: Seat): Promise<void> {
  await expect
    .poll(
      async () => {
        if (await seat.answer.isVisible()) return true;
        const skip = seat.button(SPEECH);
        if (await skip.isVisible()) await skip.click({ timeout: 1_000 }).catch(() => undefined);
        return false;
      },
      { timeout: 60_000, interval: 100 },
    )
    .toBe(true);
}

describe("an interview alone with three rivals", () => {
  it("goes from the waiting room to the end by keyboard alone", async () => {
    const [person, roomId] = await opened("김지원", {
      settings: { plan: [INTRO, { ...COMMON, follow_ups: true }], company: "toss" },
      rivals: ["naver", "kakao", "toss"],
      panel: ["technical", "hr"],
    });
    const seat = await Seat.of(browser, person);
    const { page } = seat;
    await seat.enter(server.url, roomId);
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
    let written = 0;
    const end = Date.now() + 150_000;
    for (;;) {
      const { stage } = (await person.room(roomId)).room;
      if (stage === "finished") break;
      expect(Date.now(), `the interview stands at ${stage}`).toBeLessThan(end);
      if (await seat.answer.isVisible()) {
        // One's own turn takes the focus, since nothing else has it.
        await expect.poll(() => seat.answer.evaluate((field) => field === document.activeElement)).toBe(true);
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
    expect([...looked]).toEqual(expect.arrayContaining(["own turn", "after the answer", "a rival speaks"]));
    await seat.close();
  });

  it("fits a phone, in the dark and in English", async () => {
    const [person, roomId] = await opened("Jiwon", {
      settings: { plan: [INTRO], language: "en" },
      rivals: ["naver", "kakao", "toss"],
    });
    const seat = await Seat.of(browser, person);
    await seat.context.addInitScript(() => {
      const state = { language: "en", theme: "dark", textSize: "normal", motion: "reduced" };
      localStorage.setItem("interview.preferences", JSON.stringify({ state, version: 0 }));
    });
    await seat.page.setViewportSize(PHONE);
    await seat.enter(server.url, roomId);
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
    await seat.close();
  });
});

describe("leaving", () => {
  it("is asked about first, and leads home", async () => {
    const [person, roomId] = await opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
    const seat = await Seat.of(browser, person);
    const { page } = seat;
    await seat.enter(server.url, roomId);
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
    await page.waitForURL(`${server.url}/`);
    await seat.close();
  });
});

describe("two people and an observer", () => {
  it("meet by invitation, answer in turn, skip ahead together, and one is removed", async () => {
    const [person, roomId] = await opened("김지원", {
      settings: { plan: [INTRO, COMMON], order: "seat" },
      rivals: ["naver"],
    });
    const host = await Seat.of(browser, person);
    await host.enter(server.url, roomId);
    const link = async (role: string, before: string): Promise<string> => {
      await host.page.getByRole("radio", { name: role }).click();
      const field = host.page.getByRole("textbox", { name: "초대 링크" });
      if (await host.button("초대 링크 만들기").isVisible()) await host.button("초대 링크 만들기").click();
      await expect
        .poll(async () => ((await field.isVisible()) ? field.inputValue() : before))
        .not.toBe(before);
      return field.inputValue();
    };
    const asCandidate = await link("지원자", "");
    await host.page.getByRole("img", { name: "초대 링크의 QR 코드" }).waitFor();
    const asObserver = await link("참관인", asCandidate);

    const guest = await Seat.open(browser, null);
    await guest.page.goto(asCandidate);
    await guest.page.getByRole("textbox", { name: "이름" }).fill("박서준");
    await guest.page.getByRole("textbox", { name: "이름" }).press("Enter");
    await guest.button("지원자로 앉기").waitFor();
    await guest.isAccessible("in the room without a seat");
    await guest.button("지원자로 앉기").click();
    const watcher = await Seat.open(browser, null);
    await watcher.page.goto(asObserver);
    await watcher.page.getByRole("textbox", { name: "이름" }).fill("이관찰");
    await watcher.page.getByRole("textbox", { name: "이름" }).press("Enter");
    await watcher.button("참관하기").click();
    await host.sees("박서준");
    await host.sees("이관찰");
    await host.isAccessible("waiting room with guests");

    await host.button("준비되었습니다").click();
    await host.sees(/아직 준비하지 않은 지원자: 박서준/);
    expect(await host.button("면접 시작").isDisabled()).toBe(true);
    await guest.page.getByRole("textbox", { name: "메시지" }).fill("잘 부탁드립니다.");
    await guest.page.keyboard.press("Enter");
    await host.sees("잘 부탁드립니다.");
    await guest.button("준비되었습니다").click();
    await host.button("면접 시작").click();

    // The AI candidate sits first: both people must agree to skip ahead.
    await host.button(SPEECH).click();
    await host.sees("박서준 님의 동의를 기다립니다.");
    await guest.sees("누군가 답변하는 동안에는 채팅을 닫아 둡니다.");
    expect(await watcher.button(SPEECH).isVisible()).toBe(false);
    await watcher.isAccessible("watching");
    await guest.button(SPEECH).click();

    await guest.sees("다음이 내 차례입니다");
    await host.write(answer(0));
    await guest.sees("김지원 님이 답변을 쓰고 있습니다.");
    await host.button("답변 제출").click();
    await guest.sees(answer(0));
    await watcher.sees(answer(0));
    expect(await watcher.answer.isVisible()).toBe(false);

    await guest.answer.waitFor();
    await host.button("진행 메뉴").click();
    await host.isAccessible("host menu");
    await host
      .button("일시 정지")
      .or(host.page.getByRole("button", { name: /^일시 정지/ }))
      .first()
      .click();
    await guest.sees("면접이 일시 정지되었습니다");
    await guest.isAccessible("paused in one's own turn");
    await host.button("이어서 진행").click();
    await guest.page.getByText("면접이 일시 정지되었습니다").waitFor({ state: "detached" });

    await host.button("진행 메뉴").click();
    await host.page
      .getByRole("listitem")
      .filter({ hasText: "박서준" })
      .getByRole("button", { name: "내보내기" })
      .click();
    await host.page.getByRole("alertdialog").getByRole("button", { name: "내보내기" }).click();
    await guest.sees("방장이 면접방에서 내보냈습니다");
    await guest.isAccessible("removed");
    await Promise.all([host.close(), guest.close(), watcher.close()]);
  });

  it("write at once, and see each other's answers only when all have written", async () => {
    const [person, roomId] = await opened("김지원", {
      settings: { plan: [COMMON], order: "simultaneous", visibility: "end" },
      rivals: ["naver"],
    });
    const other = await Person.enter(server.url, "박서준");
    const { invitation } = await person.ask<{ invitation: string }>(
      "POST",
      `/api/rooms/${roomId}/invitations`,
      {},
    );
    await other.ask("POST", `/api/rooms/${roomId}/enter`, { invitation });
    await other.command(roomId, "join_room", { name: "박서준" });
    await other.command(roomId, "set_ready", { ready: true });
    const seat = await Seat.of(browser, person);
    await seat.enter(server.url, roomId);
    await seat.button("준비되었습니다").click();
    await seat.button("면접 시작").click();
    await seat.sees("모두 동시에 답변을 씁니다.");
    await seat.sees("순위 펼치기");
    await seat.write(answer(1));
    await seat.isAccessible("all write at once");
    await seat.button("답변 제출").click();
    await seat.sees("제출했습니다. 모두가 마치면 답변이 함께 공개됩니다.");
    expect(await seat.page.getByText(answer(2)).isVisible()).toBe(false);
    const playing = other.play(roomId, () => answer(2));
    // When both have written, the rest is an AI candidate's speech, which both may cut short.
    await seat.button(SPEECH).click();
    await playing;
    await seat.close();
  });
});

describe("two windows of one person", () => {
  it("are told apart: the newer goes on, and the older can take it back", async () => {
    const [person, roomId] = await opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
    const seat = await Seat.of(browser, person);
    await seat.enter(server.url, roomId);
    await seat.button("면접 시작").waitFor();
    const newer = await seat.context.newPage();
    await newer.goto(`${server.url}/rooms/${roomId}`);
    await newer.getByRole("button", { name: "면접 시작" }).waitFor();
    await seat.sees("다른 창에서 이어서 하고 있습니다");
    await seat.isAccessible("superseded");
    await seat.button("다시 들어가기").click();
    await seat.button("면접 시작").waitFor();
    await newer.getByText("다른 창에서 이어서 하고 있습니다").waitFor();
    await seat.close();
  });
});

describe("what was written", () => {
  it("is there after a reload, saved at the server or not", async () => {
    const [person, roomId] = await opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
    const seat = await Seat.of(browser, person);
    await seat.enter(server.url, roomId);
    await seat.button("면접 시작").click();
    await untilOwnTurn(seat);
    await seat.write("저는 결제 서버를 맡았습니다.");
    await seat.page.keyboard.insertText(" 이 문장은 아직 서버에 없습니다.");
    await seat.page.reload();
    await expect
      .poll(() => seat.answer.inputValue())
      .toBe("저는 결제 서버를 맡았습니다. 이 문장은 아직 서버에 없습니다.");
    await seat.sees("쓰던 답변을 되살렸습니다.");
    await seat.page.locator('[data-draft="saved"]').waitFor();
    const draft = (await person.room(roomId)).room.current?.turns.find(
      (turn) => turn.state === "open",
    )?.draft;
    expect(draft).toBe("저는 결제 서버를 맡았습니다. 이 문장은 아직 서버에 없습니다.");
    await seat.close();
  });

  it("survives the server's crash, is submitted when it is back, and costs no time", async () => {
    const crashing = await startServer();
    onTestFinished(() => crashing.stop());
    const person = await Person.enter(crashing.url, "김지원");
    const roomId = await person.open({
      settings: { plan: [INTRO] },
      rivals: ["naver"],
      panel: ["technical"],
    });
    const seat = await Seat.of(browser, person);
    await seat.enter(crashing.url, roomId);
    await seat.button("면접 시작").click();
    await untilOwnTurn(seat);
    await seat.write("저는 결제 서버를 맡았습니다.");
    const mine = (room: Awaited<ReturnType<Person["room"]>>) =>
      room.room.current?.turns.find((turn) => turn.state === "open");
    const before = mine(await person.room(roomId));
    await crashing.kill();
    await seat.sees("답변은 이 기기에 저장되어 있습니다.");
    await seat.answer.focus();
    await seat.page.keyboard.press("Control+End");
    await seat.page.keyboard.insertText(" 끊긴 동안에도 썼습니다.");
    await seat.sees("이 기기에 저장됨");
    await seat.isAccessible("disconnected");
    await crashing.restart();
    await seat.page.locator('[data-draft="saved"]').waitFor({ timeout: 40_000 });
    const after = mine(await person.room(roomId));
    expect(after?.draft).toBe("저는 결제 서버를 맡았습니다. 끊긴 동안에도 썼습니다.");
    expect(after?.deadline).toBeGreaterThan(before?.deadline ?? Number.POSITIVE_INFINITY);
    await seat.button("답변 제출").click();
    await seat.answer.waitFor({ state: "detached" });
    const rounds = (await person.room(roomId)).room;
    const texts = [...rounds.rounds, ...(rounds.current ? [rounds.current] : [])].flatMap((round) =>
      round.turns.map((turn) => turn.text),
    );
    expect(texts).toContain("저는 결제 서버를 맡았습니다. 끊긴 동안에도 썼습니다.");
    await seat.close();
  });

  it("is submitted to the last word when time runs out", async () => {
    const [person, roomId] = await opened("김지원", {
      // By seat: the AI candidate speaks first, so that the interview ends with this turn.
      settings: { plan: [CLOSING], reading_ms: 0, order: "seat" },
      rivals: ["naver"],
    });
    const seat = await Seat.of(browser, person);
    await seat.enter(server.url, roomId);
    await seat.button("면접 시작").click();
    await untilOwnTurn(seat);
    await seat.write("시간이 끝날 때까지 썼습니다.");
    // Written on and on, so that no pause lets everything be saved before the last call.
    let words = 0;
    await expect
      .poll(
        async () => {
          if (!(await seat.answer.isVisible())) return "closed";
          await seat.answer.pressSequentially("말", { timeout: 1_000 }).then(
            () => {
              words += 1;
            },
            () => undefined,
          );
          return "open";
        },
        { timeout: 90_000, interval: 250 },
      )
      .toBe("closed");
    await expect
      .poll(async () => (await person.room(roomId)).room.rounds.length, { timeout: 60_000 })
      .toBe(1);
    const { you, room } = await person.room(roomId);
    const turn = room.rounds[0]?.turns.find((one) => one.seat_id === you.seat_id);
    expect(turn).toMatchObject({ outcome: "answered", by_clock: true });
    // What came in the last second before the deadline may be missing, and no more.
    expect(turn?.text.match(/말/g)?.length ?? 0).toBeGreaterThanOrEqual(words - 5);
    await seat.close();
  });
});
