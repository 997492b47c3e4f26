/** The line between a browser and the server, which a test may cut, or leave open with nothing passing. */
import { type AddressInfo, connect, createServer, type Server, type Socket } from "node:net";

interface Pair {
  near: Socket;
  far: Socket;
}

export class LineProxy {
  readonly #pairs = new Set<Pair>();
  #state: "pass" | "cut" | "frozen" = "pass";

  private constructor(
    private readonly server: Server,
    private readonly port: number,
  ) {
    server.on("connection", (near) => this.#join(near));
  }

  /** Opens a way to the server at an address. */
  static async to(url: string): Promise<LineProxy> {
    const server = createServer({ pauseOnConnect: true });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    return new LineProxy(server, Number(new URL(url).port));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Ends every connection, and takes no more. */
  cut(): void {
    this.#state = "cut";
    this.#endAll();
  }

  /** Lets nothing through either way, and closes nothing: as when a cable is pulled far away. */
  freeze(): void {
    this.#state = "frozen";
    for (const { near, far } of this.#pairs) {
      near.unpipe(far).pause();
      far.unpipe(near).pause();
    }
  }

  /** Lets everything through again, with what was held back. */
  pass(): void {
    const frozen = this.#state === "frozen";
    this.#state = "pass";
    if (frozen) for (const pair of this.#pairs) this.#flow(pair);
  }

  async close(): Promise<void> {
    this.cut();
    await new Promise((resolve) => this.server.close(resolve));
  }

  #join(near: Socket): void {
    if (this.#state === "cut") {
      near.destroy();
      return;
    }
    const pair = { near, far: connect(this.port, "127.0.0.1") };
    this.#pairs.add(pair);
    for (const end of [pair.near, pair.far]) {
      // A reset is one way to end, and `close` follows it.
      end.on("error", () => {});
      end.on("close", () => {
        this.#pairs.delete(pair);
        pair.near.destroy();
        pair.far.destroy();
      });
    }
    if (this.#state === "pass") this.#flow(pair);
  }

  #flow({ near, far }: Pair): void {
    near.pipe(far);
    far.pipe(near);
  }

  #endAll(): void {
    for (const { near, far } of this.#pairs) {
      near.destroy();
      far.destroy();
    }
  }
}
