import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import { room, round, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { Together } from "./Together";

function show(me: string, writing: boolean): void {
  const now = Date.now();
  const current = round({
    simultaneous: true,
    turns: [
      turn({ turn_id: "r1-1", seat_id: "a", state: "open", deadline: now + 30_000 }),
      turn({ turn_id: "r1-2", seat_id: "b", state: "open", deadline: now + 90_000 }),
    ],
  });
  const seats = ["a", "b", "watcher"].map((seat_id) => seat({ seat_id }));
  render(
    <SessionProvider value={stubSession(room({ seats, current }), me)}>
      <Together round={current} writing={writing} />
    </SessionProvider>,
  );
}

it("tells whoever looks on how long it may take until the last one is done", () => {
  show("watcher", false);
  expect(screen.getByRole("timer", { name: "남은 시간" }).textContent).toBe("남은 시간1:30");
});

it("keeps the clock out of what is read out at every change", () => {
  show("watcher", false);
  expect(screen.getByRole("status").querySelector('[role="timer"]')).toBeNull();
});

it("leaves whoever writes with one clock, their own", () => {
  show("a", true);
  expect(screen.queryByRole("timer")).toBeNull();
});
