/** The wire's types are the server's: made from its documents, and from nothing older. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, it } from "vitest";

const SCRIPT = join(import.meta.dirname, "../../../scripts/generate-wire.mjs");

it("is what the server's documents say (otherwise: make wire)", async () => {
  const checked = promisify(execFile)(process.execPath, [SCRIPT, "--check"]);
  await expect(checked).resolves.toMatchObject({ stderr: "" });
}, 60_000);
