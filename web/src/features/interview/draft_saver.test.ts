import { beforeEach, describe, expect, it } from "vitest";
import { VirtualWorld } from "../../../tests/stage/virtual_world";
import { DraftSaver, LAST_CALL_MS } from "./draft_saver";

let world: VirtualWorld;
let saves: { at: number; text: string }[];
let answers: ("saved" | "too_soon" | "refused")[];

beforeEach(() => {
  world = new VirtualWorld();
  saves = [];
  answers = [];
});

function saver(text = "", saved = ""): DraftSaver {
  const start = world.now();
  return new DraftSaver(
    {
      now: () => world.now(),
      after: (ms, callback) => world.after(ms, callback),
      save: async (draft) => {
        saves.push({ at: world.now() - start, text: draft });
        return answers.shift() ?? "saved";
      },
      changed: () => {},
    },
    text,
    saved,
    2_000,
  );
}

const settle = async (): Promise<void> => {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
};

/** Types a letter every 100 ms. */
async function type(draft: DraftSaver, letters: number, from = 0): Promise<void> {
  for (let count = 1; count <= letters; count += 1) {
    draft.write("가".repeat(from + count));
    world.pass(100);
    await settle();
  }
}

describe("a draft", () => {
  it("is saved at once, and then never faster than the server allows", async () => {
    await type(saver(), 100);
    expect(saves[0]?.at).toBe(0);
    for (const [index, save] of saves.entries()) {
      if (index > 0) expect(save.at - (saves[index - 1]?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
    }
    expect(saves.length).toBeGreaterThanOrEqual(4);
  });

  it("is saved to the last letter when nothing more is typed", async () => {
    const draft = saver();
    await type(draft, 7);
    expect(draft.saved).toBe(false);
    world.pass(5_000);
    await settle();
    expect(saves.at(-1)?.text).toBe("가".repeat(7));
    expect(draft.saved).toBe(true);
  });

  it("is tried again when the server found it too soon, and left alone when it was refused", async () => {
    answers = ["too_soon", "refused"];
    const draft = saver();
    draft.write("답변");
    world.pass(0);
    await settle();
    world.pass(5_000);
    await settle();
    world.pass(60_000);
    await settle();
    expect(saves.map((save) => save.text)).toEqual(["답변", "답변"]);
  });

  it("goes out a last time just before the deadline, whatever was saved before", async () => {
    for (const offset of [0, 300, 900, 1_500]) {
      saves = [];
      const draft = saver();
      draft.until(world.now() + 10_000 + offset);
      await type(draft, 98 + Math.floor(offset / 100));
      const last = saves.at(-1);
      expect(last?.at, `deadline ${10_000 + offset}`).toBe(10_000 + offset - LAST_CALL_MS);
      expect(last && last.at - (saves.at(-2)?.at ?? 0)).toBeGreaterThanOrEqual(2_000);
      draft.stop();
    }
  });

  it("that this device restored is saved without a key being pressed", async () => {
    saver("되살린 답변", "되살린");
    world.pass(0);
    await settle();
    expect(saves.map((save) => save.text)).toEqual(["되살린 답변"]);
  });

  it("is not saved any more after the turn", async () => {
    const draft = saver();
    draft.write("답변");
    draft.stop();
    world.pass(60_000);
    expect(saves).toEqual([]);
  });
});
