import { act, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useAccount } from "@/shared/account/account";
import { ApiProblem } from "@/shared/http/problem";
import { SessionProvider } from "@/shared/live/session";
import { useAnnouncements } from "@/shared/ui/announcer";
import type { SpokenAnswer, VoiceAbilities } from "@/shared/wire/http.gen";
import { Queries } from "../../../tests/stage/queries";
import { serve, signIn } from "../../../tests/stage/render";
import { room, round, type StubSession, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { Composer } from "./Composer";

const { openMicrophone, send } = vi.hoisted(() => ({ openMicrophone: vi.fn(), send: vi.fn() }));
vi.mock("@/shared/voice/microphone", async (original) => ({ ...(await original<object>()), openMicrophone }));
vi.mock("@/shared/http/upload", () => ({ send }));

const ABLE: VoiceAbilities = {
  transcribes: true,
  speaks: false,
  hearers: ["openai"],
  speakers: [],
  longest_seconds: 600,
  most_bytes: 1_000_000,
};
const SPOKEN: SpokenAnswer = {
  text: "제가 결제 서버를 맡았습니다.",
  seconds: 12,
  pace: 290,
  pauses: 2,
  paused_seconds: 2.4,
  fillers: [{ word: "음", count: 2 }],
  remarks: ["1분에 290음절로 말씀하셨습니다."],
};
const MINE = turn({ turn_id: "r1-1", seat_id: "me", state: "open", opened_at: 0 });

let session: StubSession;

beforeEach(() => {
  session = stubSession(room({ seats: [seat({ seat_id: "me" })], current: round({ turns: [MINE] }) }), "me");
  openMicrophone.mockImplementation(async () => ({
    start: () => undefined,
    stop: async () => new Blob(["sound"]),
    level: () => 0.4,
    onEnded: () => undefined,
    close: () => undefined,
  }));
  send.mockResolvedValue(SPOKEN);
  useAnnouncements.setState({ polite: "", urgent: "" });
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.clearAllMocks();
  act(() => useAccount.getState().lose());
});

async function compose(able: VoiceAbilities = ABLE, leftMs = 60_000): Promise<HTMLTextAreaElement> {
  signIn();
  serve({ "GET /api/voice": able });
  render(
    <Queries>
      <SessionProvider value={session}>
        <Composer turn={{ ...MINE, deadline: Date.now() + leftMs }} answerMs={60_000} />
      </SessionProvider>
    </Queries>,
  );
  return screen.getByRole<HTMLTextAreaElement>("textbox", { name: "답변" });
}

const button = (name: string) => screen.findByRole<HTMLButtonElement>("button", { name });

async function press(name: string): Promise<void> {
  const found = await button(name);
  await act(async () => fireEvent.click(found));
}

async function speak(): Promise<void> {
  await press("말로 답하기");
  await press("멈추고 글로 옮기기");
}

describe("answering by voice", () => {
  it("is not offered where nothing turns speech into text", async () => {
    await compose({ ...ABLE, transcribes: false, hearers: [] });
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(screen.queryByRole("button", { name: "말로 답하기" })).toBeNull();
  });

  it("says beforehand who hears the recording", async () => {
    await compose();
    await screen.findByText("녹음을 글로 옮기는 곳: openai. 이 서버에는 녹음을 남기지 않습니다.");
  });

  it("puts what was said where the caret is, and submits nothing", async () => {
    const field = await compose();
    fireEvent.change(field, { target: { value: "결론입니다. 감사합니다." } });
    field.setSelectionRange(6, 6);
    await speak();
    await waitFor(() => expect(field.value).toBe("결론입니다. 제가 결제 서버를 맡았습니다. 감사합니다."));
    expect(session.commands.filter(({ name }) => name === "submit_answer")).toEqual([]);
    await waitFor(() => expect(document.activeElement).toBe(field));
    expect(field.selectionEnd).toBe("결론입니다. 제가 결제 서버를 맡았습니다.".length);
    expect(useAnnouncements.getState().polite).toContain("답변에 넣었습니다");
  });

  it("shows how it was spoken, and that it counts for nothing", async () => {
    await compose();
    await speak();
    await screen.findByText("1분에 290음절");
    screen.getByText("말 멈춤 2번(2.4초)");
    screen.getByText("‘음’ 2번");
    screen.getByText("말하는 모양은 점수에 들어가지 않습니다. 면접관은 글만 봅니다.");
    await button("이어서 말하기");
  });

  it("says nothing of pauses that nobody knows", async () => {
    send.mockResolvedValue({ ...SPOKEN, pauses: null, fillers: [] });
    await compose();
    await speak();
    await screen.findByText("군말 없음");
    expect(screen.queryByText(/멈춤/)).toBeNull();
  });

  it("lets nothing be submitted while a recording is under way, and says why", async () => {
    const field = await compose();
    fireEvent.change(field, { target: { value: "쓴 것" } });
    await press("말로 답하기");
    expect((await button("답변 제출")).disabled).toBe(true);
    screen.getByText("녹음을 글로 옮기거나 취소한 뒤 제출할 수 있습니다.");
    await press("녹음 취소");
    expect((await button("답변 제출")).disabled).toBe(false);
    expect(field.value).toBe("쓴 것");
    expect(send).not.toHaveBeenCalled();
  });

  it("keeps a recording that could not be sent, and sends it again", async () => {
    send.mockRejectedValueOnce(new ApiProblem(503, "voice_silent", "음성 서비스가 응답하지 않았습니다."));
    const field = await compose();
    await speak();
    await screen.findByText(/음성 서비스가 응답하지 않았습니다. 녹음은 아직 이 화면에 있습니다/);
    await press("다시 보내기");
    await waitFor(() => expect(field.value).toBe(SPOKEN.text));
    expect(send).toHaveBeenCalledTimes(2);
  });

  it("explains a microphone that was not allowed", async () => {
    openMicrophone.mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
    await compose();
    await press("말로 답하기");
    screen.getByText(/마이크 권한이 꺼져 있습니다/);
    await press("다시 시도");
    await button("멈추고 글로 옮기기");
  });

  it("stops by itself before the answer's time is over, so that the text still arrives", async () => {
    const field = await compose(ABLE, 10_300);
    await press("말로 답하기");
    await waitFor(() => expect(field.value).toBe(SPOKEN.text), { timeout: 3_000 });
  });

  it("is not begun when too little time is left", async () => {
    await compose(ABLE, 9_000);
    expect((await button("말로 답하기")).disabled).toBe(true);
    screen.getByText("남은 시간이 짧아 녹음할 수 없습니다. 글로 마무리해 주세요.");
  });

  it("keeps the focus where one can go on by keyboard", async () => {
    await compose();
    const start = await button("말로 답하기");
    start.focus();
    await act(async () => fireEvent.click(start));
    const stop = await button("멈추고 글로 옮기기");
    await waitFor(() => expect(document.activeElement).toBe(stop));
  });
});
