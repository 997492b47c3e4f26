/** AI candidates and questions: to look at, and to keep one's own. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { PersonaList } from "@/shared/wire/http.gen";
import { launchChromium, PHONE } from "./chromium";
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

async function at(path: string): Promise<[Person, Seat]> {
  const person = await Person.enter(server.url, "김지원");
  const seat = await Seat.of(browser, person);
  await seat.page.goto(server.url + path);
  return [person, seat];
}

it("shows a candidate's strengths and how it speaks, and not its weaknesses", async () => {
  const [, seat] = await at("/personas");
  await seat.button("한서율 님 자세히 보기").click();
  const dialog = seat.page.getByRole("dialog", { name: "한서율" });
  await dialog.getByText("원리까지 파고드는 기술 깊이").waitFor();
  expect(await dialog.textContent()).not.toContain("설명이 길어지고");
  await dialog.getByLabel("질문", { exact: true }).fill("가장 어려웠던 장애는 무엇이었나요?");
  await dialog.getByRole("button", { name: "답변 듣기" }).click();
  expect((await dialog.getByRole("blockquote").textContent())?.length).toBeGreaterThan(50);
  await seat.isAccessible("a candidate with an answer");
  await seat.page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await expect
    .poll(() => seat.page.evaluate(() => document.activeElement?.getAttribute("aria-label")), PATIENCE)
    .toBe("한서율 님 자세히 보기");
  await seat.close();
});

it("keeps a candidate of one's own: made with the form, rewritten as TOML, deleted", async () => {
  const [person, seat] = await at("/personas");
  const { page } = seat;
  await seat.button("AI 지원자 만들기").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "경험 추가" }).click();
  await dialog.getByRole("button", { name: "저장" }).click();
  await dialog.getByText("표시된 항목을 확인해 주세요.").waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-invalid"))).toBe("true");
  await seat.isAccessible("the form with faults");
  await dialog.getByLabel("이름", { exact: true }).fill("이보라");
  await dialog.getByLabel("한 줄 소개").fill("길찾기를 만들어 온 백엔드 개발자");
  await dialog.getByLabel("상황", { exact: true }).fill("길찾기 응답이 4초를 넘었습니다.");
  await dialog.getByLabel("한 일", { exact: true }).fill("자주 찾는 구간을 미리 계산했습니다.");
  await dialog.getByLabel("결과", { exact: true }).fill("응답이 0.7초로 줄었습니다.");
  await dialog.getByText("문제 해결", { exact: true }).first().click();
  await dialog.getByText("압박질문", { exact: true }).click();
  await dialog.getByText("백엔드 개발", { exact: true }).click();
  await dialog.getByText("입버릇", { exact: true }).click();
  await dialog.getByLabel("답변을 여는 말").fill("네, 이어서 답변드리겠습니다.");
  await dialog.getByLabel("모든 역량 최저").fill("50");
  await dialog.getByLabel("모든 역량 최고").fill("70");
  await dialog.getByRole("button", { name: "저장" }).click();
  await seat.sees("이보라 님을 저장했습니다.");
  const own = async () =>
    (await person.ask<PersonaList>("GET", "/api/personas")).personas.filter((persona) => persona.own);
  const kept = (await own())[0]?.toml;
  for (const said of ["[50, 70]", "네, 이어서 답변드리겠습니다.", '["pressure"]', '["backend"]']) {
    expect(kept).toContain(said);
  }

  await seat.button("이보라 님 자세히 보기").click();
  await seat.button("고치기").click();
  expect(await dialog.getByLabel("상황", { exact: true }).inputValue()).toBe(
    "길찾기 응답이 4초를 넘었습니다.",
  );
  await dialog.getByRole("radio", { name: "TOML 글" }).click();
  const toml = dialog.getByRole("textbox", { name: "TOML" });
  const written = await toml.inputValue();
  await toml.fill(`${written}nonsense = [`);
  await dialog.getByRole("radio", { name: "양식" }).click();
  await dialog.getByText("이 글은 양식으로 옮길 수 없습니다.").waitFor();
  await dialog.getByRole("button", { name: "저장" }).click();
  await dialog.getByText("TOML 문법이 맞지 않습니다.").waitFor();
  await seat.isAccessible("the text with a fault");
  await toml.fill(written.replace("이보라", "이보리"));
  await dialog.getByRole("button", { name: "저장" }).click();
  await seat.sees("이보리 님을 저장했습니다.");

  await seat.button("이보리 님 자세히 보기").click();
  await seat.button("삭제").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "삭제" }).click();
  await seat.sees("아직 직접 만든 지원자가 없습니다");
  expect(await own()).toEqual([]);
  // The browser complains of what the server refused, as it should here.
  await seat.context.close();
});

it("finds questions, leafs through them, and keeps one's own", async () => {
  const [, seat] = await at("/questions");
  const { page } = seat;
  const found = async () =>
    Number(/\d+/.exec((await page.getByRole("heading", { name: /^질문 \d+개$/ }).textContent()) ?? "")?.[0]);
  const all = await found();
  expect(all).toBeGreaterThan(100);
  await seat.isAccessible("the question bank");
  const firstOf = () => page.getByRole("listitem").first().textContent();
  const first = await firstOf();
  await seat.button("다음").click();
  await seat.sees(/^2 \/ \d+쪽$/);
  await expect.poll(firstOf, PATIENCE).not.toBe(first);
  await page.getByLabel("종류").selectOption("pressure");
  await expect.poll(found, PATIENCE).toBeLessThan(all);
  await page.getByText("압박질문").nth(1).waitFor();
  await page.getByLabel("검색어").fill("없는말없는말");
  await seat.sees("조건에 맞는 질문이 없습니다");
  await seat.isAccessible("no question");
  await page.getByRole("button", { name: "조건 지우기" }).first().click();
  await expect.poll(found, PATIENCE).toBe(all);

  await seat.button("질문 추가").click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "추가" }).click();
  await dialog.getByText("질문을 입력해 주세요.").waitFor();
  await seat.isAccessible("a question without a text");
  await dialog.getByLabel("질문", { exact: true }).fill("왜 우리 팀이어야 하나요?");
  await dialog.getByLabel("좋은 답변에 들어갈 내용").fill("팀의 일\n나의 경험");
  await dialog.getByRole("button", { name: "추가" }).click();
  await seat.sees("팀의 일, 나의 경험");
  expect(await found()).toBe(all + 1);
  await page.setViewportSize(PHONE);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);
  await seat.button("‘왜 우리 팀이어야 하나요?’ 삭제").click();
  await page.getByRole("alertdialog").getByRole("button", { name: "삭제" }).click();
  await expect.poll(found, PATIENCE).toBe(all);
  await seat.close();
});

it("keeps what is looked for in the address: to send to somebody, and to go back", async () => {
  const [, seat] = await at("/questions?kind=technical&page=2&gossip=1");
  const { page } = seat;
  await seat.sees(/^2 \/ \d+쪽$/);
  expect(await page.getByLabel("종류").inputValue()).toBe("technical");
  const query = () => new URL(page.url()).searchParams.toString();
  await page.getByLabel("종류").selectOption("common");
  await expect.poll(query, PATIENCE).toBe("kind=common");
  await page.getByLabel("검색어").fill("협업");
  await expect.poll(() => new URL(page.url()).searchParams.get("search"), PATIENCE).toBe("협업");
  await page.goBack();
  await expect.poll(query, PATIENCE).toBe("kind=common");
  expect(await page.getByLabel("검색어").inputValue()).toBe("");
  await page.goBack();
  await expect.poll(() => page.getByLabel("종류").inputValue(), PATIENCE).toBe("technical");
  await seat.sees(/^2 \/ \d+쪽$/);
  await page.goto(`${server.url}/questions?kind=technical&page=99`);
  await expect.poll(query, PATIENCE).toMatch(/^kind=technical&page=\d$/);
  await seat.close();
});

it("keeps whom one looks at in the address: going back closes it", async () => {
  const [, seat] = await at("/personas");
  const { page } = seat;
  await seat.button("한서율 님 자세히 보기").click();
  const dialog = page.getByRole("dialog", { name: "한서율" });
  await dialog.waitFor();
  const address = page.url();
  await page.goBack();
  await dialog.waitFor({ state: "detached" });
  await page.goto(address);
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  expect(page.url()).toBe(`${server.url}/personas`);
  await seat.close();
});

it("does not search for half a syllable while Korean is being composed", async () => {
  const [, seat] = await at("/questions");
  const { page } = seat;
  await seat.sees(/^질문 \d+개$/);
  const asked: string[] = [];
  page.on("request", (request) => {
    const search = new URL(request.url()).searchParams.get("search");
    if (search) asked.push(search);
  });
  await page.getByLabel("검색어").focus();
  const ime = await page.context().newCDPSession(page);
  for (const text of ["ㅎ", "혀", "협"]) {
    await ime.send("Input.imeSetComposition", {
      text,
      selectionStart: text.length,
      selectionEnd: text.length,
    });
  }
  // Longer than the pause after which typed words are searched for.
  await page.waitForFunction(
    (since) => performance.now() - since > 800,
    await page.evaluate(() => performance.now()),
  );
  expect(asked).toEqual([]);
  await ime.send("Input.insertText", { text: "협" });
  await expect.poll(() => asked, PATIENCE).toEqual(["협"]);
  await seat.close();
});
