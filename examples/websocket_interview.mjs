// A whole interview against a running server, in plain JavaScript: a guest, a room over HTTP, and the rest
// over one WebSocket. `npm ci` once, then `node websocket_interview.mjs [http://127.0.0.1:8000]`.

import { randomUUID } from "node:crypto";
import WebSocket from "ws";

const server = (process.argv[2] ?? "http://127.0.0.1:8000").replace(/\/$/, "");
const ANSWER =
  "저는 장애를 숫자로 좁히는 개발자입니다. 느린 요청 2만 건을 나누어 원인을 찾았고, 조회를 하나로 묶어 " +
  "응답 시간을 3초에서 0.4초로 줄였습니다. 측정에서 출발해야 한다는 점을 배웠습니다.";

// After these close codes one may come back; 1006 is a connection that was lost.
const COME_BACK = new Set([1001, 1006, 1011, 1012, 4408, 4429, 4503, 4508]);

async function post(path, body, token) {
  const headers = { "Content-Type": "application/json", ...(token && { Authorization: `Bearer ${token}` }) };
  const response = await fetch(server + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

// The smallest honest client: it resumes behind its last seq, and repeats what has no outcome yet.
class Room {
  #waiting = new Map();
  #lastSeq = null;
  #retryAfter = null;
  #attempts = 0;
  #inTheDark = false;
  #done;

  constructor(token, room) {
    Object.assign(this, { token, room, you: null });
    this.finished = new Promise((resolve, reject) => {
      this.#done = { resolve, reject };
    });
    this.#connect();
  }

  #connect() {
    this.socket = new WebSocket(`${server.replace(/^http/, "ws")}/ws`, { perMessageDeflate: false });
    this.socket.on("open", () =>
      this.#send({ type: "hello", proto: 1, token: this.token, room: this.room, last_seq: this.#lastSeq }),
    );
    this.socket.on("message", (text) => this.#hear(JSON.parse(text)));
    this.socket.on("error", () => {});
    this.socket.on("close", (code) => {
      if (code === 1000) return;
      if (!COME_BACK.has(code) || this.#attempts > 8) {
        this.#done.reject(new Error(`closed with ${code}`));
        return;
      }
      const wait = this.#retryAfter ?? 250 * 2 ** this.#attempts * (0.5 + Math.random() / 2);
      this.#attempts += 1;
      this.#retryAfter = null;
      setTimeout(() => this.#connect(), wait);
    });
  }

  #send(frame) {
    if (this.socket.readyState === WebSocket.OPEN) this.socket.send(JSON.stringify(frame));
  }

  command(name, data = {}, id = randomUUID()) {
    const frame = { type: "command", id, name, data };
    return new Promise((resolve) => {
      this.#waiting.set(frame.id, { frame, resolve });
      if (this.you) this.#send(frame);
    });
  }

  async must(name, data) {
    const outcome = await this.command(name, data);
    if (outcome.status === "refused") throw new Error(`${name}: ${outcome.code} ${outcome.message}`);
    return outcome;
  }

  #hear(frame) {
    switch (frame.type) {
      case "welcome":
        this.you = frame.you;
        this.#attempts = 0;
        this.#inTheDark = false;
        if (!frame.resumed) this.#begin(frame.seq, frame.snapshot);
        for (const { frame: command } of this.#waiting.values()) this.#send(command);
        break;
      case "snapshot":
        this.#begin(frame.seq, frame.room);
        this.onLook?.(frame.room);
        this.onLook = null;
        break;
      case "event":
      case "skip":
        if (this.#inTheDark || frame.seq <= this.#lastSeq) break;
        if (frame.seq !== this.#lastSeq + 1) {
          this.#inTheDark = true;
          this.#send({ type: "resync" });
          break;
        }
        this.#lastSeq = frame.through ?? frame.seq;
        if (frame.type === "event") this.onEvent?.(frame.name, frame.data);
        break;
      case "outcome": {
        const waiting = this.#waiting.get(frame.id);
        if (!waiting) break;
        if (frame.status === "unknown") {
          setTimeout(() => this.#send(waiting.frame), 500);
          break;
        }
        this.#waiting.delete(frame.id);
        waiting.resolve(frame);
        break;
      }
      case "bye":
        this.#retryAfter = frame.retry_after_ms;
        break;
    }
  }

  #begin(seq, room) {
    this.#inTheDark = false;
    this.#lastSeq = seq;
    this.onRoom?.(room);
  }

  look() {
    return new Promise((resolve) => {
      this.onLook = resolve;
      this.#send({ type: "resync" });
    });
  }

  finish() {
    this.#done.resolve();
  }
}

const { token } = await post("/api/guests", { name: "김지원" });
const { room_id } = await post(
  "/api/rooms",
  {
    title: "연습 면접",
    settings: { preset: "short", reading_ms: 0, follow_up_budget: 0 },
    rivals: ["naver", "toss"],
    panel: ["technical"],
  },
  token,
);

const room = new Room(token, room_id);
const mine = new Set();
// One id a turn, so that answering twice is harmless; a random one, so that the log tells nothing of the text.
const ids = new Map();
const answer = (turn_id) => {
  if (!ids.has(turn_id)) ids.set(turn_id, randomUUID());
  return room.command("submit_answer", { turn_id, text: ANSWER }, ids.get(turn_id));
};
// After a lost connection the whole room may come anew, with a turn that opened meanwhile.
room.onRoom = (seen) => {
  for (const turn of seen.current?.turns ?? []) {
    if (turn.state === "open" && turn.seat_id === room.you.seat_id) answer(turn.turn_id);
  }
};
room.onEvent = (name, data) => {
  if (name === "round_opened") {
    for (const turn of data.round.turns) if (turn.seat_id === room.you.seat_id) mine.add(turn.turn_id);
    console.log("Q.", data.round.question?.text);
  } else if (name === "turn_opened" && mine.has(data.turn_id)) {
    answer(data.turn_id);
  } else if (name === "speech_started") {
    room.command("skip_speech", { turn_id: data.turn_id });
  } else if (name === "interview_finished") {
    room.finish();
  }
};
await room.must("set_ready");
await room.must("start_interview");
await room.finished;

const end = await room.look();
const names = new Map(end.seats.map((seat) => [seat.seat_id, seat.name]));
for (const row of end.board.rows) console.log(row.rank, names.get(row.seat_id), row.total);
const feedback = end.feedback.find((item) => item.seat_id === room.you.seat_id)?.feedback;
console.log(feedback.summary);
console.log(feedback.drill);
room.socket.close(1000);
