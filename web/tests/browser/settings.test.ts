/** Settings in a real window: what changes at once, what one takes along, and what is deleted for good. */
import { readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { launchChromium, PHONE } from "./chromium";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer, type TestServer } from "./server";

let server: TestServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startServer(), launchChromium()]);
});

afterAll(async () => {
  await browser?.close();
  await server?.stop();
});

async function atSettings(): Promise<[Person, Seat]> {
  const person = await Person.enter(server.url, "김지원");
  const seat = await Seat.of(browser, person);
  await seat.page.goto(`${server.url}/settings`);
  await seat.page.getByRole("heading", { level: 1 }).waitFor();
  return [person, seat];
}

it("changes language, theme and text size at once, and keeps them", async () => {
  const [, seat] = await atSettings();
  const { page } = seat;
  const colour = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const before = await colour();
  await page.getByRole("radio", { name: "고대비" }).click();
  expect(await colour()).not.toBe(before);
  await seat.isAccessible("high contrast");
  await page.getByRole("radio", { name: "아주 크게" }).click();
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await page.getByRole("radio", { name: "English" }).click();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { level: 1, name: "Settings" }).waitFor();
  expect(await page.getAttribute("html", "data-theme")).toBe("contrast");
  await page.getByRole("radio", { name: "Dark", exact: true }).click();
  await seat.isAccessible("English, dark, larger");
  await seat.close();
});

it("gives one's data as a file, and the server's version", async () => {
  const [person, seat] = await atSettings();
  const room = await person.open({ rivals: ["naver"], panel: ["hr"] });
  const [download] = await Promise.all([
    seat.page.waitForEvent("download"),
    seat.button("데이터 파일 받기").click(),
  ]);
  const held = JSON.parse(await readFile(await download.path(), "utf8")) as { rooms: { room_id: string }[] };
  expect(held.rooms.map((one) => one.room_id)).toEqual([room]);
  await seat.button("버전 확인하기").click();
  await seat.sees(/^\d+\.\d+/);
  await seat.close();
});

it("deletes the account only with the word typed, and for good", async () => {
  const [person, seat] = await atSettings();
  const room = await person.open({ rivals: ["naver"], panel: ["hr"] });
  await seat.button("계정 삭제하기").click();
  await seat.isAccessible("deletion is asked about");
  await seat.button("영구 삭제").click();
  await seat.sees("‘삭제’라고 정확히 입력해 주세요.");
  await person.room(room);
  await seat.page.getByRole("textbox").fill("삭제");
  await seat.page.keyboard.press("Enter");
  await seat.sees(/계정을 삭제했습니다/);
  await seat.sees(/이 기기에는 아직 계정이 없습니다/);
  await expect(person.room(room)).rejects.toThrow("account_closed");
  expect(await seat.page.evaluate(() => localStorage.getItem("interview.account"))).not.toContain("token");
  await seat.close();
});
