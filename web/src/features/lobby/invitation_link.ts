/** What people paste to get into a room: a link, a whole message with a link in it, an invitation, a room's id. */

export interface Way {
  roomId: string;
  /** Empty where the room is public, or lets this person in anyway. */
  invitation: string;
}

const ROOM_ID = /^[A-Za-z0-9_-]{1,100}$/;
const BARE_ROOM_ID = /^r-[a-z0-9]{6,64}$/;
const SEALED = /^[A-Za-z0-9_-]{32,1000}$/;
/** How an invitation is written: a byte for its form, six for its end, one for its generation, the room, a seal of sixteen. */
const ROOM_PACKED = 2;
const ROOM_FROM = 8;
const SEAL = 16;
const LINK = /(?:https?:\/\/[^\s/]+)?\/(?:rooms\/[^\s]+|join[?#][^\s]+)/;

/** Returns where a pasted text leads; null when it leads nowhere. */
export function readWay(pasted: string): Way | null {
  const text = pasted.trim();
  const link = LINK.exec(text)?.[0];
  if (link) return fromLink(link);
  if (BARE_ROOM_ID.test(text)) return { roomId: text, invitation: "" };
  return SEALED.test(text) ? fromInvitation(text) : null;
}

/** Returns where the part of an address behind its `#` leads: an invitation, or `room=…` for a public room. */
export function readFragment(fragment: string): Way | null {
  const text = fragment.replace(/^#/, "");
  if (SEALED.test(text)) return fromInvitation(text);
  const said = new URLSearchParams(text);
  const room = said.get("room") ?? "";
  return ROOM_ID.test(room) ? { roomId: room, invitation: said.get("invitation") ?? "" } : null;
}

function fromLink(link: string): Way | null {
  // Only the path and what is behind it count: the same server may be reached under several names.
  const url = new URL(link, "http://here");
  if (url.pathname === "/join") return readFragment(url.hash || url.search.slice(1));
  const roomId = url.pathname.split("/")[2] ?? "";
  if (!ROOM_ID.test(roomId)) return null;
  return { roomId, invitation: new URLSearchParams(url.hash.slice(1)).get("invitation") ?? "" };
}

/** An invitation names its room, for everybody to read; whether it is good is for the server to say. */
function fromInvitation(invitation: string): Way | null {
  try {
    const bytes = Uint8Array.from(atob(invitation.replaceAll("-", "+").replaceAll("_", "/")), (letter) =>
      letter.charCodeAt(0),
    );
    const room = bytes.subarray(ROOM_FROM, -SEAL);
    const hex = Array.from(room, (byte) => byte.toString(16).padStart(2, "0")).join("");
    const packed = ((bytes[0] ?? 0) & ROOM_PACKED) !== 0;
    const roomId = packed ? `r-${hex}` : new TextDecoder().decode(room);
    return ROOM_ID.test(roomId) ? { roomId, invitation } : null;
  } catch {
    return null;
  }
}
