import { expect, it } from "vitest";
import { onlyHere } from "./LocalOnly";

it("knows addresses that other devices can't reach", () => {
  expect(["localhost", "127.0.0.1", "127.1.2.3", "[::1]"].map(onlyHere)).toEqual([true, true, true, true]);
  expect(["192.168.0.12", "interview.example.com", "localhost.example.com"].map(onlyHere)).toEqual([
    false,
    false,
    false,
  ]);
});
