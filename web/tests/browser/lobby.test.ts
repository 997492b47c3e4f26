/** The way in: a name, an invitation in whatever form it came, and what is left of earlier interviews. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answersIn } from "./answers";
import { launchChromium, PHONE } from "./chromium";
import { Person } from "./person";
import { readQr } from "./qr";
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

async function visitor(): Promise<Seat> {
  const seat = await Seat.open(browser, null);
  await seat.page.goto(server.url);
  return seat;
}

/** A room of somebody else's that nobody enters uninvited, and an invitation to it. */
async function invited(): Promise<{ roomId: string; invitation: string; code: string; link: string }> {
  const host = await Person.enter(server.url, "박서준");
  const roomId = await host.open({ rivals: ["naver"], panel: ["hr"], title: "저녁 스터디" });
  const { invitation, code } = await host.ask<{ invitation: string; code: string }>(
    "POST",
    `/api/rooms/${roomId}/invitations`,
    {},
  );
  return { roomId, invitation, code, link: `${server.url}/join#${invitation}` };
}

/** Returns what the keys of a text give, one by one, with a Korean keyboard in Korean mode. */
function inKoreanMode(text: string): string {
  const keys = "abcdefghijklmnopqrstuvwxyz";
  const jamo = "ㅁㅠㅊㅇㄷㄹㅎㅗㅑㅓㅏㅣㅡㅜㅐㅔㅂㄱㄴㅅㅕㅍㅈㅌㅛㅋ";
  return text.replace(/[a-z]/g, (key) => jamo[keys.indexOf(key)] ?? key);
}

describe("somebody who comes for the first time", () => {
  it("needs nothing but a name", async () => {
    const seat = await visitor();
    await seat.isAccessible("welcome");
    await seat.button("시작하기").click();
    await seat.sees("이름을 입력해 주세요.");
    await seat.isAccessible("welcome without a name");
    await seat.page.getByLabel("이름", { exact: true }).fill("김지원");
    await seat.page.keyboard.press("Enter");
    await seat.page.getByRole("heading", { level: 1, name: "김지원 님, 안녕하세요" }).waitFor();
    await seat.sees("아직 마친 면접이 없습니다");
    await seat.isAccessible("home with nothing");
    await seat.page.reload();
    await seat.page.getByRole("heading", { level: 1, name: "김지원 님, 안녕하세요" }).waitFor();
    await seat.close();
  });

  it("is told in time that the server can't be reached, and enters once it can", async () => {
    const seat = await visitor();
    await seat.page.getByLabel("이름", { exact: true }).fill("김지원");
    await seat.context.setOffline(true);
    await seat.button("시작하기").click();
    await seat.sees("서버에 연결하지 못했습니다");
    await seat.context.setOffline(false);
    await seat.button("시작하기").click();
    await seat.sees("김지원 님, 안녕하세요");
    await seat.context.close();
  });
});

