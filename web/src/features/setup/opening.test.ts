import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type Choice, defaultChoice } from "./choice";
import { HalfOpen, Opening } from "./opening";

interface Sent {
  path: string;
  key: string | null;
  body: Record<string, unknown>;
}

let sent: Sent[];
let failing: string | null;

beforeEach(() => {
  sent = [];
  failing = null;
  vi.stubGlobal("fetch", async (path: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    sent.push({ path, key: headers.get("Idempotency-Key"), body: JSON.parse(String(init.body)) });
    if (failing && path.endsWith(failing)) return new Response("{}", { status: 503 });
    return Response.json({ room_id: "r-1", you: { seat_id: "s-1" } });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const choice = (more: Partial<Choice> = {}): Choice => ({ ...defaultChoice("ko"), ...more });

it("opens the room, and hands in nothing that was not chosen", async () => {
  expect(await new Opening().open(choice())).toBe("r-1");
  expect(sent.map(({ path }) => path)).toEqual(["/api/rooms"]);
});

it("hands in every document's facts at once, and the time accommodation for one's own seat", async () => {
  const documents = [
    { documentId: "d-1", facts: ["하나"] },
    { documentId: "d-2", facts: ["둘"] },
  ];
  await new Opening().open(choice({ documents, timePercent: 150 }));
  expect(sent.slice(1)).toMatchObject([
    { path: "/api/rooms/r-1/resume", body: { document_id: "d-1", facts: ["하나", "둘"] } },
    {
      path: "/api/rooms/r-1/commands",
      body: { name: "set_accommodation", data: { seat_id: "s-1", time_percent: 150 } },
    },
  ]);
});

it("asks for the same room again when the wish is the same, and for another one when it isn't", async () => {
  const opening = new Opening();
  await opening.open(choice());
  await opening.open(choice({ timePercent: 150 }));
  await opening.open(choice({ title: "다른 방" }));
  const [first, again, , other] = sent;
  expect(first?.key).toBeTruthy();
  expect(again?.key).toBe(first?.key);
  expect(other?.key).not.toBe(first?.key);
});

it("tells an open room whose rest failed from one that did not open", async () => {
  failing = "/commands";
  await expect(new Opening().open(choice({ timePercent: 200 }))).rejects.toBeInstanceOf(HalfOpen);
  failing = "/api/rooms";
  await expect(new Opening().open(choice())).rejects.toMatchObject({ status: 503 });
});
