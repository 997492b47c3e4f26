/**
 * A spoken answer on its way to text. Law: a recording is either cancelled by its speaker, or kept until its text
 * has arrived; one is made at a time, and when the recorder is left the microphone is off.
 */
import { ApiProblem } from "@/shared/http/problem";
import { type Microphone, type MicrophoneTrouble, troubleOf } from "@/shared/voice/microphone";
import type { SpokenAnswer } from "@/shared/wire/http.gen";

export type Phase =
  | { name: "idle" }
  /** The browser asks for the microphone. */
  | { name: "asking" }
  | { name: "recording"; since: number }
  /** `share` of it is sent, 0-1; at 1 it is being heard. */
  | { name: "sending"; share: number }
  /** The recording is still here; `hopeless` when sending it again would change nothing. */
  | { name: "failed"; message: string; hopeless: boolean }
  | { name: "heard"; spoken: SpokenAnswer }
  | { name: "barred"; trouble: MicrophoneTrouble };

export interface RecorderWorld {
  now(): number;
  open(): Promise<Microphone>;
  send(recording: Blob, progress: (share: number) => void, signal: AbortSignal): Promise<SpokenAnswer>;
  /** What to tell the person of a failure that is no problem of the server's. */
  unexpected(): string;
  /** Takes the text once it has arrived. */
  heard(spoken: SpokenAnswer): void;
  /** Told at every change of the phase. */
  changed(phase: Phase): void;
}

/** Problems of the recording itself, or of what is left to spend. */
const HOPELESS = new Set([
  "recording_empty",
  "recording_too_large",
  "recording_too_long",
  "recording_unknown_kind",
  "recording_broken",
  "body_too_large",
  "nothing_said",
  "voice_off",
  "voice_spent",
  "not_your_turn",
  "not_candidate",
]);

export class VoiceRecorder {
  #phase: Phase = { name: "idle" };
  #microphone: Microphone | null = null;
  #recording: Blob | null = null;
  #sending: AbortController | null = null;
  #stopping = false;
  /** Rises with everything that makes what is under way meaningless. */
  #round = 0;

  constructor(private readonly world: RecorderWorld) {}

  get phase(): Phase {
    return this.#phase;
  }

  /** How loud it is, 0-1. */
  readonly level = (): number => this.#microphone?.level() ?? 0;

  async start(): Promise<void> {
    if (["asking", "recording", "sending"].includes(this.#phase.name)) return;
    const round = this.#begin({ name: "asking" });
    try {
      const microphone = await this.world.open();
      if (round !== this.#round) {
        microphone.close();
        return;
      }
      this.#microphone = microphone;
      // A microphone that is pulled out has said all that it will say.
      microphone.onEnded(() => void this.stop());
      microphone.start();
      this.#set({ name: "recording", since: this.world.now() });
    } catch (error) {
      if (round !== this.#round) return;
      this.#release();
      this.#set({ name: "barred", trouble: troubleOf(error) });
    }
  }

  /** Ends the recording and has it heard. */
  async stop(): Promise<void> {
    if (this.#phase.name !== "recording" || this.#stopping || !this.#microphone) return;
    this.#stopping = true;
    const round = this.#round;
    const recording = await this.#microphone.stop().catch(() => null);
    this.#stopping = false;
    if (round !== this.#round) return;
    this.#release();
    if (!recording?.size) {
      this.#set({ name: "barred", trouble: "failed" });
      return;
    }
    this.#recording = recording;
    await this.#send();
  }

  /** Sends the same recording again. */
  async again(): Promise<void> {
    if (this.#phase.name === "failed" && this.#recording) await this.#send();
  }

  /** Throws away what there is. */
  cancel(): void {
    this.#begin({ name: "idle" });
  }

  /** Leaves: nothing is told any more. */
  dispose(): void {
    this.#round += 1;
    this.#sending?.abort();
    this.#release();
  }

  async #send(): Promise<void> {
    const recording = this.#recording;
    if (!recording) return;
    const round = this.#round;
    this.#sending = new AbortController();
    this.#set({ name: "sending", share: 0 });
    const progress = (share: number) => {
      if (round === this.#round) this.#set({ name: "sending", share });
    };
    try {
      const spoken = await this.world.send(recording, progress, this.#sending.signal);
      if (round !== this.#round) return;
      this.#recording = null;
      this.#set({ name: "heard", spoken });
      this.world.heard(spoken);
    } catch (error) {
      if (round !== this.#round) return;
      const problem = error instanceof ApiProblem ? error : null;
      this.#set({
        name: "failed",
        message: problem?.message ?? this.world.unexpected(),
        hopeless: problem !== null && HOPELESS.has(problem.code),
      });
    }
  }

  #begin(phase: Phase): number {
    this.#round += 1;
    this.#sending?.abort();
    this.#sending = null;
    this.#recording = null;
    this.#stopping = false;
    this.#release();
    this.#set(phase);
    return this.#round;
  }

  #release(): void {
    this.#microphone?.close();
    this.#microphone = null;
  }

  #set(phase: Phase): void {
    this.#phase = phase;
    this.world.changed(phase);
  }
}
