import { expect, it } from "vitest";
import type { Board, BoardRow, Room, Round, Seat } from "@/shared/wire/socket.gen";
import { boardLines, inOrderOfPoints, linesReader } from "./lines";

const row = (seat_id: string, rank: number, because: string[] = []): BoardRow => ({
  seat_id,
  rank,
  rank_best: rank,
  rank_worst: rank,
  total: 70,
  strength: 0,
  levels: [3, 3, 3, 3, 3],
  movement: because.length > 0 ? 1 : 0,
  because,
  answers: 1,
  provisional: false,
});

const round = (round_id: string, turns: string[]): Round =>
  ({ round_id, turns: turns.map((turn_id) => ({ turn_id })) }) as Round;

const ROOM = {
  seats: [
    { seat_id: "me", name: "김지원", company: null },
    { seat_id: "ai-1", name: "한서율", company: "naver" },
  ] as Seat[],
  rounds: [round("r1", ["r1-1", "r1-2"]), round("r2", ["r2-1"])],
  current: round("r3", ["r3-1"]),
} satisfies Pick<Room, "seats" | "rounds" | "current">;

const board = (...rows: BoardRow[]): Board => ({ rows, answers: rows.length, comparisons: 0 });

it("names the questions behind a movement, each once and in order", () => {
  const [line] = boardLines(ROOM, board(row("me", 1, ["r3-1", "r1-2", "r1-1", "gone"])), "me");
  expect(line?.because).toEqual([1, 3]);
});

it("tells ties apart from single ranks, and me from the others", () => {
  const lines = boardLines(ROOM, board(row("me", 1), row("ai-1", 1)), "me");
  expect(lines.map((line) => line.tied)).toEqual([true, true]);
  expect(lines.map((line) => line.mine)).toEqual([true, false]);
  expect(boardLines(ROOM, board(row("me", 1), row("ai-1", 2)), "me").some((line) => line.tied)).toBe(false);
});

it("keeps the line of somebody whose seat is gone", () => {
  expect(boardLines(ROOM, board(row("gone", 1)), "me")[0]).toMatchObject({ name: "", company: null });
});

it("knows when ranks are not in the order of points", () => {
  expect(inOrderOfPoints([{ total: 64.5 }, { total: 53.1 }, { total: 53.1 }, { total: null }])).toBe(true);
  expect(inOrderOfPoints([{ total: 64.5 }, { total: 52 }, { total: 53.1 }])).toBe(false);
});

it("gives the very same lines again for a board that says the same", () => {
  const read = linesReader();
  const before = read(ROOM, board(row("me", 1), row("ai-1", 2)), "me");
  expect(read({ ...ROOM, seats: [...ROOM.seats] }, board(row("me", 1), row("ai-1", 2)), "me")).toBe(before);
  const [mine, other] = read(ROOM, board(row("me", 1), row("ai-1", 2, ["r2-1"])), "me");
  expect(mine).toBe(before[0]);
  expect(other?.because).toEqual([2]);
});
