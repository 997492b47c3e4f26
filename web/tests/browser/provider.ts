/** The local server that speaks the providers' protocols (`python -m tests.llm.wire`), as a process of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { freePort } from "./server";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

export interface FakeProvider {
  url: string;
  kill(): Promise<void>;
}

/** Starts it; every request takes `delayS` seconds. */
export async function startProvider(delayS = 0, port?: number): Promise<FakeProvider> {
  const at = port ?? (await freePort());
  const provider: ChildProcess = spawn(
    join(ROOT, ".venv/bin/python"),
    ["-m", "tests.llm.wire", String(at), String(delayS)],
    { cwd: ROOT, stdio: ["ignore", "pipe", "inherit"] },
  );
  await new Promise<void>((resolve, reject) => {
    provider.stdout?.once("data", () => resolve());
    provider.once("exit", (code) => reject(new Error(`the provider ended with ${code}`)));
  });
  return {
    url: `http://127.0.0.1:${at}`,
    async kill() {
      if (provider.exitCode !== null || provider.signalCode !== null) return;
      provider.kill("SIGTERM");
      await new Promise((resolve) => provider.once("exit", resolve));
    },
  };
}
