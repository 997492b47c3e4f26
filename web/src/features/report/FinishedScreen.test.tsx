import { screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { SessionProvider } from "@/shared/live/session";
import { fold } from "@/shared/room/fold";
import type { RoomNews, RoomSession } from "@/shared/room/room_store";
import type { RoomEvent } from "@/shared/socket/frames";
import { useAnnouncements } from "@/shared/ui/announcer";
import type { Room } from "@/shared/wire/socket.gen";
import recorded from "../../../tests/stage/past.json";
import { drawPage } from "../../../tests/stage/render";
import { FinishedScreen } from "./FinishedScreen";

const PAST = recorded as unknown as { seatId: string; start: Room; events: RoomEvent[] };
const ENDED = PAST.events.reduce(fold, PAST.start);

afterEach(() => vi.unstubAllGlobals());

function draw(room: Room, seatId = PAST.seatId) {
  const you = { seat_id: seatId, role: "candidate", seated: true, host: true, owner: true };
  const store = createStore(() => ({ room, you }) as unknown as RoomNews);
  const session = { store } as unknown as RoomSession;
  const page = () => (
    <SessionProvider value={session}>
      <FinishedScreen />
    </SessionProvider>
  );
  return drawPage(page, "/rooms/$roomId", `/rooms/${room.room_id}`).then(() => store);
}

describe("the end of an interview", () => {
  it("shows one's place, says it to screen readers, and leads to the report", async () => {
    await draw(ENDED);
    await screen.findByRole("heading", { level: 1, name: "면접이 끝났습니다" });
    const row = ENDED.board.rows.find((one) => one.seat_id === PAST.seatId);
    screen.getByText("김지원 님, 수고 많으셨습니다.");
    expect(screen.getAllByText(`${row?.rank}위`).length).toBeGreaterThan(0);
    expect(useAnnouncements.getState().polite).toContain(`${ENDED.board.rows.length}명 중 ${row?.rank}위`);
    expect(screen.getByRole("link", { name: "결과 자세히 보기" }).getAttribute("href")).toBe(
      `/rooms/${ENDED.room_id}/report`,
    );
    screen.getByText(/총평이 도착했습니다/);
    const board = within(screen.getByRole("list"));
    expect(board.getAllByRole("listitem")).toHaveLength(ENDED.board.rows.length);
  });

  it("says that the feedback is still being written, and then that it is there", async () => {
    const store = await draw({ ...ENDED, feedback: [], feedback_due: [PAST.seatId] });
    await screen.findByText(/총평을 작성하고 있습니다/);
    store.setState({ room: ENDED });
    await screen.findByText(/총평이 도착했습니다/);
  });

  it("shows an observer the ranking without a place of their own", async () => {
    await draw(ENDED, "o-somebody");
    await screen.findByText("모두 수고 많으셨습니다.");
    expect(screen.queryByText(/평가 근거로 보면/)).toBeNull();
    screen.getByRole("list");
  });

  it("says when there is no ranking to show", async () => {
    const none = { answers: 0, comparisons: 0, rows: [] };
    await draw({ ...ENDED, board: none, round_board: none });
    await screen.findByText("공개된 순위가 없습니다.");
  });
});
