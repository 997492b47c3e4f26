import { expect, it } from "vitest";
import { room, seat } from "../../../tests/stage/stub_session";
import { VirtualWorld } from "../../../tests/stage/virtual_world";
import { openRoomSession } from "./room_store";

const DESTINATION = { url: "ws://here/ws", room: "r-1", invitation: "", lang: "ko", token: () => "token" };

function entered() {
  const world = new VirtualWorld();
  const session = openRoomSession(world, DESTINATION);
  world.line.open();
  world.line.say({
    type: "welcome",
    resumed: false,
    seq: 1,
    server_time: world.now(),
    you: { seat_id: "me", role: "candidate", owner: true },
    limits: { largest_frame: 65_536, frames_per_second: 10, draft_every_ms: 2_000 },
    snapshot: room({ seats: [seat({ seat_id: "me" }), seat({ seat_id: "other" })] }),
  });
  let drawn = 0;
  session.store.subscribe((now, before) => {
    if (now.room !== before.room) drawn += 1;
  });
  return { world, session, drawn: () => drawn };
}

const ready = (seq: number, seat_id: string, is: boolean) => ({
  type: "event",
  name: "readiness_changed",
  seq,
  data: { at: seq, seat_id, ready: is },
});

it("shows a burst of events once, as the room is after the last of them", () => {
  const { world, session, drawn } = entered();
  world.line.say(ready(2, "me", false));
  world.line.say(ready(3, "other", false));
  world.line.say(ready(4, "me", true));
  expect(drawn()).toBe(0);
  world.draw();
  expect(drawn()).toBe(1);
  expect(session.store.getState().room?.seq).toBe(4);
  expect(session.store.getState().room?.seats.map((one) => one.ready)).toEqual([true, false]);
});

it("shows what came before a command's outcome to whoever waited for it", async () => {
  const { world, session } = entered();
  const settled = session.command("set_ready", { ready: false });
  const [{ id } = { id: "" }] = world.line.of("command");
  world.line.say(ready(2, "me", false));
  world.line.say({ type: "outcome", id, status: "committed", seq: 2, code: "", message: "", detail: "" });
  await settled;
  expect(session.store.getState().room?.seats[0]?.ready).toBe(false);
});

it("is not told that somebody types again and again", () => {
  const { world, session } = entered();
  world.line.say({ type: "peer_signal", seat_id: "other", kind: "typing" });
  const { signals } = session.store.getState();
  world.line.say({ type: "peer_signal", seat_id: "other", kind: "typing" });
  world.line.say({ type: "peer_signal", seat_id: "me", kind: "idle" });
  expect(session.store.getState().signals).toBe(signals);
  world.pass(6_000);
  expect(session.store.getState().signals).toEqual({});
});
