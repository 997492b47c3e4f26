/** A laptop that is closed: every process of the browser stands still while the world goes on. */
import type { Browser } from "playwright-core";

export class Laptop {
  private constructor(private readonly processes: readonly number[]) {}

  static async of(browser: Browser): Promise<Laptop> {
    const devtools = await browser.newBrowserCDPSession();
    const { processInfo } = await devtools.send("SystemInfo.getProcessInfo");
    await devtools.detach();
    return new Laptop(processInfo.map(({ id }) => id));
  }

  sleep(): void {
    this.#all("SIGSTOP");
  }

  wake(): void {
    this.#all("SIGCONT");
  }

  #all(signal: "SIGSTOP" | "SIGCONT"): void {
    for (const id of this.processes) {
      try {
        process.kill(id, signal);
      } catch {
        // A spare process may have ended by itself.
      }
    }
  }
}
