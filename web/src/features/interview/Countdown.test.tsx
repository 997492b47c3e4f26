import { act, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import { useAnnouncements } from "@/shared/ui/announcer";
import type { Turn } from "@/shared/wire/socket.gen";
import { room, type StubSession, stubSession, turn } from "../../../tests/stage/stub_session";
import { Countdown } from "./Countdown";

let session: StubSession;
let skew = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  skew = 0;
  session = stubSession(room({}), "me");
  session.serverNow = () => Date.now() + skew;
  useAnnouncements.setState({ polite: "", urgent: "" });
});

afterEach(() => {
  vi.useRealTimers();
});

function show(more: Partial<Turn>) {
  const mine = turn({ turn_id: "r1-1", seat_id: "me", state: "open", ...more });
  return (
    <SessionProvider value={session}>
      <Countdown turn={mine} of="mine" />
    </SessionProvider>
  );
}

const pass = (ms: number) => act(() => vi.advanceTimersByTime(ms));
const face = () => screen.getByRole("timer").textContent;
const said = () => useAnnouncements.getState().polite;

describe("the countdown", () => {
  it("goes by the server's clock, however wrong the device's is", () => {
    skew = 3_600_000;
    render(show({ deadline: 1_000_000 + skew + 65_000 }));
    expect(face()).toContain("1:05");
    pass(5_000);
    expect(face()).toContain("1:00");
  });

  it("says in words what the colour says", () => {
    render(show({ deadline: 1_040_000 }));
    expect(face()).toContain("여유 있음");
    pass(11_000);
    expect(face()).toContain("마무리할 시간");
    pass(20_000);
    expect(face()).toContain("곧 마감");
    pass(20_000);
    expect(face()).toContain("시간 종료0:00");
  });

  it("is read out at 30 and at 10 seconds, and not each second", () => {
    render(show({ deadline: 1_032_000 }));
    pass(1_000);
    expect(said()).toBe("");
    pass(1_500);
    expect(said()).toBe("30초 남았습니다");
    useAnnouncements.setState({ polite: "" });
    pass(10_000);
    expect(said()).toBe("");
    pass(10_000);
    expect(said()).toBe("10초 남았습니다");
  });

  it("stands still in a pause, and says so", () => {
    const { rerender } = render(show({ deadline: 1_020_000 }));
    act(() => session.change({ paused: { since: 1_000_000, by: null, empty: false } }));
    pass(60_000);
    expect(face()).toContain("멈춤");
    expect(face()).toContain("0:20");
    act(() => session.change({ paused: null }));
    rerender(show({ deadline: 1_080_000, stopped_ms: 60_000 }));
    expect(face()).toContain("0:20");
    expect(face()).toContain("60초 돌려받음");
  });
});