it("says why it asks for a name again when the server takes the token no more", async () => {
  const person = await Person.enter(server.url, "김지원");
  const seat = await Seat.open(browser, person.account.replace(/"token":"[^"]+"/, '"token":"spoilt"'));
  await seat.page.goto(server.url);
  await seat.sees("참가 정보가 만료되었거나 지워졌습니다");
  await seat.isAccessible("welcome after a lost account");
  await seat.page.getByLabel("이름", { exact: true }).fill("김지원");
  await seat.button("시작하기").click();
  await seat.sees("김지원 님, 안녕하세요");
  await seat.context.close();
});

describe("an invitation", () => {
  it("that is pasted leads straight into the room, and stays out of the address", async () => {
    const { roomId, link } = await invited();
    const guest = await Person.enter(server.url, "이하늘");
    const seat = await Seat.of(browser, guest);
    await seat.page.goto(server.url);
    await seat.page.getByLabel("초대 링크 또는 초대 코드").waitFor();
    await seat.page.evaluate(
      ([label, text]) => {
        const field = [...document.querySelectorAll("label")]
          .find((one) => one.textContent === label)
          ?.closest("div")
          ?.querySelector("input");
        const clipboardData = new DataTransfer();
        clipboardData.setData("text", text ?? "");
        field?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
      },
      ["초대 링크 또는 초대 코드", `여기서 봐요 ${link}`],
    );
    await seat.page.waitForURL(`${server.url}/rooms/${roomId}`);
    await seat.sees("면접 대기실");
    await seat.close();
  });

  it("that is read out is typed in, even in Korean mode, by somebody who has no account yet", async () => {
    const { roomId, code } = await invited();
    const seat = await visitor();
    await seat.page.getByText("초대받은 면접에 들어가기").click();
    const field = seat.page.getByLabel("초대 링크 또는 초대 코드");
    await field.fill("0000-0000");
    await seat.button("들어가기").click();
    // The page before asks for a name too, and stands on for a moment.
    await field.waitFor({ state: "detached" });
    await seat.page.getByLabel("이름", { exact: true }).fill("이하늘");
    await seat.button("시작하기").click();
    await seat.sees("이 코드로 들어갈 면접방이 없습니다");
    expect(await field.inputValue(), "the code is there to be mended").toBe("0000-0000");
    await seat.page.waitForFunction(() => document.activeElement?.matches("input[aria-invalid]"));
    await seat.isAccessible("a code that opens nothing");
    await field.fill("1111-1111");
    await field.press("Enter");
    // The same field all along: nothing else is drawn in its place, and it has the focus again.
    await seat.page.waitForFunction(() => document.activeElement?.matches("input[aria-invalid]"));
    expect(await field.inputValue()).toBe("1111-1111");
    await field.fill(inKoreanMode(code.replace("-", " ").toLowerCase()));
    await field.press("Enter");
    await seat.page.waitForURL(`${server.url}/rooms/${roomId}`);
    await seat.sees("면접 대기실");
    await seat.page.goBack();
    expect(seat.page.url(), "the code stays in no history").not.toContain(code.slice(0, 4));
    // The wrong code was refused, which browsers note.
    await seat.context.close();
  });

  it("that is typed in as a code leads there too, and a text that is none says so", async () => {
    const { roomId, invitation } = await invited();
    const seat = await Seat.of(browser, await Person.enter(server.url, "이하늘"));
    await seat.page.goto(server.url);
    const field = seat.page.getByLabel("초대 링크 또는 초대 코드");
    await field.fill("안녕하세요");
    await seat.button("들어가기").click();
    await seat.sees("초대 링크나 코드가 아닙니다");
    await seat.isAccessible("home with a link that leads nowhere");
    await field.fill(invitation);
    await field.press("Enter");
    await seat.page.waitForURL(`${server.url}/rooms/${roomId}`);
    await seat.sees("면접 대기실");
    await seat.close();
  });

  it("as a link asks a stranger for a name, and lets them in", async () => {
    const { link, invitation } = await invited();
    const seat = await Seat.open(browser, null);
    await seat.page.goto(link);
    await seat.sees("면접방에 초대되었습니다");
    expect(seat.page.url()).not.toContain(invitation);
    await seat.page.getByLabel("이름", { exact: true }).fill("이하늘");
    await seat.button("들어가기").click();
    await seat.sees("면접 대기실");
    await seat.close();
  });

  it("that lets nobody in any more says so, and whom to ask for a new one", async () => {
    const { roomId, invitation } = await invited();
    const seat = await Seat.of(browser, await Person.enter(server.url, "이하늘"));
    await seat.page.goto(`${server.url}/rooms/${roomId}#invitation=${invitation.slice(0, -4)}AAAA`);
    await seat.sees("이 초대 링크로는 들어갈 수 없습니다");
    await seat.isAccessible("an invitation that lets nobody in");
    await seat.close();
  });

  it("as a QR code of few squares is read by a camera, and leads there until it is revoked", async () => {
    const host = await Person.enter(server.url, "박서준");
    const roomId = await host.open({ panel: ["hr"] });
    const hosting = await Seat.of(browser, host);
    await hosting.page.setViewportSize(PHONE);
    await hosting.enter(server.url, roomId);
    await hosting.button("초대 링크 만들기").click();
    const picture = hosting.page.getByRole("img", { name: /QR/ });
    // Away from the bar at the bottom, which would cover it.
    await picture.evaluate((drawn) => drawn.scrollIntoView({ block: "center" }));
    const link = await readQr(browser, await picture.screenshot());
    expect(link).toBe(await hosting.page.getByLabel("초대 링크", { exact: true }).inputValue());
    const squares = Number((await picture.getAttribute("viewBox"))?.split(" ")[2]);
    // A code of version 5 is 37 squares wide, and light for four around them.
    expect(squares).toBeLessThanOrEqual(37 + 2 * 4);
    const seat = await Seat.of(browser, await Person.enter(server.url, "이하늘"));
    await seat.page.goto(link);
    await seat.page.waitForURL(`${server.url}/rooms/${roomId}`);
    await seat.sees("면접 대기실");
    await hosting.button("지금까지의 초대 취소").click();
    await hosting.isAccessible("asked whether to revoke invitations");
    await hosting.page.getByRole("alertdialog").getByRole("button", { name: "초대 무효로 하기" }).click();
    await hosting.sees(/지금까지의 초대를 모두 취소했습니다/);
    await hosting.isAccessible("waiting room with revoked invitations");
    await seat.page.goto(link);
    await seat.sees("면접 대기실");
    const late = await Seat.of(browser, await Person.enter(server.url, "최늘봄"));
    await late.page.goto(link);
    await late.sees("이 초대 링크로는 들어갈 수 없습니다");
    await Promise.all([seat.close(), late.close(), hosting.close()]);
  });

  it("that is cut off says so, and takes another one", async () => {
    const seat = await Seat.open(browser, null);
    await seat.page.setViewportSize(PHONE);
    await seat.page.goto(`${server.url}/join#room=`);
    await seat.sees("초대 링크가 온전하지 않습니다");
    await seat.isAccessible("join page with a broken link");
    await seat.page.goto(`${server.url}/nothing-here`);
    await seat.sees("찾는 화면이 없습니다");
    await seat.isAccessible("no such page");
    await seat.close();
  });
});

describe("home", () => {
  it("goes on with what was begun, shows the trend with its table, and lists public rooms", async () => {
    const person = await Person.enter(server.url, "김지원");
    const intro = { stage: "self_intro", kind: "self_introduction", answer_ms: 60_000 } as const;
    const answer = answersIn("ko");
    for (const company of ["toss", "kakao"] as const) {
      const roomId = await person.open({
        settings: { company, plan: [intro] },
        rivals: ["naver"],
        panel: ["hr"],
      });
      await person.start(roomId);
      await person.play(roomId, company === "toss" ? () => answer(3) : answer);
    }
    await person.open({ title: "내일 이어서", rivals: ["naver"], panel: ["hr"] });
    const other = await Person.enter(server.url, "박서준");
    await other.open({ title: "누구나 오세요", public: true, rivals: ["naver"], panel: ["hr"] });

    const seat = await Seat.of(browser, person);
    const { page } = seat;
    await page.goto(server.url);
    await page.getByRole("img", { name: /평균 점수 추이: .*면접 2번/ }).waitFor();
    await page.getByText("표로 보기").click();
    const rows = page.getByRole("table", { name: "평균 점수 추이" }).getByRole("row");
    expect(await rows.count()).toBe(3);
    expect(await rows.nth(1).textContent()).toContain("토스 · 백엔드 개발");
    const points = (text: string | null) => /\d{1,2}\.\d(?=점)/.exec(text ?? "")?.[0] ?? "";
    const listed = await page.getByRole("link", { name: /카카오 · 백엔드 개발/ }).textContent();
    expect(Number(points(listed))).toBeGreaterThan(0);
    expect(await rows.nth(2).textContent()).toContain(points(listed));
    await seat.sees("누구나 오세요");
    // Whoever fell out of an interview finds it first.
    const places = await Promise.all(
      ["이어서 할 면접", "면접 만들기"].map((name) => page.getByRole("heading", { name }).boundingBox()),
    );
    expect(places[0]?.y).toBeLessThan(places[1]?.y ?? 0);
    expect(await page.title()).toBe("다대다 면접");
    await seat.sees("빈자리 3");
    await seat.isAccessible("home with everything");
    await page.setViewportSize(PHONE);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width);

    await seat.button("‘내일 이어서’ 삭제").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "삭제" }).click();
    await seat.sees("면접을 삭제했습니다.");
    await page.getByText("내일 이어서").waitFor({ state: "detached" });
    await page.getByRole("link", { name: /들어가기.*누구나 오세요/ }).click();
    await seat.sees("면접 대기실");
    await seat.close();
  });
});
