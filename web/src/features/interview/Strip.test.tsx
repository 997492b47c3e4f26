import { render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import type { Turn } from "@/shared/wire/socket.gen";
import { room, round, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { Strip } from "./Strip";

const NAMES = ["a", "b", "me"];

function strip(...states: Partial<Turn>[]): void {
  drawn(states, false);
}

function drawn(states: Partial<Turn>[], simultaneous: boolean): void {
  const current = round({
    simultaneous,
    turns: states.map((more, index) =>
      turn({ turn_id: `r1-${index + 1}`, seat_id: NAMES[index] ?? "", ...more }),
    ),
  });
  const seats = NAMES.map((seat_id, index) =>
    seat({ seat_id, name: `지원자${index + 1}`, number: index + 1 }),
  );
  render(
    <SessionProvider value={stubSession(room({ seats, current }), "me")}>
      <Strip round={current} />
    </SessionProvider>,
  );
}

it("counts how many come before me", () => {
  strip({ state: "open" }, {}, {});
  expect(screen.getByText("2명 뒤 내 차례")).toBeTruthy();
});

it("says that I am next, and that I am on", () => {
  strip({ state: "closed", outcome: "answered" }, { state: "open" }, {});
  expect(screen.getByText("다음이 내 차례입니다")).toBeTruthy();
});

it("says that it is my turn, and marks it as the current one", () => {
  strip({ state: "closed", outcome: "answered" }, { state: "closed", outcome: "skipped" }, { state: "open" });
  expect(screen.getByText("지금 내 차례입니다")).toBeTruthy();
  expect(screen.getByText("건너뜀")).toBeTruthy();
  expect(document.querySelector('[aria-current="step"]')?.textContent).toContain("지원자3");
});

it("says when a question is for others", () => {
  strip({ state: "open" }, {});
  expect(screen.getByText("이번 질문은 다른 지원자의 순서입니다")).toBeTruthy();
});

it("counts who is done where all write at once, for then nobody is before anybody", () => {
  drawn([{ state: "closed", outcome: "answered" }, { state: "open" }, { state: "open" }], true);
  expect(screen.getByRole("heading", { name: "답변 현황" })).toBeTruthy();
  expect(screen.getByText("3명 중 1명 마침")).toBeTruthy();
  expect(screen.queryByText("지금 내 차례입니다")).toBeNull();
});
