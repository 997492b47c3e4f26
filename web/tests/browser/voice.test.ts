/** Answering by voice, with a microphone that beeps, the real server, and a provider on this machine. */
import { mkdir } from "node:fs/promises";
import { afterAll, describe, expect, it } from "vitest";
import { FAKE_MICROPHONE, PHONE } from "./chromium";
import { type FakeProvider, startProvider } from "./provider";
import { Seat } from "./seat";
import { COMMON, Stage } from "./stage";

const SAID = "저는 결제 서버를 맡았습니다. 그래서 응답 시간을 줄였습니다.";
const NARROW = { width: 360, height: 740 };
/** Where pictures go, when somebody wants to look. */
const SHOTS = process.env.VOICE_SHOTS;

let provider: FakeProvider | null = null;
const stage = new Stage(async () => {
  provider = await startProvider(0.2);
  return {
    INTERVIEW_ENGINE_LLM_SPEECH_BASE_URL: `${provider.url}/v1`,
    INTERVIEW_ENGINE_LLM_TRANSCRIBE: "speech:whisper-large-v3",
    INTERVIEW_ENGINE_LLM_SPEAK: "speech:kokoro",
  };
}, FAKE_MICROPHONE);
afterAll(() => provider?.kill());

async function shot(seat: Seat, name: string): Promise<void> {
  if (!SHOTS) return;
  await mkdir(SHOTS, { recursive: true });
  for (const [size, place] of [
    [PHONE, "phone"],
    [NARROW, "narrow"],
    [{ width: 1280, height: 800 }, "desktop"],
  ] as const) {
    await seat.page.setViewportSize(size);
    await seat.page.locator("[data-voice]").last().scrollIntoViewIfNeeded();
    await seat.page.screenshot({ path: `${SHOTS}/${name}-${place}.png` });
  }
}

async function onTurn(language: "ko" | "en" = "ko"): Promise<Seat> {
  const [person, roomId] = await stage.opened("김지원", {
    settings: { plan: [{ ...COMMON, answer_ms: 300_000 }, COMMON], reading_ms: 0, language },
    rivals: ["naver"],
  });
  const seat = await Seat.of(stage.browser, person);
  await seat.enter(stage.url, roomId);
  await seat.button("면접 시작").click();
  await seat.ownTurn();
  return seat;
}

const recorded = (seat: Seat) => seat.page.locator('[data-voice="recording"]');

/** Records until the meter has moved and a second has passed. */
async function record(seat: Seat): Promise<void> {
  await recorded(seat).waitFor();
  await expect
    .poll(() => seat.page.locator("[data-level] rect").last().getAttribute("width"), { timeout: 10_000 })
    .not.toBe("0");
  await seat.sees("0:01");
}

describe("answering by voice", () => {
  it("turns a recording into text to be checked, by keyboard alone, and submits nothing by itself", async () => {
    const seat = await onTurn();
    await seat.write("결론부터 말씀드리겠습니다.");
    await seat.isAccessible("voice offered");
    await shot(seat, "1-idle");
    await seat.tabTo("말로 답하기");
    await seat.page.keyboard.press("Enter");
    await record(seat);
    await seat.isAccessible("recording");
    await shot(seat, "2-recording");
    expect(await seat.button("답변 제출").isDisabled()).toBe(true);
    // The focus is where the recording is ended.
    await expect
      .poll(() => seat.page.evaluate(() => document.activeElement?.textContent))
      .toBe("멈추고 글로 옮기기");
    await seat.page.keyboard.press("Enter");
    await expect
      .poll(() => seat.answer.inputValue(), { timeout: 15_000 })
      .toBe(`결론부터 말씀드리겠습니다. ${SAID}`);
    await seat.sees("말 멈춤 1번");
    await seat.sees("‘음’ 1번");
    await seat.isAccessible("heard");
    await shot(seat, "3-heard");
    // It is a draft like any other, and only that.
    await seat.page.locator('[data-draft="saved"]').waitFor();
    expect(await seat.answer.isVisible()).toBe(true);
    await seat.button("답변 제출").click();
    // The order is drawn: whoever spoke last finds it among the earlier questions, and may be asked the next at once.
    const given = seat.page.getByRole("listitem").filter({ hasText: SAID }).first();
    const earlier = seat.page.locator("details:not([open]) > summary").first();
    await expect
      .poll(
        async () => {
          if (await given.isVisible()) return true;
          if (await earlier.isVisible()) await earlier.click();
          return false;
        },
        { timeout: 20_000, interval: 200 },
      )
      .toBe(true);
    await seat.close();
  });

  it("keeps a recording that could not be sent, and sends it again once the line is back", async () => {
    const seat = await onTurn();
    await seat.page.setViewportSize(NARROW);
    await seat.button("말로 답하기").click();
    await record(seat);
    await seat.page.route("**/transcriptions", (route) => route.abort("connectionfailed"));
    await seat.button("멈추고 글로 옮기기").click();
    await seat.sees("녹음은 아직 이 화면에 있습니다.");
    await seat.isAccessible("not sent");
    await shot(seat, "4-failed");
    const [width, shown] = await seat.page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    expect(width).toBe(shown);
    await seat.page.unroute("**/transcriptions");
    await seat.button("다시 보내기").click();
    await expect.poll(() => seat.answer.inputValue(), { timeout: 15_000 }).toBe(SAID);
    await seat.close();
  });

  it("explains a microphone that the person has refused, and leaves typing as it is", async () => {
    const seat = await onTurn();
    await seat.page.evaluate(() => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException("no", "NotAllowedError"));
    });
    await seat.button("말로 답하기").click();
    await seat.sees("마이크 권한이 꺼져 있습니다.");
    await seat.isAccessible("refused");
    await shot(seat, "5-refused");
    await seat.write("글로 답합니다.");
    expect(await seat.button("답변 제출").isEnabled()).toBe(true);
    await seat.close();
  });
});

describe("the waiting room", () => {
  it("lets the microphone be tried before the clock runs", async () => {
    const [person, roomId] = await stage.opened("김지원", {
      settings: { plan: [COMMON] },
      rivals: ["naver"],
    });
    const seat = await Seat.of(stage.browser, person);
    const page = await seat.page.goto(`${stage.url}/rooms/${roomId}`);
    expect(page?.headers()["permissions-policy"]).toContain("microphone=(self)");
    await seat.button("마이크 확인").click();
    await seat.sees("소리가 들립니다.");
    await seat.isAccessible("microphone tried");
    await seat.button("확인 마치기").click();
    await seat.close();
  });
});

describe("reading aloud", () => {
  it("is off at first, and has the server read where the device has no voice", async () => {
    const seat = await onTurn();
    const asked: string[] = [];
    seat.page.on("request", (request) => {
      if (request.url().endsWith("/speech")) asked.push(request.postData() ?? "");
    });
    const toggle = seat.button("읽어 주기 꺼짐");
    expect(await toggle.getAttribute("aria-pressed")).toBe("false");
    expect(asked).toEqual([]);
    const answered = seat.page.waitForResponse((response) => response.url().endsWith("/speech"));
    await toggle.click();
    const response = await answered;
    expect(response.status()).toBe(200);
    expect(response.headers()["content-type"]).toBe("audio/mpeg");
    await seat.button("읽어 주기 켜짐").waitFor();
    expect(asked).toHaveLength(1);
    expect(Object.keys(JSON.parse(asked[0] ?? "{}"))).toEqual(["round_id"]);
    await seat.close();
  });
});
