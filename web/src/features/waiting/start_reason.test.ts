import { expect, it } from "vitest";
import type { Seat, SeatKind } from "@/shared/wire/socket.gen";
import { startReason } from "./start_reason";

const seat = (kind: SeatKind, ready = true): Seat => ({ kind, ready, left: false, name: kind }) as Seat;
const reason = (...seats: Seat[]) => startReason({ seats })?.reason ?? null;

it("names what is missing in the order of the rules", () => {
  expect(reason()).toBe("no_human");
  expect(reason(seat("human"))).toBe("too_few_candidates");
  expect(reason(seat("human"), seat("ai"))).toBe("no_interviewer");
  expect(reason(seat("human", false), seat("ai"), seat("interviewer", false))).toBe("not_everyone_ready");
  expect(reason(seat("human"), seat("ai"), seat("interviewer", false))).toBeNull();
});

it("names whom it waits for", () => {
  const slow = seat("human", false);
  const found = startReason({ seats: [seat("human"), slow, seat("interviewer")] });
  expect(found?.waiting).toEqual([slow]);
});
