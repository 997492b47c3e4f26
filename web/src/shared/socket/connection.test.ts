import { beforeEach, describe, expect, it } from "vitest";
import type { Limits, Room, You } from "@/shared/wire/socket.gen";
import { type ServerEnd, VirtualWorld } from "../../../tests/stage/virtual_world";
import { FINAL } from "./close_codes";
import { ANSWER_MS, BEAT_MS, type LineState, RoomConnection } from "./connection";
import type { RoomEvent } from "./frames";
import { GIVEN_UP } from "./outbox";

const YOU: You = { seat_id: "p-1", role: "candidate", owner: true };
const LIMITS: Limits = { largest_frame: 65_536, frames_per_second: 10, draft_every_ms: 2_000 };

let world: VirtualWorld;
let connection: RoomConnection;
let events: number[];
let rooms: { seq: number; reason: string }[];
let states: LineState[];
let confused: boolean;
let token: string;

beforeEach(() => {
  world = new VirtualWorld();
  events = [];
  rooms = [];
  states = [];
  confused = false;
  token = "first";
  connection = new RoomConnection(
    world,
    { url: "ws://here/ws", room: "r-1", invitation: "come", lang: "ko", token: () => token },
    {
      line: (state) => states.push(state),
      room: (_, seq, reason) => rooms.push({ seq, reason }),
      event: (event) => {
        if (confused) throw new Error("what is that?");
        events.push(event.seq);
      },
      you: () => {},
      signal: () => {},
      legal: () => {},
      warning: () => {},
    },
  );
  connection.start();
});

function welcome(line: ServerEnd, more: { seq?: number; resumed?: boolean } = {}): void {
  const { seq = 5, resumed = false } = more;
  line.say({
    type: "welcome",
    proto: 1,
    room: "r-1",
    you: YOU,
    resumed,
    seq,
    snapshot: resumed ? null : ({ seq } as Room),
    server_time: world.now() + 500,
    limits: LIMITS,
  });
}

function enter(seq = 5): ServerEnd {
  world.line.open();
  welcome(world.line, { seq });
  return world.line;
}

function event(seq: number): { type: "event" } & RoomEvent {
  return { type: "event", seq, name: "seat_absent", data: { at: 1, seat_id: "p-1" } };
}

const latest = (): LineState | undefined => states.at(-1);

describe("coming in", () => {
  it("says hello first, with the token of the moment and no seq", () => {
    world.line.open();
    expect(world.line.sent).toEqual([
      {
        type: "hello",
        proto: 1,
        token: "first",
        room: "r-1",
        last_seq: null,
        invitation: "come",
        lang: "ko",
      },
    ]);
  });

  it("begins with the welcome's room and is live", () => {
    enter(7);
    expect(rooms).toEqual([{ seq: 7, reason: "welcome" }]);
    expect(latest()?.phase).toBe("live");
  });

  it("comes back with a token that was renewed meanwhile", () => {
    enter();
    world.line.drop();
    token = "second";
    world.pass(1_000);
    world.line.open();
    expect(world.line.of("hello")[0]).toMatchObject({ token: "second" });
  });
});

