/** Setting an interview up: one press is enough, and every choice reaches the room. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Seat as SeatOnWire } from "@/shared/wire/http.gen";
import { launchChromium, PHONE } from "./chromium";
import { aDocx, aPdf, LINES } from "./papers";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer, type TestServer } from "./server";

const PATIENCE = { timeout: 10_000 };

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function atSetup(): Promise<[Person, Seat]> {
  const person = await Person.enter(server.url, "김지원");
  const seat = await Seat.of(browser, person);
  await seat.page.goto(`${server.url}/new`);
  await seat.button("면접 만들기").waitFor();
  return [person, seat];
}

/** Opens the room, and returns it as the server has it. */
async function opened(person: Person, seat: Seat) {
  await seat.button("면접 만들기").click();
  await seat.sees("면접 대기실");
  return person.room(new URL(seat.page.url()).pathname.split("/")[2] ?? "");
}

const of = (seats: readonly SeatOnWire[], kind: SeatOnWire["kind"]) =>
  seats.filter((seat) => seat.kind === kind).map((seat) => seat.persona_id);

it("takes one press", async () => {
  const [person, seat] = await atSetup();
  await seat.isAccessible("setup");
  const { room } = await opened(person, seat);
  expect(of(room.seats, "ai")).toEqual(["naver", "kakao", "toss"]);
  expect(of(room.seats, "interviewer")).toEqual(["hr", "technical", "executive"]);
  expect(room.settings).toMatchObject({ preset: "short", role: "backend", language: "ko", company: null });
  await seat.close();
});

it("brings every choice into the room, on a phone", async () => {
  const [person, seat] = await atSetup();
  const { page } = seat;
  await page.setViewportSize(PHONE);
  const minutes = async () =>
    Number(/약 (\d+)분/.exec((await page.getByRole("complementary").textContent()) ?? "")?.[1]);
  const before = await minutes();
  await page.getByRole("radio", { name: "카카오" }).check({ force: true });
  await page.getByLabel("직무", { exact: true }).selectOption("data");
  await page.getByRole("radio", { name: /전체 면접/ }).check({ force: true });
  expect(await minutes()).toBeGreaterThan(before * 1.5);
  await page.getByRole("checkbox", { name: /강태오/ }).check();
  await page.getByRole("checkbox", { name: /한서율/ }).uncheck();
  await page.getByRole("radio", { name: "5", exact: true }).click();
  await page.getByRole("switch", { name: /난이도 조절/ }).click();
  await page.getByRole("radio", { name: /동시에 작성/ }).check({ force: true });
  await page.getByRole("radio", { name: "끝난 뒤" }).click();
  await page.getByRole("radio", { name: "1.5배" }).click();
  await page.getByLabel("제목").fill("목요일 모의 면접");
  await page.getByRole("switch", { name: /공개 면접방/ }).click();
  await page.getByText("고급 설정").click();
  await page.getByLabel("면접관마다 꼬리질문").selectOption("3");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await seat.isAccessible("setup with everything changed");
  const seen = await opened(person, seat);
  expect(seen).toMatchObject({ title: "목요일 모의 면접", public: true });
  expect(of(seen.room.seats, "ai")).toEqual(["kakao", "toss", "coupang"]);
  expect(seen.room.settings).toMatchObject({
    company: "kakao",
    role: "data",
    preset: "full",
    difficulty: 5,
    adaptation: "adaptive",
    order: "simultaneous",
    visibility: "end",
    follow_up_budget: 3,
  });
  expect(seen.room.seats.find((one) => one.seat_id === seen.you.seat_id)?.time_percent).toBe(150);
  await seat.close();
});

it("says what is missing, leads there, and opens nothing", async () => {
  const [person, seat] = await atSetup();
  await seat.button("모두 빼기").click();
  await seat.button("면접 만들기").click();
  await seat.sees("AI 지원자를 한 명 이상 골라 주세요.");
  expect(await seat.page.evaluate(() => document.activeElement?.id)).toBe("rivals");
  await seat.isAccessible("setup without rivals");
  expect((await person.ask<{ rooms: unknown[] }>("GET", "/api/rooms")).rooms).toEqual([]);
  await seat.close();
});

it("reads a PDF and a Word file, lets their lines be mended, and hands them to the room", async () => {
  const [person, seat] = await atSetup();
  const { page } = seat;
  const files = page.locator("input[type=file]");
  await files.setInputFiles({ name: "사진.png", mimeType: "image/png", buffer: Buffer.from("png") });
  await seat.sees("PDF, DOCX, TXT, MD 파일만 올릴 수 있습니다.");
  await files.setInputFiles({
    name: "이력서.pdf",
    mimeType: "application/pdf",
    buffer: Buffer.from("%PDF-1.4 broken"),
  });
  await seat.sees("문서가 손상되어 읽을 수 없습니다.");
  await files.setInputFiles(await aPdf(browser));
  const [first = "", second = ""] = LINES;
  const line = page.getByRole("textbox", { name: "1번째 줄" }).first();
  await line.waitFor();
  expect(await line.inputValue()).toBe(first);
  await line.fill("중복 결제를 거의 없앴습니다.");
  await seat.button("2번째 줄 빼기").click();
  await page.getByRole("radio", { name: "자기소개서" }).click();
  await files.setInputFiles(aDocx());
  await seat.sees("자기소개서.docx");
  await expect
    .poll(() => page.getByRole("switch", { name: /이 면접에 쓰기/, checked: true }).count(), PATIENCE)
    .toBe(2);
  await seat.isAccessible("setup with documents");
  const { room, you } = await opened(person, seat);
  const facts = room.seats.find((one) => one.seat_id === you.seat_id)?.facts ?? [];
  expect(facts[0]).toBe("중복 결제를 거의 없앴습니다.");
  expect(facts).toContain(first);
  expect(facts.filter((fact) => fact === second)).toHaveLength(1);
  // The browser complains of what the server refused, as it should here.
  await seat.context.close();
});

it("keeps what was chosen while the server is away, and opens one room in the end", async () => {
  const [person, seat] = await atSetup();
  await seat.page.getByLabel("제목").fill("끊겨도 그대로");
  await seat.context.setOffline(true);
  await seat.button("면접 만들기").click();
  await seat.sees("서버에 연결하지 못했습니다");
  await seat.context.setOffline(false);
  const { title } = await opened(person, seat);
  expect(title).toBe("끊겨도 그대로");
  expect((await person.ask<{ rooms: unknown[] }>("GET", "/api/rooms")).rooms).toHaveLength(1);
  await seat.context.close();
});

it("lets a rival be made on the way, and seats it", async () => {
  const [person, seat] = await atSetup();
  const { page } = seat;
  await page.getByRole("button", { name: /AI 지원자 만들기/ }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("이름", { exact: true }).fill("이보라");
  await dialog.getByLabel("한 줄 소개").fill("길찾기를 만들어 온 개발자");
  await dialog.getByRole("button", { name: "저장" }).click();
  await dialog.waitFor({ state: "detached" });
  expect(await page.getByRole("checkbox", { name: /이보라/ }).isChecked()).toBe(true);
  const { room } = await opened(person, seat);
  expect(room.seats.map(({ name }) => name)).toContain("이보라");
  await seat.close();
});
