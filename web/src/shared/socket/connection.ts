/**
 * One person's connection to one room. Law: what the listener is told is the room's log in order, without a
 * gap, whatever happens to the line; a gap is answered by asking for the whole state.
 */
import type { Commands, Limits, Room, You } from "@/shared/wire/socket.gen";
import { backoffMs } from "./backoff";
import { type EndReason, endReason } from "./close_codes";
import {
  type ClientFrame,
  type CommandName,
  PROTOCOL,
  type RoomEvent,
  type ServerFrame,
  type SignalKind,
} from "./frames";
import { Outbox, type Outcome } from "./outbox";
import { ServerClock } from "./server_clock";
import type { Line, Surroundings } from "./surroundings";

export const BEAT_MS = 10_000;
/** How long the answer to a ping may take: no line that can be talked over is slower. */
export const ANSWER_MS = 8_000;
const SILENCE_MS = 25_000;
const RESEND_MS = 8_000;
const FIRST_PINGS = 4;

export interface Listener {
  /** The state of the line has changed. */
  line(state: LineState): void;
  /** The room from here on, whole. */
  room(room: Room, seq: number, reason: "welcome" | "asked" | "lagging" | "rewritten"): void;
  /** What happened next. Throwing means that it could not be understood: the whole state is asked for. */
  event(event: RoomEvent): void;
  you(you: You, limits: Limits): void;
  signal(seatId: string, kind: SignalKind): void;
  legal(commands: readonly CommandName[], seq: number): void;
  warning(code: string, message: string): void;
}

export type LineState =
  | { phase: "connecting"; attempt: number }
  | { phase: "live"; offset: number; roundTrip: number | null }
  | { phase: "waiting"; attempt: number; retryAt: number; message: string }
  | { phase: "ended"; reason: EndReason; message: string };

export interface Destination {
  url: string;
  room: string;
  invitation: string;
  lang: string;
  /** The token of the moment: it may have been renewed since the last attempt. */
  token: () => string;
}

export class RoomConnection {
  #line: Line | null = null;
  #generation = 0;
  #attempt = 0;
  #lastSeq: number | null = null;
  #lost = false;
  #live = false;
  #ended = false;
  #heardAt = 0;
  #bye: { message: string; retryAfter: number | null } = { message: "", retryAfter: null };
  #cancelTimer: (() => void) | null = null;
  readonly #outbox = new Outbox();
  readonly #clock = new ServerClock();

  constructor(
    private readonly world: Surroundings,
    private readonly destination: Destination,
    private readonly listener: Listener,
  ) {}

  /** The server's time by what we know of its clock, ms since the Unix epoch. */
  serverNow(): number {
    return this.world.now() + this.#clock.offset;
  }

  get unsettled(): number {
    return this.#outbox.size;
  }

  start(): void {
    this.#connect();
  }

  /** Leaves for good; commands without an outcome are given up. */
  stop(): void {
    this.#end();
    this.#line?.close(1000);
    this.#line = null;
  }