describe("the log in order", () => {
  it("tells of events one after the other, and passes over what is skipped", () => {
    const line = enter(5);
    line.say(event(6));
    line.say({ type: "skip", seq: 7, through: 9 });
    line.say(event(10));
    expect(events).toEqual([6, 10]);
    expect(line.of("resync")).toEqual([]);
  });

  it("tells of no event twice", () => {
    const line = enter(5);
    line.say(event(6));
    line.say(event(6));
    line.say(event(5));
    expect(events).toEqual([6]);
  });

  it("asks for the whole state at a gap, and is silent until it comes", () => {
    const line = enter(5);
    line.say(event(8));
    line.say(event(9));
    expect(events).toEqual([]);
    expect(line.of("resync")).toHaveLength(1);
    line.say({ type: "snapshot", seq: 9, room: {}, reason: "asked" });
    line.say(event(10));
    expect(rooms.at(-1)).toEqual({ seq: 9, reason: "asked" });
    expect(events).toEqual([10]);
  });

  it("takes a skip that begins behind a gap for a gap", () => {
    const line = enter(5);
    line.say({ type: "skip", seq: 8, through: 9 });
    expect(line.of("resync")).toHaveLength(1);
  });

  it("asks for the whole state when it does not understand an event", () => {
    const line = enter(5);
    confused = true;
    line.say(event(6));
    expect(line.of("resync")).toHaveLength(1);
  });

  it("resumes behind the last seq, skipped ones included", () => {
    const line = enter(5);
    line.say(event(6));
    line.say({ type: "skip", seq: 7, through: 8 });
    line.drop();
    world.pass(1_000);
    world.line.open();
    expect(world.line.of("hello")[0]).toMatchObject({ last_seq: 8 });
    welcome(world.line, { seq: 8, resumed: true });
    world.line.say(event(9));
    expect(events).toEqual([6, 9]);
    expect(rooms).toHaveLength(1);
  });

  it("asks again at a gap after a lost resync was never answered", () => {
    const line = enter(5);
    line.say(event(8));
    line.drop();
    world.pass(1_000);
    world.line.open();
    welcome(world.line, { seq: 5, resumed: true });
    world.line.say(event(6));
    expect(events).toEqual([6]);
  });

  it("hears nothing of a line that it has given up", () => {
    const old = enter(5);
    old.drop();
    world.pass(1_000);
    enter(5);
    old.say(event(6));
    old.drop();
    expect(events).toEqual([]);
    expect(latest()?.phase).toBe("live");
  });
});

describe("commands", () => {
  it("are sent again with the same id until their outcome comes", async () => {
    const line = enter();
    const outcome = connection.command("set_ready", { ready: true });
    line.drop();
    world.pass(1_000);
    enter();
    const again = world.line.of("command");
    expect(again).toEqual(line.of("command"));
    world.line.say({
      type: "outcome",
      id: "c1",
      status: "duplicate",
      seq: 6,
      code: "",
      message: "",
      detail: "",
    });
    expect(await outcome).toMatchObject({ status: "duplicate", seq: 6 });
    expect(connection.unsettled).toBe(0);
  });

  it("are sent again on the same line after a while without an outcome", () => {
    const line = enter();
    void connection.command("set_ready", { ready: true });
    for (let beat = 0; beat < 4; beat += 1) {
      world.pass(5_000);
      line.say({ type: "pong", t: world.now(), server_time: world.now() });
    }
    expect(world.lines).toHaveLength(1);
    expect(line.of("command").length).toBeGreaterThan(1);
    expect(new Set(line.of("command").map((frame) => frame.id))).toEqual(new Set(["c1"]));
  });

  it("wait for the line when there is none", () => {
    void connection.command("set_ready", { ready: true });
    expect(world.line.sent).toEqual([]);
    enter();
    expect(world.line.of("command")).toHaveLength(1);
  });

  it("go on waiting while their outcome is unknown", () => {
    const line = enter();
    void connection.command("set_ready", { ready: true });
    line.say({ type: "outcome", id: "c1", status: "unknown", seq: null, code: "", message: "", detail: "" });
    expect(connection.unsettled).toBe(1);
  });

  it("are given up when the connection has ended for good", async () => {
    enter();
    const before = connection.command("set_ready", { ready: true });
    world.line.drop(4409);
    expect(await before).toMatchObject({ status: "refused", code: GIVEN_UP });
    expect(await connection.command("set_ready", { ready: true })).toMatchObject({ code: GIVEN_UP });
  });
});

describe("the end", () => {
  it.each(Object.entries(FINAL))("is final with %s (%s)", (code, reason) => {
    enter();
    world.line.say({ type: "bye", code: Number(code), reason, message: "왜냐하면", retry_after_ms: null });
    world.line.drop(Number(code));
    expect(latest()).toEqual({ phase: "ended", reason, message: "왜냐하면" });
    world.pass(600_000);
    connection.nudge();
    expect(world.lines).toHaveLength(1);
  });

  it.each([1006, 1011, 1012, 4408, 4429, 4503, 4508])("is none with %d", (code) => {
    enter();
    world.line.drop(code);
    expect(latest()?.phase).toBe("waiting");
    world.pass(20_000);
    expect(world.lines.length).toBeGreaterThan(1);
  });
});

