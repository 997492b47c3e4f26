/** Sounds that the server sends, on one player: phones let go on what a gesture has begun. */
import { PlayingForbidden } from "./reader";

let player: HTMLAudioElement | null = null;

function thePlayer(): HTMLAudioElement {
  player ??= new Audio();
  return player;
}

/** Plays silence: within a gesture, so that later sounds are allowed. */
export function unlockSound(): void {
  const audio = thePlayer();
  if (audio.src) return;
  audio.src = URL.createObjectURL(silence());
  void audio.play().catch(() => undefined);
}

/** Plays a sound to its end. */
export async function playSound(sound: Blob, signal: AbortSignal): Promise<void> {
  const audio = thePlayer();
  const url = URL.createObjectURL(sound);
  try {
    audio.src = url;
    const over = new Promise<void>((resolve, reject) => {
      audio.onended = () => resolve();
      audio.onerror = () => reject(new Error("the sound can't be played"));
      signal.addEventListener(
        "abort",
        () => {
          audio.pause();
          resolve();
        },
        { once: true },
      );
    });
    // Whichever comes first is what is told.
    over.catch(() => undefined);
    await audio.play().catch((error: unknown) => {
      if (signal.aborted) return;
      throw error instanceof DOMException && error.name === "NotAllowedError"
        ? new PlayingForbidden()
        : error;
    });
    await over;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A tenth of a second in which nothing is heard. */
function silence(): Blob {
  const samples = 800;
  const header = new DataView(new ArrayBuffer(44));
  const word = (at: number, text: string) => {
    for (let place = 0; place < text.length; place += 1) header.setUint8(at + place, text.charCodeAt(place));
  };
  word(0, "RIFF");
  header.setUint32(4, 36 + samples, true);
  word(8, "WAVEfmt ");
  header.setUint32(16, 16, true);
  header.setUint16(20, 1, true);
  header.setUint16(22, 1, true);
  header.setUint32(24, 8_000, true);
  header.setUint32(28, 8_000, true);
  header.setUint16(32, 1, true);
  header.setUint16(34, 8, true);
  word(36, "data");
  header.setUint32(40, samples, true);
  return new Blob([header.buffer, new Uint8Array(samples).fill(128)], { type: "audio/wav" });
}
