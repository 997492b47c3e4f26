/** The real server, started for a test on a free port with data of its own, and stopped afterwards. */
import { type ChildProcess, spawn } from "node:child_process";
import { access, mkdtemp, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PATIENCE_MS = 120_000;

export interface TestServer {
  url: string;
  readonly pid: number;
  /** Ends the process at once, as a crash would. */
  kill(): Promise<void>;
  /** Starts it again on the same port with the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

export async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** Waits until the server has said where it listens, and is ready; returns the address. */
async function ready(
  server: ChildProcess,
  address: () => string | null,
  said: () => string,
): Promise<string> {
  const end = Date.now() + PATIENCE_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error(`the server ended with ${server.exitCode}:\n${said()}`);
    const url = address();
    const answer = url ? await fetch(`${url}/readyz`).catch(() => null) : null;
    if (url && answer?.ok) return url;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the server was not ready within ${PATIENCE_MS} ms:\n${said()}`);
}

const LISTENING = /"event": "server.listening", "url": "([^"]+)"/;

async function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  await new Promise((resolve) => server.once("exit", resolve));
}

/** Says what is to be done when the server would serve no client, instead of every test waiting for it in vain. */
async function requireClient(): Promise<void> {
  const page = join(ROOT, "adapters/program/web_client/index.html");
  await access(page).catch(() => {
    throw new Error("the client is not built: run `make web` first");
  });
}

/** Starts the server; `more` goes into its environment. */
export async function startServer(more: Record<string, string> = {}): Promise<TestServer> {
  await requireClient();
  const data = await mkdtemp(join(tmpdir(), "interview-browser-"));
  let server: ChildProcess;

  async function start(port: number): Promise<string> {
    let said = "";
    let address: string | null = null;
    server = spawn(
      join(ROOT, ".venv/bin/interview-engine"),
      ["serve", "--port", String(port), "--data", data, "--log-format", "json"],
      { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], env: { ...process.env, ...more } },
    );
    for (const stream of [server.stdout, server.stderr]) {
      stream?.on("data", (text: Buffer) => {
        said += text.toString();
        address ??= LISTENING.exec(said)?.[1] ?? null;
        if (address) said = said.slice(-4_000);
      });
    }
    return ready(
      server,
      () => address,
      () => said,
    );
  }

  // Its own choice: what is free now may be another's by the time that a server is up.
  const url = await start(0);
  return {
    url,
    get pid() {
      if (server.pid === undefined) throw new Error("the server has no process");
      return server.pid;
    },
    async kill() {
      server.kill("SIGKILL");
      await ended(server);
    },
    async restart() {
      await start(Number(new URL(url).port));
    },
    async stop() {
      server.kill("SIGTERM");
      await ended(server);
      await rm(data, { recursive: true, force: true });
    },
  };
}