  /** Sends a command, again and again with one id until its outcome comes. */
  command<N extends CommandName>(name: N, data: Commands[N]): Promise<Outcome> {
    const { frame, outcome } = this.#outbox.put(this.world.id(), name, data, this.world.now());
    if (this.#ended) this.#outbox.abandon();
    else if (this.#live) this.#send(frame);
    return outcome;
  }

  /** Sends a passing sign; it may get lost. */
  signal(kind: SignalKind): void {
    if (this.#live) this.#send({ type: "signal", kind });
  }

  askLegal(): void {
    if (this.#live) this.#send({ type: "ask_legal" });
  }

  /** The machine woke up, or the network is back: find out at once how things stand. */
  nudge(): void {
    if (this.#ended) return;
    this.#clock.forget();
    if (!this.#live) {
      this.#attempt = 0;
      this.#connect();
    } else if (this.world.now() - this.#heardAt > SILENCE_MS) this.#dropped(1006);
    else this.#ping();
  }

  #connect(): void {
    this.#cancelTimer?.();
    this.#line?.close(1000);
    this.#live = false;
    this.#bye = { message: "", retryAfter: null };
    const generation = ++this.#generation;
    const current = () => generation === this.#generation && !this.#ended;
    this.listener.line({ phase: "connecting", attempt: this.#attempt });
    this.#heardAt = this.world.now();
    this.#line = this.world.open(this.destination.url, {
      opened: () => {
        if (current()) this.#greet();
      },
      heard: (text) => {
        if (current()) this.#hear(JSON.parse(text) as ServerFrame);
      },
      closed: (code) => {
        if (current()) this.#dropped(code);
      },
    });
    this.#beat(generation);
  }

  #greet(): void {
    this.#send({
      type: "hello",
      proto: PROTOCOL,
      token: this.destination.token(),
      room: this.destination.room,
      last_seq: this.#lastSeq,
      invitation: this.destination.invitation,
      lang: this.destination.lang,
    });
  }

  #hear(frame: ServerFrame): void {
    this.#heardAt = this.world.now();
    switch (frame.type) {
      case "welcome":
        this.#welcomed(frame);
        break;
      case "snapshot":
        this.#begin(frame.room, frame.seq, frame.reason);
        break;
      case "event":
        this.#next(frame.seq, frame.seq, () => this.listener.event(frame));
        break;
      case "skip":
        this.#next(frame.seq, frame.through, () => {});
        break;
      case "outcome":
        this.#outbox.settle(frame);
        break;
      case "peer_signal":
        this.listener.signal(frame.seat_id, frame.kind);
        break;
      case "pong":
        this.#clock.measure(frame.t, frame.server_time, this.world.now());
        this.#tellLive();
        break;
      case "legal":
        this.listener.legal(frame.commands, frame.seq);
        break;
      case "warning":
        this.listener.warning(frame.code, frame.message);
        break;
      case "bye":
        this.#bye = { message: frame.message, retryAfter: frame.retry_after_ms };
    }
  }

  #welcomed(frame: Extract<ServerFrame, { type: "welcome" }>): void {
    this.#live = true;
    this.#attempt = 0;
    this.#lost = false;
    this.#clock.guess(frame.server_time, this.world.now());
    this.listener.you(frame.you, frame.limits);
    if (!frame.resumed && frame.snapshot) this.#begin(frame.snapshot, frame.seq, "welcome");
    this.#tellLive();
    for (const command of this.#outbox.due(this.world.now(), 0)) this.#send(command);
    for (let count = 0; count < FIRST_PINGS; count += 1) this.world.after(count * 150, () => this.#ping());
  }

  #begin(room: Room, seq: number, reason: "welcome" | "asked" | "lagging" | "rewritten"): void {
    this.#lost = false;
    this.#lastSeq = seq;
    this.listener.room(room, seq, reason);
  }

  #next(seq: number, through: number, tell: () => void): void {
    if (this.#lost || this.#lastSeq === null || through <= this.#lastSeq) return;
    let understood = seq <= this.#lastSeq + 1;
    try {
      if (understood) tell();
    } catch {
      understood = false;
    }
    if (understood) this.#lastSeq = through;
    else this.#resync();
  }

  #resync(): void {
    this.#lost = true;
    this.#send({ type: "resync" });
  }

  #dropped(code: number): void {
    this.#line?.close(1000);
    this.#line = null;
    this.#live = false;
    const reason = endReason(code);
    if (reason !== null) {
      this.#end();
      this.listener.line({ phase: "ended", reason, message: this.#bye.message });
      return;
    }
    const wait = this.#bye.retryAfter ?? backoffMs(this.#attempt, this.world.chance());
    this.#attempt += 1;
    this.listener.line({
      phase: "waiting",
      attempt: this.#attempt,
      retryAt: this.world.now() + wait,
      message: this.#bye.message,
    });
    this.#generation += 1;
    this.#cancelTimer?.();
    this.#cancelTimer = this.world.after(wait, () => this.#connect());
  }

  #end(): void {
    this.#ended = true;
    this.#live = false;
    this.#generation += 1;
    this.#cancelTimer?.();
    this.#outbox.abandon();
  }

  /** While a line lives: ask for a sign of life, and send again what has no outcome. */
  #beat(generation: number): void {
    this.#cancelTimer = this.world.after(BEAT_MS, () => {
      if (generation !== this.#generation || this.#ended) return;
      if (this.#live) {
        this.#ping();
        for (const command of this.#outbox.due(this.world.now(), RESEND_MS)) this.#send(command);
      } else if (this.world.now() - this.#heardAt > SILENCE_MS) {
        this.#dropped(1006);
        return;
      }
      this.#beat(generation);
    });
  }

  /**
   * Asks for a sign of life; a line on which nothing is heard after that is given up. Not one that has merely
   * been silent: browsers let the timers of a hidden page ring once a minute.
   */
  #ping(): void {
    if (!this.#live) return;
    const generation = this.#generation;
    const askedAt = this.world.now();
    this.#send({ type: "ping", t: askedAt });
    this.world.after(ANSWER_MS, () => {
      if (generation === this.#generation && this.#heardAt < askedAt) this.#dropped(1006);
    });
  }

  #tellLive(): void {
    if (this.#live) {
      this.listener.line({ phase: "live", offset: this.#clock.offset, roundTrip: this.#clock.roundTrip });
    }
  }

  #send(frame: ClientFrame): void {
    this.#line?.send(JSON.stringify(frame));
  }
}
