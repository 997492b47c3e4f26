import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RoomEvent } from "@/shared/socket/frames";
import recorded from "../../../tests/stage/past.json";
import { drawPage, serve, signIn } from "../../../tests/stage/render";
import { ReplayPage } from "./ReplayPage";
import type { Past } from "./recording";

const PAST = recorded as unknown as Past;
const ROOM = PAST.start.room_id;
const SAID = {
  seat_id: PAST.seatId,
  own_seat_id: PAST.ownSeatId,
  start: PAST.start,
  latest_seq: 99,
  latest_at: 0,
};

beforeEach(signIn);
afterEach(() => vi.unstubAllGlobals());

function page(events: readonly RoomEvent[], next: number | null = null) {
  return { ...SAID, events, next_after: next };
}

async function draw(answers = { [`GET /api/rooms/${ROOM}/replay?after=0`]: page(PAST.events) } as object) {
  const asked = serve({ ...answers });
  await drawPage(ReplayPage, "/rooms/$roomId/replay", `/rooms/${ROOM}/replay`);
  return asked;
}

const slider = () => screen.findByRole("slider", { name: "재생 위치" });

describe("a replay", () => {
  it("is fetched page by page, and begins with the interview", async () => {
    const asked = await draw({
      [`GET /api/rooms/${ROOM}/replay?after=0`]: page(PAST.events.slice(0, 20), 40),
      [`GET /api/rooms/${ROOM}/replay?after=40`]: page(PAST.events.slice(20)),
    });
    expect((await slider()).getAttribute("aria-valuetext")).toMatch(/^0:00, /);
    expect(asked.map((one) => one.path)).toEqual([
      `/api/rooms/${ROOM}/replay?after=0`,
      `/api/rooms/${ROOM}/replay?after=40`,
    ]);
    expect(screen.queryByText(/아직 진행 중인 면접/)).toBeNull();
  });

  it("steps by the arrows and plays by the space bar, anywhere on the page", async () => {
    await draw();
    const before = (await slider()).getAttribute("aria-valuetext");
    for (let scenes = 0; scenes < 4; scenes += 1) fireEvent.keyDown(document.body, { key: "ArrowRight" });
    expect((await slider()).getAttribute("aria-valuetext")).not.toBe(before);
    expect(screen.getAllByText(/^1번 질문/).length).toBeGreaterThan(0);
    for (let scenes = 0; scenes < 4; scenes += 1) fireEvent.keyDown(document.body, { key: "ArrowLeft" });
    expect((await slider()).getAttribute("aria-valuetext")).toBe(before);
    fireEvent.keyDown(document.body, { key: " " });
    await screen.findByRole("button", { name: "일시 정지" });
    fireEvent.keyDown(document.body, { key: " " });
    await screen.findByRole("button", { name: "재생" });
  });

  it("leaves the space bar to a button that has the focus, and keys to the input method", async () => {
    await draw();
    await slider();
    fireEvent.keyDown(screen.getByRole("button", { name: "다음 장면" }), { key: " " });
    fireEvent.keyDown(document.body, { key: " ", isComposing: true });
    screen.getByRole("button", { name: "재생" });
  });

  it("jumps to a question and to my answer, and shows what had been said", async () => {
    await draw();
    const list = within(await screen.findByRole("region", { name: "장면 목록" }));
    await userEvent.selectOptions(list.getByRole("combobox"), "내 답변");
    const mine = list.getAllByRole("button");
    expect(mine).toHaveLength(2);
    await userEvent.click(mine[0] as HTMLElement);
    const answers = within(screen.getByRole("region", { name: "이번 질문의 답변" }));
    answers.getByText(/정산 배치를 이벤트 방식으로/);
    expect(mine[0]?.getAttribute("aria-current")).toBe("step");
  });

  it("shows the ranking of that time, and none before there was one", async () => {
    await draw();
    await slider();
    screen.getByText("이때는 공개된 순위가 없었습니다.");
    fireEvent.keyDown(await slider(), { key: "End" });
    const board = within(screen.getByRole("region", { name: "이때의 순위" }));
    expect(board.getAllByRole("listitem")).toHaveLength(3);
  });
});

describe("without an interview to see", () => {
  it("says that it has not begun", async () => {
    await draw({ [`GET /api/rooms/${ROOM}/replay?after=0`]: page([]) });
    await screen.findByText("아직 시작하지 않은 면접입니다");
  });

  it("says that it is still going on", async () => {
    await draw({ [`GET /api/rooms/${ROOM}/replay?after=0`]: page(PAST.events.slice(0, 15)) });
    await screen.findByText(/아직 진행 중인 면접입니다/);
    screen.getByRole("button", { name: "새로 불러오기" });
    screen.getByText(/다른 자리에서는 면접이 끝난 뒤에/);
    expect(screen.queryByRole("combobox", { name: "누구의 자리에서 볼까요?" })).toBeNull();
  });

  it("says that it can't be seen", async () => {
    await draw({});
    await screen.findByText("이 면접을 다시 볼 수 없습니다");
  });
});
