import { expect, it } from "vitest";
import { slotsOf } from "@/shared/plan/plan";
import { partsOf } from "./contents";

it("tells the parts of the full interview, the same kind in a row once", () => {
  const parts = partsOf(slotsOf({ preset: "full", plan: [] }));
  expect(parts[0]).toEqual({ kind: "self_introduction", each: false, times: 1 });
  expect(parts.filter(({ each }) => each)).toEqual([
    { kind: "technical", each: true, times: 2 },
    { kind: "pressure", each: true, times: 1 },
  ]);
  expect(parts.at(-1)?.kind).toBe("closing");
});
