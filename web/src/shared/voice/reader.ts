/**
 * Reads texts aloud in their order. Law: one is read at a time and each once; what is wanted no more falls silent
 * at once; what the browser forbids without a gesture waits for one.
 */
export interface Reading {
  /** The same text is read once under its key. */
  key: string;
  text: string;
}

/** The browser plays nothing before the person has touched the page. */
export class PlayingForbidden extends Error {}

export interface ReaderWorld<R extends Reading> {
  /** Reads to the end; rejects when it can't, and ends when the signal says so. */
  play(reading: R, signal: AbortSignal): Promise<void>;
  /** Told when a gesture is waited for. */
  forbidden(): void;
  /** Told when a text could not be read; it is not tried again. */
  failed(error: unknown): void;
}

export class Reader<R extends Reading> {
  #wanted: readonly R[] = [];
  #done = new Set<string>();
  #playing: { key: string; stop: AbortController } | null = null;
  #waiting = false;

  constructor(private readonly world: ReaderWorld<R>) {}

  /** Says what may be read now, in order. */
  want(readings: readonly R[]): void {
    this.#wanted = readings;
    const playing = this.#playing;
    if (playing && !readings.some(({ key }) => key === playing.key)) {
      playing.stop.abort();
      this.#playing = null;
    }
    this.#next();
  }

  /** Goes on after a gesture. */
  touched(): void {
    if (!this.#waiting) return;
    this.#waiting = false;
    this.#next();
  }

  /** Falls silent, and would read everything again. */
  reset(): void {
    this.want([]);
    this.#done.clear();
    this.#waiting = false;
  }

  #next(): void {
    if (this.#playing || this.#waiting) return;
    const reading = this.#wanted.find(({ key }) => !this.#done.has(key));
    if (!reading) return;
    const playing = { key: reading.key, stop: new AbortController() };
    this.#playing = playing;
    this.#done.add(reading.key);
    this.world
      .play(reading, playing.stop.signal)
      .catch((error: unknown) => {
        if (playing.stop.signal.aborted) return;
        if (error instanceof PlayingForbidden) {
          this.#done.delete(reading.key);
          this.#waiting = true;
          this.world.forbidden();
        } else this.world.failed(error);
      })
      .finally(() => {
        if (this.#playing !== playing) return;
        this.#playing = null;
        this.#next();
      });
  }
}
