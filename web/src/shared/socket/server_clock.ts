const KEPT = 8;

interface Sample {
  roundTrip: number;
  offset: number;
}

/** How far the server's clock is ahead of ours, from the exchange with the shortest round trip of the latest. */
export class ServerClock {
  #samples: Sample[] = [];
  #offset = 0;

  /** ms to add to our clock to get the server's. */
  get offset(): number {
    return this.#offset;
  }

  /** The shortest round trip of the latest exchanges in ms, or null before the first. */
  get roundTrip(): number | null {
    return this.#best?.roundTrip ?? null;
  }

  get #best(): Sample | undefined {
    return this.#samples.toSorted((one, other) => one.roundTrip - other.roundTrip)[0];
  }

  /** Takes a rough first estimate, as `welcome` gives it. */
  guess(serverTime: number, now: number): void {
    if (this.#samples.length === 0) this.#offset = serverTime - now;
  }

  /** Takes one exchange: sent and heard by our clock, answered by the server's. */
  measure(sent: number, serverTime: number, heard: number): void {
    const roundTrip = heard - sent;
    if (roundTrip < 0) return;
    this.#samples = [...this.#samples, { roundTrip, offset: serverTime - (sent + heard) / 2 }].slice(-KEPT);
    this.#offset = this.#best?.offset ?? this.#offset;
  }

  /** Forgets the exchanges: our own clock may have been set, or slept. */
  forget(): void {
    this.#samples = [];
  }
}
