import { expect, it } from "vitest";
import { ServerClock } from "./server_clock";

it("takes the middle of the exchange for the server's moment", () => {
  const clock = new ServerClock();
  clock.measure(1_000, 6_020, 1_040);
  expect(clock.offset).toBe(5_000);
  expect(clock.roundTrip).toBe(40);
});

it("trusts the shortest round trip of the latest eight", () => {
  const clock = new ServerClock();
  clock.measure(0, 1_005, 10);
  clock.measure(0, 9_000, 4_000);
  expect(clock.offset).toBe(1_000);
  for (let turn = 0; turn < 8; turn += 1) clock.measure(0, 2_010, 20);
  expect(clock.offset).toBe(2_000);
});

it("passes over an exchange in which the own clock was set back", () => {
  const clock = new ServerClock();
  clock.measure(5_000, 7_000, 4_000);
  expect(clock.roundTrip).toBeNull();
});

it("lets a guess stand only until something was measured", () => {
  const clock = new ServerClock();
  clock.guess(900, 100);
  expect(clock.offset).toBe(800);
  clock.measure(0, 105, 10);
  clock.guess(900, 100);
  expect(clock.offset).toBe(100);
});
