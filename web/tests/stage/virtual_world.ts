/** A connection's surroundings in virtual time: the test is the server, and the clock goes when it says so. */
import type { Line, LineEvents, Surroundings } from "@/shared/socket/surroundings";

export interface Sent {
  type: string;
  id?: string;
  last_seq?: number | null;
  [field: string]: unknown;
}

/** One line that the client opened, from the server's end. */
export class ServerEnd implements Line {
  readonly sent: Sent[] = [];
  closedWith: number | null = null;

  constructor(
    readonly url: string,
    private readonly events: LineEvents,
  ) {}

  send(text: string): void {
    this.sent.push(JSON.parse(text) as Sent);
  }

  close(code: number): void {
    this.closedWith = code;
  }

  open(): void {
    this.events.opened();
  }

  say(frame: unknown): void {
    this.events.heard(JSON.stringify(frame));
  }

  drop(code = 1006): void {
    this.events.closed(code);
  }

  of(type: string): Sent[] {
    return this.sent.filter((frame) => frame.type === type);
  }
}

export class VirtualWorld implements Surroundings {
  readonly lines: ServerEnd[] = [];
  luck = 0.5;
  #now = 1_000_000;
  #timers: { at: number; callback: () => void }[] = [];
  #pictures: (() => void)[] = [];
  #ids = 0;

  get line(): ServerEnd {
    const line = this.lines.at(-1);
    if (!line) throw new Error("no line was opened");
    return line;
  }

  open(url: string, events: LineEvents): Line {
    const line = new ServerEnd(url, events);
    this.lines.push(line);
    return line;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, callback: () => void): () => void {
    const timer = { at: this.#now + ms, callback };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((one) => one !== timer);
    };
  }

  soon(callback: () => void): void {
    this.#pictures.push(callback);
  }

  chance(): number {
    return this.luck;
  }

  id(): string {
    this.#ids += 1;
    return `c${this.#ids}`;
  }

  /** The next picture is drawn. */
  draw(): void {
    for (const callback of this.#pictures.splice(0)) callback();
  }

  /** Lets time pass; timers ring in their order. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = this.#timers.filter((timer) => timer.at <= end).toSorted((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.callback();
    }
    this.#now = end;
  }

  /** The machine sleeps: time passes and no timer rings. */
  sleep(ms: number): void {
    this.#now += ms;
  }
}
