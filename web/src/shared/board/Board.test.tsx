import { fireEvent, render, screen, within } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import type { Board as Ranking, Room, Settings, Visibility } from "@/shared/wire/socket.gen";
import { room, round, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { Board } from "./Board";
import { FoldingBoard } from "./FoldingBoard";

const RANKING: Ranking = {
  answers: 2,
  comparisons: 1,
  rows: [
    {
      seat_id: "me",
      rank: 1,
      rank_best: 1,
      rank_worst: 2,
      total: 81.25,
      strength: 0,
      levels: [4, 3, 0, 5, 2],
      movement: 1,
      because: ["r1-1"],
      answers: 1,
      provisional: true,
    },
  ],
};

function show(visibility: Visibility, more: Partial<Room>, folding?: { answering: boolean }) {
  const session = stubSession(
    room({
      seats: [seat({ seat_id: "me", name: "김지원" })],
      rounds: [round({ turns: [turn({ turn_id: "r1-1", seat_id: "me" })] })],
      settings: { visibility } as Settings,
      ...more,
    }),
    "me",
  );
  const tree = (answering: boolean) => (
    <SessionProvider value={session}>
      {folding ? <FoldingBoard answering={answering} /> : <Board />}
    </SessionProvider>
  );
  const { rerender } = render(tree(folding?.answering ?? false));
  return (answering: boolean) => rerender(tree(answering));
}

describe("the board", () => {
  it("tells its table's readers everything that the eye sees", () => {
    show("live", { board: RANKING });
    const row = within(screen.getByRole("table", { name: "지원자 순위" })).getAllByRole("row")[1];
    expect(row?.textContent).toMatch(
      /1위.*김지원.*나.*81\.3점.*1~2위 가능.*1계단 상승.*질문 1 반영.*잠정.*4\.0.*평가 전/,
    );
    expect(screen.getByText("연습용이며 채용 결과를 예측하지 않습니다.")).toBeTruthy();
  });

  it("is hidden until the end where the room says so, even if a board came", () => {
    show("end", { board: RANKING });
    expect(screen.queryByRole("table")).toBeNull();
    expect(screen.getByText("순위는 면접이 끝난 뒤에 공개됩니다.")).toBeTruthy();
  });

  it("shows the latest round's where rankings come after each question", () => {
    show("after_round", { board: RANKING });
    expect(screen.getByText("첫 질문이 끝나면 순위가 공개됩니다.")).toBeTruthy();
  });

  it("folds while one answers, unless it is asked for, and unfolds by itself", () => {
    const answering = show("live", { board: RANKING }, { answering: false });
    expect(screen.queryByRole("table")).not.toBeNull();
    answering(true);
    expect(screen.queryByRole("table")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "순위 펼치기" }));
    expect(screen.queryByRole("table")).not.toBeNull();
    answering(false);
    expect(screen.queryByRole("table")).not.toBeNull();
    answering(true);
    expect(screen.queryByRole("table")).toBeNull();
  });
});
