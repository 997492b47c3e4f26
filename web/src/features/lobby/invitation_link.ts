/** What people paste to get into a room: a link, a whole message with a link in it, an invitation, a room's id. */

export interface Way {
  roomId: string;
  /** Empty where the room is public, or lets this person in anyway. */
  invitation: string;
}

const ROOM_ID = /^[A-Za-z0-9_-]{1,100}$/;
const BARE_ROOM_ID = /^r-[a-z0-9]{6,64}$/;
const SIGNED = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const LINK = /(?:https?:\/\/[^\s/]+)?\/(?:rooms\/[^\s]+|join[?#][^\s]+)/;

/** Returns where a pasted text leads; null when it leads nowhere. */
export function readWay(pasted: string): Way | null {
  const text = pasted.trim();
  const link = LINK.exec(text)?.[0];
  if (link) return fromLink(link);
  if (BARE_ROOM_ID.test(text)) return { roomId: text, invitation: "" };
  return SIGNED.test(text) ? fromInvitation(text) : null;
}

/** Returns where the part of an address behind its `#` leads, as in `/join#room=…&invitation=…`. */
export function readFragment(fragment: string): Way | null {
  const said = new URLSearchParams(fragment.replace(/^#/, ""));
  const invitation = said.get("invitation") ?? "";
  const room = said.get("room") ?? "";
  if (ROOM_ID.test(room)) return { roomId: room, invitation };
  return invitation ? fromInvitation(invitation) : null;
}

function fromLink(link: string): Way | null {
  // Only the path and what is behind it count: the same server may be reached under several names.
  const url = new URL(link, "http://here");
  if (url.pathname === "/join") return readFragment(url.hash || url.search.slice(1));
  const roomId = url.pathname.split("/")[2] ?? "";
  if (!ROOM_ID.test(roomId)) return null;
  return { roomId, invitation: new URLSearchParams(url.hash.slice(1)).get("invitation") ?? "" };
}

/** An invitation names its room in its own claims; whether it is good is for the server to say. */
function fromInvitation(invitation: string): Way | null {
  const payload = invitation.split(".")[1] ?? "";
  try {
    const bytes = Uint8Array.from(atob(payload.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    const claims: unknown = JSON.parse(new TextDecoder().decode(bytes));
    const room = typeof claims === "object" && claims !== null && "sub" in claims ? claims.sub : null;
    return typeof room === "string" && ROOM_ID.test(room) ? { roomId: room, invitation } : null;
  } catch {
    return null;
  }
}
