import { expect, it } from "vitest";
import type { Seat, SeatKind } from "@/shared/wire/socket.gen";
import { freeSeats } from "./places";

const seats = (kind: SeatKind, count: number): Seat[] =>
  Array.from({ length: count }, () => ({ kind, left: false }) as Seat);

it("counts each kind against its own limit and all candidates against theirs", () => {
  expect(freeSeats({ seats: [] })).toEqual({ people: 4, ai: 11, panel: 5 });
  expect(freeSeats({ seats: [...seats("human", 1), ...seats("ai", 11)] })).toEqual({
    people: 0,
    ai: 0,
    panel: 5,
  });
  expect(freeSeats({ seats: [...seats("human", 4), ...seats("interviewer", 5)] })).toEqual({
    people: 0,
    ai: 8,
    panel: 0,
  });
});

it("counts nobody who left", () => {
  expect(freeSeats({ seats: [{ kind: "human", left: true } as Seat] }).people).toBe(4);
});
