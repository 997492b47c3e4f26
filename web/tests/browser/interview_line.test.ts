/** One's own turn on a bad line: cut, half open, and through a laptop's sleep. Nothing is lost, nothing happens twice. */
import type { Page } from "playwright-core";
import { describe, expect, it, onTestFinished } from "vitest";
import { ANSWER_MS, BEAT_MS } from "@/shared/socket/connection";
import type { ClientFrame, ServerFrame } from "@/shared/socket/frames";
import { Laptop } from "./asleep";
import { launchChromium } from "./chromium";
import type { Person } from "./person";
import { LineProxy } from "./proxy";
import { Seat } from "./seat";
import { INTRO, Stage } from "./stage";

const SLEEP_MS = 4_000;

const stage = new Stage();

/** What went over all of a page's sockets, from now on. */
class Heard {
  readonly sent: ClientFrame[] = [];
  readonly received: ServerFrame[] = [];

  constructor(page: Page) {
    page.on("websocket", (socket) => {
      socket.on("framesent", ({ payload }) => this.sent.push(JSON.parse(payload.toString()) as ClientFrame));
      socket.on("framereceived", ({ payload }) =>
        this.received.push(JSON.parse(payload.toString()) as ServerFrame),
      );
    });
  }

  welcomes() {
    return this.received.flatMap((frame) => (frame.type === "welcome" ? [frame] : []));
  }

  /** The ids under which the answer was given, and the outcomes that they had. */
  submissions() {
    const ids = new Set(
      this.sent.flatMap((frame) =>
        frame.type === "command" && frame.name === "submit_answer" ? [frame.id] : [],
      ),
    );
    const outcomes = this.received.flatMap((frame) =>
      frame.type === "outcome" && ids.has(frame.id) ? [frame.status] : [],
    );
    return { ids: ids.size, outcomes };
  }
}

async function inOwnTurn(browser = stage.browser) {
  const [person, roomId] = await stage.opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
  const proxy = await LineProxy.to(stage.url);
  onTestFinished(() => proxy.close());
  const seat = await Seat.of(browser, person);
  const heard = new Heard(seat.page);
  await seat.enter(proxy.url, roomId);
  await seat.button("면접 시작").click();
  await seat.ownTurn();
  await seat.write("저는 결제 서버를 맡았습니다.");
  return { person, roomId, proxy, seat, heard };
}

const lost = (seat: Seat) => seat.page.getByRole("region", { name: "연결이 끊겼습니다" });

async function ownTurn(person: Person, roomId: string) {
  const { you, room } = await person.room(roomId);
  const rounds = [...room.rounds, ...(room.current ? [room.current] : [])];
  const turns = rounds.flatMap((round) => round.turns).filter((turn) => turn.seat_id === you.seat_id);
  expect(turns).toHaveLength(1);
  return turns[0];
}

async function writeOn(seat: Seat, text: string): Promise<void> {
  await seat.answer.focus();
  await seat.page.keyboard.press("Control+End");
  await seat.page.keyboard.insertText(text);
}