describe("coming back", () => {
  it("waits longer each time, and never longer than 15 s", () => {
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      world.line.drop();
      const state = latest();
      if (state?.phase !== "waiting") throw new Error("it does not wait");
      waits.push(state.retryAt - world.now());
      world.pass(state.retryAt - world.now());
    }
    expect(waits.slice(0, 4)).toEqual([300, 600, 1_200, 2_400]);
    expect(Math.max(...waits)).toBeLessThanOrEqual(15_000);
  });

  it("starts over with short waits once it was welcome", () => {
    world.line.drop();
    world.pass(300);
    world.line.drop();
    world.pass(600);
    enter();
    world.line.drop();
    expect(latest()).toMatchObject({ phase: "waiting", retryAt: world.now() + 300 });
  });

  it("takes the server's hint for when to come back", () => {
    enter();
    world.line.say({
      type: "bye",
      code: 1012,
      reason: "service_restart",
      message: "",
      retry_after_ms: 7_000,
    });
    world.line.drop(1012);
    world.pass(6_999);
    expect(world.lines).toHaveLength(1);
    world.pass(1);
    expect(world.lines).toHaveLength(2);
  });

  it("gives up a line on which a ping stays without an answer", () => {
    const line = enter();
    world.pass(1_000);
    line.say({ type: "pong", t: world.now(), server_time: world.now() });
    world.pass(BEAT_MS - 1_000 + ANSWER_MS - 1);
    expect(latest()?.phase).toBe("live");
    world.pass(1);
    expect(latest()?.phase).toBe("waiting");
    world.pass(400);
    expect(world.lines).toHaveLength(2);
  });

  it("keeps a line that was only silent because no timer rang", () => {
    const line = enter();
    world.pass(1_000);
    line.say({ type: "pong", t: world.now(), server_time: world.now() });
    for (let minute = 0; minute < 3; minute += 1) {
      world.sleep(60_000);
      world.pass(20);
      line.say({ type: "pong", t: world.now(), server_time: world.now() });
    }
    expect(line.of("ping").length).toBeGreaterThan(4);
    expect(world.lines).toHaveLength(1);
  });

  it("keeps a line on which something is heard", () => {
    const line = enter();
    for (let beat = 0; beat < 20; beat += 1) {
      world.pass(5_000);
      line.say({ type: "pong", t: world.now(), server_time: world.now() });
    }
    expect(world.lines).toHaveLength(1);
  });

  it("gives up a line that never opens", () => {
    world.pass(40_000);
    expect(world.lines.length).toBeGreaterThan(1);
  });
});

describe("a nudge", () => {
  it("comes back at once instead of waiting", () => {
    enter();
    world.line.drop();
    connection.nudge();
    expect(world.lines).toHaveLength(2);
  });

  it("gives up at once a line that the machine has slept through", () => {
    enter();
    world.sleep(3_600_000);
    connection.nudge();
    expect(latest()?.phase).toBe("waiting");
    world.pass(400);
    expect(world.lines).toHaveLength(2);
  });

  it("asks a line that may still be good for a sign of life", () => {
    const line = enter();
    const before = line.of("ping").length;
    connection.nudge();
    expect(line.of("ping").length).toBe(before + 1);
    expect(world.lines).toHaveLength(1);
  });
});

describe("the server's clock", () => {
  it("is guessed from the welcome and measured by pings", () => {
    const line = enter();
    expect(connection.serverNow()).toBe(world.now() + 500);
    world.pass(0);
    expect(line.of("ping")).not.toEqual([]);
    const t = world.now();
    world.pass(100);
    line.say({ type: "pong", t, server_time: t + 50 + 700 });
    expect(connection.serverNow()).toBe(world.now() + 700);
    expect(latest()).toMatchObject({ phase: "live", offset: 700, roundTrip: 100 });
  });

  it("is measured anew after a sleep, for one's own may have been set", () => {
    const line = enter();
    line.say({ type: "pong", t: world.now(), server_time: world.now() + 700 });
    connection.nudge();
    const t = world.now();
    world.pass(200);
    line.say({ type: "pong", t, server_time: t + 100 + 9_000 });
    expect(connection.serverNow()).toBe(world.now() + 9_000);
  });
});
