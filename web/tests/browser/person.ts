/** Somebody with an account who uses the server over HTTP, as browsers do: to set the stage for what is tested. */
import type {
  InterviewReport,
  NewRoomShape,
  ReportDocument,
  RoomSeenShape,
  Settings,
  SignedIn,
} from "@/shared/wire/http.gen";

/** How long somebody listens to a speech, and thinks about an answer, in ms; nothing is waited for by default. */
export interface Pace {
  listen: number;
  think: number;
}

/** What a body may leave out: the server has defaults. */
type Wanted = Omit<NewRoomShape, "settings" | "rivals" | "panel"> & {
  settings?: Partial<Omit<Settings, "plan">> & { plan?: Partial<Settings["plan"][number]>[] };
  rivals?: string[];
  panel?: string[];
};

const PATIENCE_MS = 120_000;
const PAUSE_MS = 150;

let commands = 0;

export class Person {
  readonly url: string;
  readonly signed: SignedIn;

  private constructor(url: string, signed: SignedIn) {
    this.url = url;
    this.signed = signed;
  }

  static async enter(url: string, name: string): Promise<Person> {
    const answer = await fetch(`${url}/api/guests`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ name }),
    });
    if (!answer.ok) throw new Error(`POST /api/guests: ${answer.status} ${await answer.text()}`);
    return new Person(url, (await answer.json()) as SignedIn);
  }

  /** What the client keeps in `localStorage` of somebody who is signed in. */
  get account(): string {
    const { token, user_id: userId, name, expires_at: expiresAt } = this.signed;
    return JSON.stringify({ state: { account: { token, userId, name, expiresAt } }, version: 0 });
  }

  /** Asks the API; waits when it is told that this was too fast. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    for (;;) {
      const answer = await fetch(this.url + path, {
        method,
        headers: {
          Authorization: `Bearer ${this.signed.token}`,
          ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        },
        body: body === undefined ? null : JSON.stringify(body),
      });
      if (answer.status === 429) {
        await new Promise((resolve) =>
          setTimeout(resolve, Number(answer.headers.get("Retry-After") ?? 1) * 1000),
        );
        continue;
      }
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (answer.status === 204 ? undefined : await answer.json()) as T;
    }
  }

  room(roomId: string): Promise<RoomSeenShape> {
    return this.ask("GET", `/api/rooms/${roomId}`);
  }

  async report(roomId: string): Promise<InterviewReport> {
    return (await this.ask<ReportDocument>("GET", `/api/rooms/${roomId}/results`)).report;
  }

  async open(wanted: Wanted): Promise<string> {
    return (await this.ask<RoomSeenShape>("POST", "/api/rooms", wanted)).room_id;
  }

  command(roomId: string, name: string, data: object = {}): Promise<unknown> {
    commands += 1;
    const id = `test-${process.pid}-${commands}`;
    return this.ask("POST", `/api/rooms/${roomId}/commands`, { id, name, data });
  }

  async start(roomId: string): Promise<void> {
    await this.command(roomId, "set_ready", { ready: true });
    await this.ask("POST", `/api/rooms/${roomId}/start`);
  }

  /**
   * Answers whenever it is this person's turn, and skips ahead of everybody's speech, until the interview has ended
   * or `until` says so.
   */
  async play(
    roomId: string,
    answer: (place: number) => string,
    until: (seen: RoomSeenShape) => boolean = () => false,
    pace: Pace = { listen: 0, think: 0 },
  ): Promise<RoomSeenShape> {
    const end = Date.now() + PATIENCE_MS + 30 * (pace.listen + pace.think);
    const since = new Map<string, number>();
    let answered = 0;
    for (;;) {
      const seen = await this.room(roomId);
      if (seen.room.stage === "finished" || until(seen)) return seen;
      if (Date.now() > end) throw new Error(`the interview stands at ${seen.room.stage}`);
      for (const turn of seen.room.current?.turns ?? []) {
        if (turn.state !== "open") continue;
        const mine = turn.seat_id === seen.you.seat_id;
        const key = `${turn.turn_id}${turn.speaking}`;
        since.set(key, since.get(key) ?? Date.now());
        if (Date.now() - (since.get(key) ?? 0) < (mine ? pace.think : pace.listen)) continue;
        if (!mine && (!turn.speaking || turn.skip_votes.includes(seen.you.seat_id))) continue;
        const done = mine
          ? this.command(roomId, "submit_answer", { turn_id: turn.turn_id, text: answer(answered++) })
          : this.command(roomId, "skip_speech", { turn_id: turn.turn_id });
        // The clock may have been faster.
        await done.catch(() => undefined);
      }
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
}
