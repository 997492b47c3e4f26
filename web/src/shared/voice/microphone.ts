/** The microphone, as browsers have it: opened, recorded, measured, and why it may not be there. */

/** Why nothing can be recorded. */
export type MicrophoneTrouble = "insecure" | "unsupported" | "denied" | "absent" | "busy" | "failed";

export class MicrophoneBarred extends Error {
  constructor(readonly trouble: MicrophoneTrouble) {
    super(trouble);
    this.name = "MicrophoneBarred";
  }
}

export interface Microphone {
  /** Begins to record. */
  start(): void;
  /** Ends the recording, and returns it. */
  stop(): Promise<Blob>;
  /** How loud the loudest of the last moment was, 0-1. */
  level(): number;
  /** Told once when the microphone goes away by itself. */
  onEnded(callback: () => void): void;
  /** Lets go of the microphone: its light goes out. */
  close(): void;
}

// Chrome and Firefox write the first, Safari the second.
const KINDS = ["audio/webm;codecs=opus", "audio/mp4", "audio/ogg;codecs=opus"];
const BITS_PER_SECOND = 32_000;
const PIECE_MS = 1_000;
/** A voice close by reaches about a third of the scale. */
const LOUD = 3;
/** How much is listened to at a look, in samples: 170 ms, longer than between two looks, so that no syllable is missed. */
const HEARD = 8_192;
/** What counts as one sound in it: 21 ms. */
const SOUND = 1_024;

/** Returns what stands in the way before anybody is asked; null when nothing does. */
export function microphoneTrouble(): MicrophoneTrouble | null {
  if (!window.isSecureContext) return "insecure";
  const able = typeof MediaRecorder !== "undefined" && Boolean(navigator.mediaDevices?.getUserMedia);
  return able && recordingKind() !== null ? null : "unsupported";
}

/** Returns what an error of the browser's means. */
export function troubleOf(error: unknown): MicrophoneTrouble {
  if (error instanceof MicrophoneBarred) return error.trouble;
  switch (error instanceof Error ? error.name : "") {
    case "NotAllowedError":
    case "SecurityError":
      return "denied";
    case "NotFoundError":
    case "OverconstrainedError":
      return "absent";
    case "NotReadableError":
    case "AbortError":
      return "busy";
    default:
      return "failed";
  }
}

/** Opens the microphone; the browser asks the person. Throws what `troubleOf` understands. */
export async function openMicrophone(): Promise<Microphone> {
  const trouble = microphoneTrouble();
  if (trouble) throw new MicrophoneBarred(trouble);
  const stream = await navigator.mediaDevices.getUserMedia({
    audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  });
  const mimeType = recordingKind() ?? "";
  const recorder = new MediaRecorder(stream, { mimeType, audioBitsPerSecond: BITS_PER_SECOND });
  const ear = listen(stream);
  const pieces: Blob[] = [];
  recorder.addEventListener("dataavailable", (event) => pieces.push(event.data));
  return {
    start: () => recorder.start(PIECE_MS),
    async stop() {
      if (recorder.state !== "inactive") {
        const stopped = new Promise((resolve) => recorder.addEventListener("stop", resolve, { once: true }));
        recorder.stop();
        await stopped;
      }
      return new Blob(pieces, { type: recorder.mimeType || mimeType });
    },
    level: ear.level,
    onEnded(callback) {
      for (const track of stream.getAudioTracks()) track.addEventListener("ended", callback, { once: true });
    },
    close() {
      if (recorder.state !== "inactive") recorder.stop();
      for (const track of stream.getTracks()) track.stop();
      ear.close();
    },
  };
}

function recordingKind(): string | null {
  return KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) ?? null;
}

function listen(stream: MediaStream): { level: () => number; close: () => void } {
  // Without it nothing is lost but the meter.
  if (typeof AudioContext === "undefined") return { level: () => 0, close: () => undefined };
  const context = new AudioContext();
  void context.resume().catch(() => undefined);
  const analyser = context.createAnalyser();
  analyser.fftSize = HEARD;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(HEARD);
  return {
    level() {
      analyser.getFloatTimeDomainData(samples);
      let loudest = 0;
      for (let from = 0; from < HEARD; from += SOUND) {
        let sum = 0;
        for (const sample of samples.subarray(from, from + SOUND)) sum += sample * sample;
        loudest = Math.max(loudest, sum / SOUND);
      }
      return Math.min(1, Math.sqrt(loudest) * LOUD);
    },
    close: () => void context.close().catch(() => undefined),
  };
}
