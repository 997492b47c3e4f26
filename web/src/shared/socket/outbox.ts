/**
 * Commands whose outcome has not come: each is sent again with the same id until it has one, so it happens
 * once at most and is never lost.
 */
import type { Commands } from "@/shared/wire/socket.gen";
import type { CommandFrame, CommandName, OutcomeFrame } from "./frames";

export type Outcome = Omit<OutcomeFrame, "type">;

interface Waiting {
  frame: CommandFrame;
  sentAt: number;
  resolve: (outcome: Outcome) => void;
}

/** No outcome can come any more: the connection has ended for good. */
export const GIVEN_UP = "connection_ended";

export class Outbox {
  #waiting = new Map<string, Waiting>();

  get size(): number {
    return this.#waiting.size;
  }

  /** Keeps a command, and returns its frame and the promise of its outcome. */
  put<N extends CommandName>(
    id: string,
    name: N,
    data: Commands[N],
    now: number,
  ): { frame: CommandFrame; outcome: Promise<Outcome> } {
    const frame: CommandFrame = { type: "command", id, name, data };
    const outcome = new Promise<Outcome>((resolve) => {
      this.#waiting.set(id, { frame, sentAt: now, resolve });
    });
    return { frame, outcome };
  }

  /** Settles a command; one whose outcome is unknown goes on waiting. */
  settle(outcome: OutcomeFrame): void {
    if (outcome.status === "unknown") return;
    const waiting = this.#waiting.get(outcome.id);
    if (!waiting) return;
    this.#waiting.delete(outcome.id);
    waiting.resolve(outcome);
  }

  /** Returns the frames that have waited for `ms` or longer, and takes them as sent now. */
  due(now: number, ms: number): CommandFrame[] {
    const due = [...this.#waiting.values()].filter((waiting) => now - waiting.sentAt >= ms);
    for (const waiting of due) waiting.sentAt = now;
    return due.map((waiting) => waiting.frame);
  }

  /** Gives up on everything: nobody is left to answer. */
  abandon(): void {
    for (const [id, waiting] of this.#waiting) {
      waiting.resolve({ id, status: "refused", seq: null, code: GIVEN_UP, message: "", detail: "" });
    }
    this.#waiting.clear();
  }
}
