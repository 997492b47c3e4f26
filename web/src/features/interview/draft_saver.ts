/**
 * Saves an answer at the server while it is written. Law: one save is under way at most, none comes sooner
 * after another than the server allows, and the last words before the deadline are always among the saved.
 */
export interface SaverWorld {
  now(): number;
  after(ms: number, callback: () => void): () => void;
  /** Ends with whether the server has it now. */
  save(text: string): Promise<"saved" | "too_soon" | "refused">;
  /** Told whenever `saved` may have changed. */
  changed(): void;
}

// The server measures from commit to commit, so a little more than its pace.
const MARGIN_MS = 150;
/** How long before the deadline the last draft goes out. */
export const LAST_CALL_MS = 700;

export class DraftSaver {
  #text: string;
  #saved: string;
  #deadline: number | null = null;
  #lastAt = Number.NEGATIVE_INFINITY;
  #busy = false;
  #stopped = false;
  #calledOff: (() => void) | null = null;

  /**
   * @param text What stands in the field.
   * @param saved What the server already has.
   * @param everyMs Drafts that come faster are refused.
   */
  constructor(
    private readonly world: SaverWorld,
    text: string,
    saved: string,
    private readonly everyMs: number,
  ) {
    this.#text = text;
    this.#saved = saved;
    if (text !== saved) this.#plan();
  }

  /** Whether the server has everything that was written. */
  get saved(): boolean {
    return this.#text === this.#saved;
  }

  write(text: string): void {
    this.#text = text;
    this.#plan();
    this.world.changed();
  }

  /** Takes the deadline by this world's clock; null while the clocks stand still. */
  until(deadline: number | null): void {
    this.#deadline = deadline;
    if (!this.saved) this.#plan();
  }

  stop(): void {
    this.#stopped = true;
    this.#calledOff?.();
  }

  #plan(): void {
    if (this.#stopped || this.#busy || this.saved) return;
    this.#calledOff?.();
    const now = this.world.now();
    let at = Math.max(now, this.#lastAt + this.everyMs + MARGIN_MS);
    if (this.#deadline !== null) {
      const lastCall = this.#deadline - LAST_CALL_MS;
      // A save just before would leave no room for the last one.
      const tooClose = at < lastCall && lastCall - at < this.everyMs + MARGIN_MS;
      if (tooClose && now < lastCall) at = lastCall;
    }
    this.#calledOff = this.world.after(at - now, () => void this.#save());
  }

  async #save(): Promise<void> {
    const text = this.#text;
    this.#busy = true;
    this.#lastAt = this.world.now();
    const outcome = await this.world.save(text);
    this.#busy = false;
    if (outcome === "saved") this.#saved = text;
    this.#lastAt = this.world.now();
    if (outcome !== "refused") this.#plan();
    this.world.changed();
  }
}