/** What the countdown shows, in seconds. */
async function shown(seat: Seat): Promise<number> {
  const face = await seat.page.getByRole("timer", { name: "남은 시간" }).textContent();
  const [, minutes, seconds] = /(\d+):(\d\d)$/.exec(face ?? "") ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

describe("the network", () => {
  it("is cut in the middle of an answer: it is written on, submitted, and goes out once when the line is back", async () => {
    const { person, roomId, proxy, seat, heard } = await inOwnTurn();
    proxy.cut();
    await lost(seat).waitFor();
    await writeOn(seat, " 끊긴 동안에도 썼습니다.");
    await seat.sees("이 기기에 저장됨");
    await seat.button("답변 제출").click();
    await seat.sees("연결되는 대로 제출됩니다.");
    expect(await seat.answer.inputValue()).toBe("저는 결제 서버를 맡았습니다. 끊긴 동안에도 썼습니다.");
    expect(await ownTurn(person, roomId)).toMatchObject({
      outcome: null,
      draft: "저는 결제 서버를 맡았습니다.",
    });
    proxy.pass();
    await seat.button("지금 연결").click();
    await seat.answer.waitFor({ state: "detached" });
    await lost(seat).waitFor({ state: "detached" });
    expect(await ownTurn(person, roomId)).toMatchObject({
      outcome: "answered",
      by_clock: false,
      text: "저는 결제 서버를 맡았습니다. 끊긴 동안에도 썼습니다.",
    });
    await expect
      .poll(() => heard.submissions(), { timeout: 10_000 })
      .toEqual({ ids: 1, outcomes: ["committed"] });
    expect(heard.welcomes().map((welcome) => welcome.resumed)).toEqual([false, true]);
    await seat.close();
  });

  it("goes quiet with the line left open: that is noticed, and what was on its way happens once", async () => {
    const { person, roomId, proxy, seat, heard } = await inOwnTurn();
    proxy.freeze();
    await writeOn(seat, " 아무것도 오가지 않습니다.");
    await seat.button("답변 제출").click();
    await lost(seat).waitFor({ timeout: BEAT_MS + ANSWER_MS + 5_000 });
    await seat.sees("연결되는 대로 제출됩니다.");
    expect(await ownTurn(person, roomId)).toMatchObject({ outcome: null });
    // What waited on the old line comes too, beside what is sent again on the new one.
    proxy.pass();
    await seat.answer.waitFor({ state: "detached" });
    await lost(seat).waitFor({ state: "detached" });
    expect(await ownTurn(person, roomId)).toMatchObject({
      outcome: "answered",
      by_clock: false,
      text: "저는 결제 서버를 맡았습니다. 아무것도 오가지 않습니다.",
    });
    // The event may tell of the old line's copy before the new line's own outcome is there.
    await expect.poll(() => heard.submissions().outcomes.length, { timeout: 10_000 }).toBe(1);
    const { ids, outcomes } = heard.submissions();
    expect(ids).toBe(1);
    expect(outcomes[0]).toMatch(/^(committed|duplicate)$/);
    await seat.close();
  });
});

describe("a laptop asleep", () => {
  it("wakes with the countdown right at once, and with everything that happened meanwhile", async () => {
    const browser = await launchChromium();
    onTestFinished(() => browser.close());
    const { person, roomId, proxy, seat, heard } = await inOwnTurn(browser);
    const laptop = await Laptop.of(browser);
    onTestFinished(() => laptop.wake());

    // A nap: the line outlives it, and the host, who is the same person elsewhere, adds time meanwhile.
    const before = await ownTurn(person, roomId);
    const asleepAt = Date.now();
    laptop.sleep();
    await person.command(roomId, "add_time", { turn_id: before?.turn_id, ms: 30_000 });
    await expect.poll(() => Date.now() - asleepAt, { timeout: 2 * SLEEP_MS }).toBeGreaterThan(SLEEP_MS);
    const napped = await ownTurn(person, roomId);
    expect(napped?.deadline).toBe((before?.deadline ?? 0) + 30_000);
    laptop.wake();
    const due = () => Math.ceil(((napped?.deadline ?? 0) - Date.now()) / 1000);
    await expect.poll(async () => Math.abs((await shown(seat)) - due()), { timeout: 3_000 }).toBeLessThan(2);
    expect(heard.welcomes()).toHaveLength(1);

    // A night: the server has given the line up by the morning.
    laptop.sleep();
    proxy.cut();
    await person.command(roomId, "add_time", { turn_id: before?.turn_id, ms: 30_000 });
    await expect.poll(async () => (await ownTurn(person, roomId))?.deadline).not.toBe(napped?.deadline);
    laptop.wake();
    proxy.pass();
    await writeOn(seat, " 자고 일어나서도 썼습니다.");
    await expect.poll(() => heard.welcomes().length, { timeout: 20_000 }).toBe(2);
    expect(heard.welcomes()[1]).toMatchObject({ resumed: true, snapshot: null });
    await seat.page.locator('[data-draft="saved"]').waitFor();
    const { deadline } = (await ownTurn(person, roomId)) ?? {};
    const left = () => Math.ceil(((deadline ?? 0) - Date.now()) / 1000);
    await expect.poll(async () => Math.abs((await shown(seat)) - left()), { timeout: 3_000 }).toBeLessThan(2);
    await seat.button("답변 제출").click();
    await seat.answer.waitFor({ state: "detached" });
    expect(await ownTurn(person, roomId)).toMatchObject({
      outcome: "answered",
      text: "저는 결제 서버를 맡았습니다. 자고 일어나서도 썼습니다.",
    });
    await seat.close();
  });
});
