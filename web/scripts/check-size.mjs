// Holds the built client to its budget: what a browser must load before anything is shown, in gzip.
// `npm run size` after a build; `--json` for programs.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const CLIENT = new URL("../../adapters/program/web_client/", import.meta.url);
export const MOST_INITIAL_KIB = 180;

/** Returns the entry's files with all that it imports at once; what it imports later is left out. */
export function initialFiles(manifest) {
  const scripts = new Set();
  const styles = new Set();
  const visit = (key) => {
    const chunk = manifest[key];
    if (!chunk || scripts.has(chunk.file)) return;
    scripts.add(chunk.file);
    for (const style of chunk.css ?? []) styles.add(style);
    for (const next of chunk.imports ?? []) visit(next);
  };
  for (const [key, chunk] of Object.entries(manifest)) if (chunk.isEntry) visit(key);
  return { scripts: [...scripts], styles: [...styles] };
}

async function gzipped(file) {
  return gzipSync(await readFile(new URL(file, CLIENT)), { level: 9 }).length;
}

async function sum(files) {
  const sizes = await Promise.all(files.map(gzipped));
  return sizes.reduce((total, size) => total + size, 0) / 1024;
}

async function main() {
  let manifest;
  try {
    manifest = JSON.parse(await readFile(new URL(".vite/manifest.json", CLIENT), "utf8"));
  } catch {
    console.error("There is no built client: run `make web` first.");
    return 2;
  }
  const { scripts, styles } = initialFiles(manifest);
  const [initial, style] = [await sum(scripts), await sum(styles)];
  const later = Object.values(manifest).map((chunk) => chunk.file);
  const lazy = [...new Set(later)].filter((file) => file.endsWith(".js") && !scripts.includes(file));
  const pages = await Promise.all(lazy.map(async (file) => [file, (await gzipped(file)) / 1024]));
  const found = { initial, most: MOST_INITIAL_KIB, style, lazy: Object.fromEntries(pages) };
  if (process.argv.includes("--json")) console.log(JSON.stringify(found));
  else {
    console.log(`initial JavaScript ${initial.toFixed(1)} KiB gzip of at most ${MOST_INITIAL_KIB}`);
    console.log(`initial style      ${style.toFixed(1)} KiB gzip`);
    for (const [file, size] of pages.toSorted((one, other) => other[1] - one[1])) {
      if (size >= 1) console.log(`  later ${size.toFixed(1).padStart(6)} KiB  ${file}`);
    }
  }
  if (initial <= MOST_INITIAL_KIB) return 0;
  console.error(`That is ${(initial - MOST_INITIAL_KIB).toFixed(1)} KiB too much: load something later.`);
  return 1;
}

if (import.meta.main) process.exit(await main());
