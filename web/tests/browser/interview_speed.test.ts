/** An interview at its fullest stays quick: twelve candidates, and signs and events coming in while one types. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { answersIn } from "./answers";
import { launchChromium } from "./chromium";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer, type TestServer } from "./server";
import { trace, traced } from "./tracing";

/** Half of the 100 ms within which a key must show on the screen: the other half may go by before it is heard. */
const LONGEST_TASK_MS = 50;
const INTERACTION_MS = 100;
const SIGNS_A_SECOND = 9;

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

it("types without a delay among twelve candidates", async () => {
  const person = await Person.enter(server.url, "김지원");
  const roomId = await person.open({
    settings: { plan: [{ stage: "common", kind: "common" }], order: "simultaneous", visibility: "live" },
    // Some sit twice, so that the table is full.
    rivals: ["naver", "kakao", "toss", "coupang", "baemin", "danggeun", "naver", "kakao", "toss", "coupang"],
    panel: ["technical", "hr", "executive"],
  });
  const other = await Person.enter(server.url, "박서준");
  const { invitation } = await person.ask<{ invitation: string }>(
    "POST",
    `/api/rooms/${roomId}/invitations`,
    {},
  );
  const line = new WebSocket(`${server.url.replace("http", "ws")}/ws`);
  const busy = await new Promise<NodeJS.Timeout>((resolve) => {
    line.onopen = () => {
      line.send(
        JSON.stringify({
          type: "hello",
          proto: 1,
          token: other.signed.token,
          room: roomId,
          last_seq: null,
          invitation,
        }),
      );
      line.send(JSON.stringify({ type: "command", id: "1", name: "join_room", data: { name: "박서준" } }));
      line.send(JSON.stringify({ type: "command", id: "2", name: "set_ready", data: { ready: true } }));
      let count = 0;
      const signs = setInterval(() => {
        count += 1;
        line.send(JSON.stringify({ type: "signal", kind: count % 2 ? "typing" : "idle" }));
      }, 1_000 / SIGNS_A_SECOND);
      resolve(signs);
    };
  });
  const seat = await Seat.of(browser, person);
  await seat.enter(server.url, roomId);
  await seat.sees("박서준");
  await seat.button("준비되었습니다").click();
  await seat.button("면접 시작").click();
  await seat.answer.waitFor();
  await trace(browser, seat.page);
  await seat.answer.focus();
  expect(Object.keys((await person.room(roomId)).room.seats)).toHaveLength(15);
  await seat.page.keyboard.type(answersIn("ko")(1).slice(0, 80), { delay: 40 });
  await seat.page.keyboard.press("Control+Enter");
  await seat.sees("제출했습니다. 모두가 마치면 답변이 함께 공개됩니다.");
  await seat.button("순위 접기").click();
  await seat.button("순위 펼치기").click();
  clearInterval(busy);
  line.close();
  const { tasks, interactions } = await traced(browser);
  const said = `tasks ${tasks.slice(0, 8).join(", ")}; interactions ${interactions.slice(0, 8).join(", ")}`;
  process.stdout.write(`${said}\n`);
  expect(tasks.length, said).toBeGreaterThan(100);
  expect(tasks[0], said).toBeGreaterThan(0);
  expect(tasks[0], said).toBeLessThanOrEqual(LONGEST_TASK_MS);
  expect(interactions.length, said).toBeGreaterThan(80);
  expect(interactions[0], said).toBeLessThanOrEqual(INTERACTION_MS);
  await seat.close();
});
