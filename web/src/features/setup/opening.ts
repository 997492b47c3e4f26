/** Opens the chosen room: the room first, then what its host hands in. A retry goes on with the same room. */
import { request } from "@/shared/http/request";
import { browserSurroundings } from "@/shared/socket/surroundings";
import type { RoomSeenShape } from "@/shared/wire/http.gen";
import { type Choice, factsOf, roomOf } from "./choice";

/** The room is open, but what was to be handed in is not: one may try again, or go in without. */
export class HalfOpen extends Error {
  constructor(
    readonly roomId: string,
    readonly reason: unknown,
  ) {
    super("the room is open, but not all was handed in");
  }
}

export class Opening {
  private asked = "";
  private key = "";

  /** Returns the room's id. Throws an ApiProblem, or HalfOpen. */
  async open(choice: Choice): Promise<string> {
    const body = roomOf(choice);
    const asked = JSON.stringify(body);
    // The same wish gets the same room however often it is sent; another wish must not.
    if (asked !== this.asked) {
      this.asked = asked;
      this.key = browserSurroundings().id();
    }
    const room = await request<RoomSeenShape>("/api/rooms", {
      method: "POST",
      body,
      idempotencyKey: this.key,
    });
    try {
      await handIn(choice, room);
    } catch (reason) {
      throw new HalfOpen(room.room_id, reason);
    }
    return room.room_id;
  }
}

async function handIn(choice: Choice, room: RoomSeenShape): Promise<void> {
  const place = `/api/rooms/${room.room_id}`;
  const facts = factsOf(choice);
  const [document] = choice.documents;
  if (document && facts.length) {
    await request(`${place}/resume`, {
      method: "POST",
      body: { document_id: document.documentId, facts },
    });
  }
  if (choice.timePercent > 100) {
    await request(`${place}/commands`, {
      method: "POST",
      body: {
        id: browserSurroundings().id(),
        name: "set_accommodation",
        data: { seat_id: room.you.seat_id, time_percent: choice.timePercent },
      },
    });
  }
}
