/** A waiting room in which ten things a second are said answers the hand within 100 ms; as `busy_interview` measures it. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium } from "./chromium";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer, type TestServer } from "./server";
import { trace, traced } from "./tracing";
import { nearlyWorst, watch, watched } from "./watching";

const INTERACTION_MS = 100;
const LONGEST_TASK_MS = 50;
const EVENTS_A_SECOND = 10;
const WATCHED_MS = 10_000;
/** A seat may say five things in ten seconds, and an address may sign in twenty people at once. */
const OBSERVERS = 19;
const SAYS_EVERY_MS = 2_000;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

/** An observer who says something every so often: a seat may not say much, so that it takes several. */
async function chatter(
  person: Person,
  room: string,
  invitation: string,
  everyMs: number,
): Promise<() => void> {
  const line = new WebSocket(`${server.url.replace("http", "ws")}/ws`);
  const say = (frame: object) => line.send(JSON.stringify(frame));
  const command = (id: string, name: string, data: object) => say({ type: "command", id, name, data });
  await new Promise((resolve) => {
    line.onopen = resolve;
  });
  say({ type: "hello", proto: 1, room, last_seq: null, token: person.signed.token, invitation, lang: "ko" });
  command("join", "join_room", { name: person.signed.name, observer: true });
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
    command(`chat-${count}`, "send_chat", { text: `${count}번째 말입니다.` });
  }, everyMs);
  return () => {
    clearInterval(timer);
    line.close();
  };
}

it("answers the hand within 100 ms while ten events a second arrive in a room of twelve", async () => {
  const me = await Person.enter(server.url, "김지원");
  const room = await me.open({
    settings: { plan: [{ stage: "common", kind: "common" }] },
    rivals: [
      "naver",
      "kakao",
      "toss",
      "coupang",
      "baemin",
      "danggeun",
      "naver",
      "kakao",
      "toss",
      "coupang",
      "baemin",
    ],
    panel: ["technical", "hr", "executive"],
  });
  const invited = { role: "observer" };
  const silence: (() => void)[] = [];
  for (let place = 1; place <= OBSERVERS; place += 1) {
    const { invitation } = await me.ask<{ invitation: string }>(
      "POST",
      `/api/rooms/${room}/invitations`,
      invited,
    );
    const other = await Person.enter(server.url, `참관인 ${place}`);
    silence.push(await chatter(other, room, invitation, SAYS_EVERY_MS));
  }
  const seat = await Seat.of(browser, me);
  await seat.enter(server.url, room);
  const box = seat.page.getByRole("textbox", { name: "메시지" });
  await box.waitFor();
  await trace(browser, seat.page);
  await watch(seat.page);
  const before = (await me.room(room)).room.seq;
  await box.focus();
  const end = Date.now() + WATCHED_MS;
  while (Date.now() < end) await seat.page.keyboard.type("안녕하세요. ", { delay: 50 });
  const events = (await me.room(room)).room.seq - before;
  const { tasks, interactions } = await traced(browser);
  for (const stop of silence) stop();
  const waited = nearlyWorst((await watched(seat.page)).interactions.map((one) => one.duration));
  const [longest, slowest] = [tasks[0] ?? 0, interactions[0] ?? 0];
  const said =
    `${events} events in ${WATCHED_MS / 1_000} s: in processor time the longest task ${longest.toFixed(0)} ms, ` +
    `the longest interaction ${slowest.toFixed(0)} ms; by the wall's clock INP ${waited} ms`;
  process.stdout.write(`${said}\n`);
  expect(events, said).toBeGreaterThanOrEqual((EVENTS_A_SECOND - 3) * (WATCHED_MS / 1_000));
  expect(slowest, said).toBeGreaterThan(0);
  expect(slowest, said).toBeLessThanOrEqual(INTERACTION_MS);
  expect(longest, said).toBeLessThanOrEqual(LONGEST_TASK_MS);
  await seat.close();
});
