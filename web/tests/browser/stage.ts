/** A server and a browser for the tests of one file, and the rooms that they are held in. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll } from "vitest";
import { launchChromium } from "./chromium";
import { Person } from "./person";
import { startServer, type TestServer } from "./server";

export const INTRO = { stage: "self_intro", kind: "self_introduction" } as const;
export const COMMON = { stage: "common", kind: "common" } as const;
/** The shortest of a preset: a minute. */
export const CLOSING = { stage: "closing", kind: "closing" } as const;

export class Stage {
  #server: TestServer | null = null;
  #browser: Browser | null = null;

  /** `around` says what the server finds in its environment; `flags` are the browser's. */
  constructor(
    around: () => Promise<Record<string, string>> = async () => ({}),
    flags: readonly string[] = [],
  ) {
    beforeAll(async () => {
      [this.#server, this.#browser] = await Promise.all([around().then(startServer), launchChromium(flags)]);
    });
    afterAll(async () => {
      await this.#browser?.close();
      await this.#server?.stop();
    });
  }

  get url(): string {
    if (!this.#server) throw new Error("the server stands only while tests run");
    return this.#server.url;
  }

  get browser(): Browser {
    if (!this.#browser) throw new Error("the browser stands only while tests run");
    return this.#browser;
  }

  /** Somebody with a room of their own. */
  async opened(name: string, more: Parameters<Person["open"]>[0]): Promise<[Person, string]> {
    const person = await Person.enter(this.url, name);
    return [person, await person.open({ panel: ["technical"], ...more })];
  }
}
