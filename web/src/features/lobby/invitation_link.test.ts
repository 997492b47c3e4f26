import { describe, expect, it } from "vitest";
import { readFragment, readWay } from "./invitation_link";

/** As the server wrote one: a form, an instant, a generation, the room's twelve bytes, a seal. */
const INVITATION = "AgGa0g8oAMgBI0VniavN7wEjRWeYqRF35neULjWAmlqolsHr";
const ROOM = "r-0123456789abcdef01234567";

describe("readWay", () => {
  it.each([
    ["a full link", `https://interview.example/rooms/${ROOM}#invitation=${INVITATION}`],
    ["a link without a host", `/rooms/${ROOM}#invitation=${INVITATION}`],
    [
      "a message around a link",
      `면접 같이 해요!\nhttp://10.0.0.2:8000/rooms/${ROOM}#invitation=${INVITATION} 에서요`,
    ],
    ["an invitation's link", `https://interview.example/join#${INVITATION}`],
    ["an invitation alone", `  ${INVITATION}\n`],
  ])("reads %s", (_, pasted) => {
    expect(readWay(pasted)).toEqual({ roomId: ROOM, invitation: INVITATION });
  });

  it("reads a room's id, and a link without an invitation, as for a public room", () => {
    expect(readWay(ROOM)).toEqual({ roomId: ROOM, invitation: "" });
    expect(readWay(`https://interview.example/rooms/${ROOM}`)).toEqual({ roomId: ROOM, invitation: "" });
  });

  it.each(["", "안녕하세요", "https://interview.example/questions", "a.b.c", "/rooms/", "/rooms/..%2Fapi"])(
    "leads nowhere from %j",
    (pasted) => {
      expect(readWay(pasted)).toBeNull();
    },
  );
});

describe("readFragment", () => {
  it("reads a room with its invitation, with or without the #", () => {
    expect(readFragment(`#room=${ROOM}&invitation=abc`)).toEqual({ roomId: ROOM, invitation: "abc" });
    expect(readFragment(`room=${ROOM}`)).toEqual({ roomId: ROOM, invitation: "" });
  });

  it("takes the room from the invitation", () => {
    expect(readFragment(`#${INVITATION}`)).toEqual({ roomId: ROOM, invitation: INVITATION });
    const longer = "AQGa0g8oAMhyb29tLTFfYYY7nDex7yEQv7pH5qjaEtE";
    expect(readFragment(longer)).toEqual({ roomId: "room-1_a", invitation: longer });
  });

  it("leads nowhere when broken or empty", () => {
    expect(readFragment("")).toBeNull();
    expect(readFragment("#room=%2F..%2F&invitation=abc")).toBeNull();
    expect(readFragment(`#${INVITATION.slice(0, 33)}`)).toBeNull();
    expect(readFragment("#AQGa0g8oAMgvLi4vcm9vbTFfYbQ2p9MixAk3V-nfiJgzZb0")).toBeNull();
  });
});
