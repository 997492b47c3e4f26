import { act, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import { useAnnouncements } from "@/shared/ui/announcer";
import type { Question, Turn } from "@/shared/wire/socket.gen";
import { Queries } from "../../../tests/stage/queries";
import { room, round, type StubSession, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { InterviewScreen } from "./InterviewScreen";

vi.mock("@tanstack/react-router", () => ({ useNavigate: () => () => {} }));

const QUESTION: Question = {
  question_id: "q",
  kind: "follow_up",
  text: "그 수치는 어떻게 재셨습니까?",
  reason: "앞선 답변에 근거가 되는 수치가 없었습니다.",
  competency: "ownership",
  difficulty: 3,
  answer_ms: null,
  key_points: [],
  shows: "",
};
const SEATS = [
  seat({ seat_id: "panel-1", kind: "interviewer", name: "백도현", headline: "기술 면접관" }),
  seat({ seat_id: "ai-1", kind: "ai", name: "한서율", number: 1 }),
  seat({ seat_id: "me", name: "김지원", number: 2 }),
];

let session: StubSession;

function current(ai: Partial<Turn>, mine: Partial<Turn>) {
  return round({
    kind: "follow_up",
    question: QUESTION,
    turns: [
      turn({ turn_id: "r1-1", seat_id: "ai-1", ...ai }),
      turn({ turn_id: "r1-2", seat_id: "me", ...mine }),
    ],
  });
}

function show(ai: Partial<Turn>, mine: Partial<Turn>): void {
  session = stubSession(room({ seats: SEATS, order: ["ai-1", "me"], current: current(ai, mine) }), "me");
  render(
    <Queries>
      <SessionProvider value={session}>
        <InterviewScreen />
      </SessionProvider>
    </Queries>,
  );
}

const soon = () => Date.now() + 60_000;

beforeEach(() => {
  document.title = "다대다 면접";
  useAnnouncements.setState({ polite: "", urgent: "" });
});

describe("the interview's screen", () => {
  it("shows what is asked, of what kind, by whom, and why it follows", () => {
    show({ state: "open", opened_at: 0, deadline: soon() }, {});
    expect(screen.getByRole("heading", { name: QUESTION.text })).toBeTruthy();
    expect(screen.getByText("꼬리질문")).toBeTruthy();
    expect(screen.getByText(/앞선 답변에 근거가 되는 수치가 없었습니다/)).toBeTruthy();
    expect(screen.getByText("답변을 듣고 있습니다")).toBeTruthy();
  });

  it("lets one listen, and says that one is next", () => {
    show(
      { state: "open", opened_at: 0, deadline: soon(), speaking: true, text: "저는 지표로 쟀습니다." },
      {},
    );
    expect(screen.queryByRole("textbox", { name: "답변" })).toBeNull();
    expect(screen.getByRole("button", { name: "다음으로 넘어가기" })).toBeTruthy();
    expect(screen.getByText("저는 지표로 쟀습니다.", { selector: ".sr-only" })).toBeTruthy();
    expect(document.title).toBe("공통질문 · 다대다 면접");
  });

  it("hands one the floor: composer, focus, title, and an urgent word to screen readers", () => {
    show({ state: "open", opened_at: 0, deadline: soon() }, {});
    const done = { state: "closed", outcome: "answered" } as const;
    act(() => session.change({ current: current(done, { state: "open", opened_at: 0, deadline: soon() }) }));
    expect(document.activeElement).toBe(screen.getByRole("textbox", { name: "답변" }));
    expect(document.title).toBe("내 차례입니다 · 다대다 면접");
    expect(useAnnouncements.getState().urgent).toMatch(/^내 차례입니다\. (60|59)초/);
  });

  it("takes the focus from nobody who writes elsewhere", () => {
    show({ state: "open", opened_at: 0, deadline: soon() }, {});
    const notes = screen.getByRole("textbox", { name: "나만 보는 메모" });
    notes.focus();
    act(() =>
      session.change({
        current: current({ state: "closed", outcome: "answered" }, { state: "open", deadline: soon() }),
      }),
    );
    expect(document.activeElement).toBe(notes);
  });

  it("keeps the focus where things go on when what had it is gone", () => {
    show({}, { state: "open", opened_at: 0, deadline: soon() });
    act(() =>
      session.change({
        current: current(
          { state: "open", opened_at: 0, deadline: soon() },
          { state: "closed", outcome: "answered" },
        ),
      }),
    );
    expect(document.activeElement?.hasAttribute("data-floor")).toBe(true);
  });
});
