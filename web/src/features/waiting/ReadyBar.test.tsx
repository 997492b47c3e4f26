import { act, fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import type { Seat } from "@/shared/wire/socket.gen";
import { room, seat, stubSession } from "../../../tests/stage/stub_session";
import { ReadyBar } from "./ReadyBar";

const ME = seat({ seat_id: "me", name: "김지원", ready: false });
const RIVAL = seat({ seat_id: "ai-1", kind: "ai" });
const PANEL = seat({ seat_id: "panel-1", kind: "interviewer" });

function bar(seats: Seat[], host: string) {
  const session = stubSession(room({ stage: "waiting", seats, host }), "me");
  const mine = seats.find((one) => one.seat_id === "me") ?? ME;
  render(
    <SessionProvider value={session}>
      <ReadyBar seat={mine} host={host === "me"} />
    </SessionProvider>,
  );
  return session;
}

const start = () => screen.getByRole<HTMLButtonElement>("button", { name: "면접 시작" });

it("gets ready and starts by one press where nobody else has to", async () => {
  const session = bar([ME, RIVAL, PANEL], "me");
  await act(async () => fireEvent.click(start()));
  expect(session.commands.map(({ name }) => name)).toEqual(["set_ready", "start_interview"]);
});

it("says what is missing when it can't start", () => {
  bar([ME, PANEL], "me");
  expect(start().disabled).toBe(true);
  expect(screen.getByRole("status").textContent).toContain("지원자가 두 명 이상이어야 합니다.");
});

it("names whom it waits for", () => {
  bar([{ ...ME, ready: true }, seat({ seat_id: "b", name: "박서준", ready: false }), PANEL], "me");
  expect(start().disabled).toBe(true);
  expect(screen.getByRole("status").textContent).toBe("아직 준비하지 않은 지원자: 박서준");
});

it("lets everybody but the host only get ready", () => {
  bar([ME, seat({ seat_id: "b", name: "박서준" }), PANEL], "b");
  expect(screen.queryByRole("button", { name: "면접 시작" })).toBeNull();
  expect(screen.getByRole("button", { name: "준비되었습니다" })).toBeTruthy();
});
