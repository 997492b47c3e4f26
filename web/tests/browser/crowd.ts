/** Others in a room, who use the server as the client does: with the client's own session, from outside any browser. */
import { openRoomSession, type RoomSession } from "@/shared/room/room_store";
import { browserSurroundings } from "@/shared/socket/surroundings";
import type { Person } from "./person";

/** How long a lost connection is kept secret by the server, in ms: whoever is back sooner was never away. */
const SECRET_MS = 1_500;
const AWAY_MS = SECRET_MS + 200;
const THERE_MS = 1_300;
const SIGN_EVERY_MS = 500;
const DRAFT_EVERY_MS = 2_200;

function enter(person: Person, room: string, invitation: string): RoomSession {
  // Outside a browser no picture is drawn.
  const world = { ...browserSurroundings(), soon: (callback: () => void) => callback() };
  return openRoomSession(world, {
    url: `${person.url.replace("http", "ws")}/ws`,
    room,
    invitation,
    lang: "ko",
    token: () => person.signed.token,
  });
}

/** Ends once a session's line is live. */
async function live(session: RoomSession): Promise<void> {
  if (session.store.getState().line.phase === "live") return;
  await new Promise<void>((resolve) => {
    const stop = session.store.subscribe(({ line }) => {
      if (line.phase !== "live") return;
      stop();
      resolve();
    });
  });
}

/**
 * A candidate beside the one who is looked at: types and keeps drafts, answers after a while, and goes on as soon as
 * everybody may.
 *
 * @param answerAfterMs How long this one writes at every answer.
 * @returns How to end it.
 */
export async function candidate(
  person: Person,
  room: string,
  invitation: string,
  answerAfterMs: number,
  answer: (place: number) => string,
): Promise<() => void> {
  const session = enter(person, room, invitation);
  await live(session);
  await session.command("join_room", { name: person.signed.name, observer: false });
  await session.command("set_ready", { ready: true });
  let since = 0;
  let turnId = "";
  let place = 0;
  let draftedAt = 0;
  const voted = new Set<string>();
  const timer = setInterval(() => {
    const { room: seen, you } = session.store.getState();
    const turns = seen?.current?.turns ?? [];
    const mine = turns.find((turn) => turn.seat_id === you?.seat_id);
    if (mine?.state === "open") {
      session.signal("typing");
      if (mine.turn_id !== turnId) {
        turnId = mine.turn_id;
        since = Date.now();
        place += 1;
      }
      if (Date.now() - since > answerAfterMs) {
        void session.command("submit_answer", { turn_id: turnId, text: answer(place) });
      } else if (Date.now() - draftedAt > DRAFT_EVERY_MS) {
        draftedAt = Date.now();
        const written = ((draftedAt - since) / answerAfterMs) * answer(place).length;
        void session.command("save_draft", {
          turn_id: turnId,
          text: answer(place).slice(0, 1 + Math.floor(written)),
        });
      }
      return;
    }
    // Everybody here has to want it, so that the one who is looked at decides when.
    for (const turn of turns) {
      if (!turn.speaking || turn.state !== "open" || voted.has(turn.turn_id)) continue;
      voted.add(turn.turn_id);
      void session.command("skip_speech", { turn_id: turn.turn_id });
    }
  }, SIGN_EVERY_MS);
  return () => {
    clearInterval(timer);
    session.stop();
  };
}

/**
 * Somebody who looks on over a bad line: gone, and back again, as long as it is not ended. Reads nothing of what is
 * said, so that many of them leave the machine to the page that is measured.
 *
 * @returns How to end it.
 */
export async function flickering(person: Person, room: string, invitation: string): Promise<() => void> {
  await person.ask("POST", `/api/rooms/${room}/enter`, { invitation });
  await person.command(room, "join_room", { name: person.signed.name, observer: true });
  const { token } = person.signed;
  const hello = { type: "hello", proto: 1, token, room, last_seq: null, invitation, lang: "ko" };
  let line: WebSocket;
  let timer: NodeJS.Timeout;
  const come = () => {
    line = new WebSocket(`${person.url.replace("http", "ws")}/ws`);
    line.onopen = () => line.send(JSON.stringify(hello));
    timer = setTimeout(go, THERE_MS);
  };
  const go = () => {
    line.close();
    timer = setTimeout(come, AWAY_MS);
  };
  come();
  return () => {
    clearTimeout(timer);
    line.close();
  };
}
