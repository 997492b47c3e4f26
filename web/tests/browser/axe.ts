import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";

const source = readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

interface Found {
  id: string;
  impact: string | null;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** Returns what axe finds wrong on a page, one line a finding; empty when nothing is. */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(await source);
  const violations = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run: () => Promise<{ violations: Found[] }> } };
    return (await axe.run()).violations;
  });
  return violations.flatMap((found) =>
    found.nodes.map(
      (node) =>
        `${found.id} (${found.impact}): ${node.target.join(" ")}: ${node.failureSummary ?? found.help}`,
    ),
  );
}
