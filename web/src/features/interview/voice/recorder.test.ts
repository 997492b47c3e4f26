import { beforeEach, describe, expect, it } from "vitest";
import { ApiProblem } from "@/shared/http/problem";
import { MicrophoneBarred } from "@/shared/voice/microphone";
import type { SpokenAnswer } from "@/shared/wire/http.gen";
import { type Phase, VoiceRecorder } from "./recorder";

const SPOKEN: SpokenAnswer = {
  text: "저는 결제를 맡았습니다.",
  seconds: 3,
  pace: 290,
  pauses: 0,
  paused_seconds: 0,
  fillers: [],
  remarks: [],
};
const BLOB = new Blob(["sound"]);

interface Held {
  resolve: (value: SpokenAnswer) => void;
  reject: (error: unknown) => void;
  signal: AbortSignal;
  progress: (share: number) => void;
  recording: Blob;
}

let phases: string[];
let heard: SpokenAnswer[];
let sent: Held[];
let closed: number;
let ended: () => void;
let opening: Promise<void>;
let openError: unknown;
let recording: Blob;
let recorder: VoiceRecorder;

const settle = () => new Promise((resolve) => setTimeout(resolve, 0));
const phase = (): Phase => recorder.phase;

beforeEach(() => {
  phases = [];
  heard = [];
  sent = [];
  closed = 0;
  opening = Promise.resolve();
  openError = null;
  recording = BLOB;
  recorder = new VoiceRecorder({
    now: () => 1_000,
    async open() {
      await opening;
      if (openError) throw openError;
      return {
        start: () => undefined,
        stop: async () => recording,
        level: () => 0.5,
        onEnded: (callback) => {
          ended = callback;
        },
        close: () => {
          closed += 1;
        },
      };
    },
    send: (blob, progress, signal) =>
      new Promise((resolve, reject) => {
        signal.addEventListener("abort", () => reject(new DOMException("aborted", "AbortError")));
        sent.push({ resolve, reject, signal, progress, recording: blob });
      }),
    unexpected: () => "처리하지 못했습니다.",
    heard: (spoken) => heard.push(spoken),
    changed: ({ name }) => phases.push(name),
  });
});

async function spokenTo(): Promise<Held> {
  await recorder.start();
  void recorder.stop();
  await settle();
  const held = sent.at(-1);
  if (!held) throw new Error("nothing was sent");
  return held;
}

describe("the recorder", () => {
  it("asks, records, sends, and hands over the text once", async () => {
    const held = await spokenTo();
    expect(held.recording).toBe(BLOB);
    held.progress(0.5);
    expect(phase()).toEqual({ name: "sending", share: 0.5 });
    held.resolve(SPOKEN);
    await settle();
    expect(heard).toEqual([SPOKEN]);
    expect(phases).toEqual(["asking", "recording", "sending", "sending", "heard"]);
    // Its light is out as soon as nothing is recorded any more.
    expect(closed).toBe(1);
  });

  it("keeps the recording when sending fails, and sends the same again", async () => {
    (await spokenTo()).reject(new ApiProblem(0, "offline", "서버에 연결하지 못했습니다."));
    await settle();
    expect(phase()).toEqual({ name: "failed", message: "서버에 연결하지 못했습니다.", hopeless: false });
    void recorder.again();
    await settle();
    expect(sent).toHaveLength(2);
    expect(sent[1]?.recording).toBe(BLOB);
    sent[1]?.resolve(SPOKEN);
    await settle();
    expect(heard).toEqual([SPOKEN]);
  });

  it("says when sending again would change nothing", async () => {
    (await spokenTo()).reject(new ApiProblem(422, "nothing_said", "말소리를 찾지 못했습니다."));
    await settle();
    expect(phase()).toMatchObject({ name: "failed", hopeless: true });
  });

  it("has words for failures that are no problem of the server's", async () => {
    (await spokenTo()).reject(new SyntaxError("garbage"));
    await settle();
    expect(phase()).toEqual({ name: "failed", message: "처리하지 못했습니다.", hopeless: false });
  });

  it.each([
    [new DOMException("no", "NotAllowedError"), "denied"],
    [new DOMException("no", "NotFoundError"), "absent"],
    [new DOMException("no", "NotReadableError"), "busy"],
    [new MicrophoneBarred("insecure"), "insecure"],
    [new Error("no"), "failed"],
  ])("tells why there is no microphone: %s", async (error, trouble) => {
    openError = error;
    await recorder.start();
    expect(phase()).toEqual({ name: "barred", trouble });
    openError = null;
    await recorder.start();
    expect(phase().name).toBe("recording");
  });

  it("lets go of a microphone that comes after it was cancelled", async () => {
    let open: () => void = () => undefined;
    opening = new Promise((resolve) => {
      open = resolve;
    });
    const starting = recorder.start();
    recorder.cancel();
    open();
    await starting;
    expect(closed).toBe(1);
    expect(phase().name).toBe("idle");
  });

  it("sends nothing that was cancelled, and takes nothing that comes too late", async () => {
    const held = await spokenTo();
    recorder.cancel();
    expect(held.signal.aborted).toBe(true);
    held.resolve(SPOKEN);
    await settle();
    expect(heard).toEqual([]);
    expect(phase().name).toBe("idle");
  });

  it("throws a recording away while it is made", async () => {
    await recorder.start();
    recorder.cancel();
    await settle();
    expect(sent).toHaveLength(0);
    expect(closed).toBe(1);
  });

  it("sends what there is when the microphone is pulled out", async () => {
    await recorder.start();
    ended();
    await settle();
    expect(sent).toHaveLength(1);
  });

  it("records once, however often it is told to, and stops once", async () => {
    await recorder.start();
    await recorder.start();
    void recorder.stop();
    void recorder.stop();
    await settle();
    expect(phases).toEqual(["asking", "recording", "sending"]);
    expect(sent).toHaveLength(1);
  });

  it("does not send an empty recording", async () => {
    recording = new Blob([]);
    await recorder.start();
    await recorder.stop();
    expect(phase()).toEqual({ name: "barred", trouble: "failed" });
    expect(sent).toHaveLength(0);
  });

  it("is silent once it is left", async () => {
    const held = await spokenTo();
    const before = phases.length;
    recorder.dispose();
    held.resolve(SPOKEN);
    await settle();
    expect(phases).toHaveLength(before);
    expect(held.signal.aborted).toBe(true);
    expect(heard).toEqual([]);
  });
});
