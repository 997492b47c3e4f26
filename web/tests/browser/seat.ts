/** A person's window in one room: how the tests look at it and use it. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import { axeFindings } from "./axe";
import { DESKTOP } from "./chromium";
import type { Person } from "./person";

const PATIENCE_MS = 20_000;
const MOST_TABS = 80;

/** The button that skips ahead of a speech. */
export const SPEECH = "다음으로 넘어가기";

export class Seat {
  private constructor(
    readonly context: BrowserContext,
    readonly page: Page,
    /** What the browser complained of. */
    readonly complaints: string[],
  ) {}

  static async open(browser: Browser, account: string | null): Promise<Seat> {
    const context = await browser.newContext({ viewport: DESKTOP, locale: "ko-KR" });
    if (account) {
      await context.addInitScript((kept) => {
        if (!localStorage.getItem("interview.account")) localStorage.setItem("interview.account", kept);
      }, account);
    }
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (message) => {
      // A killed server and a socket to nowhere are part of what is tested.
      const text = message.text();
      if (message.type() === "error" && !/WebSocket|ERR_CONNECTION|ERR_EMPTY/.test(text))
        complaints.push(text);
    });
    return new Seat(context, page, complaints);
  }

  static of(browser: Browser, person: Person): Promise<Seat> {
    return Seat.open(browser, person.account);
  }

  async enter(url: string, roomId: string): Promise<void> {
    await this.page.goto(`${url}/rooms/${roomId}`);
  }

  get answer() {
    return this.page.getByRole("textbox", { name: "답변", exact: true });
  }

  button(name: string | RegExp) {
    return this.page.getByRole("button", { name, exact: typeof name === "string" });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor();
  }

  /** Skips every speech until one's own turn is open. */
  async ownTurn(): Promise<void> {
    await expect
      .poll(
        async () => {
          if (await this.answer.isVisible()) return true;
          const skip = this.button(SPEECH);
          if (await skip.isVisible()) await skip.click({ timeout: 1_000 }).catch(() => undefined);
          return false;
        },
        { timeout: 60_000, interval: 100 },
      )
      .toBe(true);
  }

  /** Writes an answer by hand and waits until the server has it. */
  async write(text: string): Promise<void> {
    await this.answer.waitFor();
    await this.answer.focus();
    await this.page.keyboard.insertText(text);
    await this.page.locator('[data-draft="saved"]').waitFor();
  }

  /** Goes on by Tab until what has the focus is called so. */
  async tabTo(name: string): Promise<void> {
    for (let count = 0; count < MOST_TABS; count += 1) {
      const focused = await this.page.evaluate(() => {
        const { activeElement: element } = document;
        return element?.getAttribute("aria-label") ?? element?.textContent?.trim() ?? "";
      });
      if (focused === name) return;
      await this.page.keyboard.press("Tab");
    }
    throw new Error(`${name} could not be reached by Tab`);
  }

  /** Tells whether one's own turn has taken the focus, as it does when nothing else has it. */
  async answerHasFocus(): Promise<boolean> {
    return this.answer.evaluate((field) => field === document.activeElement);
  }

  /** Goes on by Tab until one may write. */
  async tabToAnswer(): Promise<void> {
    for (let count = 0; count < MOST_TABS && !(await this.answerHasFocus()); count += 1)
      await this.page.keyboard.press("Tab");
  }

  /** Tells whether all of an element stands within the window. */
  async inSight(element: Locator): Promise<boolean> {
    const [box, window] = [await element.boundingBox(), this.page.viewportSize()];
    return box !== null && window !== null && box.y >= 0 && box.y + box.height <= window.height;
  }

  /** Looks for what axe finds wrong as the page stands now. */
  async isAccessible(state: string): Promise<void> {
    expect(await axeFindings(this.page), state).toEqual([]);
  }

  async close(): Promise<void> {
    await this.context.close();
    expect(this.complaints).toEqual([]);
  }
}
