// Every screen in both sizes, Korean in light and English in dark, from a real interview on a real server:
// `make shots` writes them to web/screens/; `make shots ARGS=--docs` renews the few in docs/assets/screens/.
// `--only NAME` takes those whose name begins so.
import { mkdir, rm, writeFile } from "node:fs/promises";
import { axeFindings } from "../tests/browser/axe.ts";
import { DESKTOP, launchChromium, PHONE } from "../tests/browser/chromium.ts";
import { startServer } from "../tests/browser/server.ts";
import { smaller } from "./screens/palette_png.mjs";
import { IN_DOCS, SCENES, settled } from "./screens/scenes.mjs";
import { setStage } from "./screens/stage.mjs";

const MOST_BYTES = 150_000;
const SIZES = { desktop: DESKTOP, phone: PHONE };
const LOOKS = [
  { language: "ko", theme: "light" },
  { language: "en", theme: "dark" },
];

const argument = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? null : (process.argv[at + 1] ?? "");
};
const only = argument("--only");
const forDocs = process.argv.includes("--docs");
const TO = new URL(forDocs ? "../../docs/assets/screens/" : "../screens/", import.meta.url);
let troubles = 0;

function complain(text) {
  troubles += 1;
  console.error(text);
}

async function picture(browser, url, stage, scene, size, { language, theme }) {
  const name = `${scene.name}-${size}-${language}-${theme}`;
  if (forDocs && !IN_DOCS.includes(name)) return;
  const context = await browser.newContext({ viewport: SIZES[size], colorScheme: theme });
  const person = scene.account === null ? null : stage[scene.account ?? "me"];
  const preferences = { language, theme, textSize: "normal", motion: "reduced" };
  await context.addInitScript(
    ([account, kept]) => {
      if (account) localStorage.setItem("interview.account", account);
      localStorage.setItem("interview.preferences", kept);
    },
    [person?.account ?? "", JSON.stringify({ state: preferences, version: 0 })],
  );
  const page = await context.newPage();
  page.on("pageerror", (error) => complain(`${name}: ${error.message}`));
  await page.goto(url + (await scene.path(stage.rooms)));
  await settled(page);
  await scene.before?.(page, language);
  const png = smaller(await page.screenshot({ animations: "disabled", caret: "hide" }));
  if (forDocs && png.length > MOST_BYTES) complain(`${name}: ${png.length} bytes are too many`);
  await writeFile(new URL(`${name}.png`, TO), png);
  for (const finding of await axeFindings(page)) complain(`${name}: ${finding}`);
  console.log(`${name}.png ${(png.length / 1000).toFixed(0)} kB`);
  await context.close();
}

// What is taken alone leaves the others as they are.
if (!only) await rm(TO, { recursive: true, force: true });
await mkdir(TO, { recursive: true });
const server = await startServer();
const browser = await launchChromium();
try {
  for (const look of LOOKS) {
    const stage = await setStage(server.url, look.language, forDocs);
    for (const scene of SCENES.filter((one) => !only || one.name.startsWith(only))) {
      for (const size of Object.keys(SIZES)) {
        try {
          await picture(browser, server.url, stage, scene, size, look);
        } catch (error) {
          complain(`${scene.name}-${size}-${look.language}: ${error.message}`);
        }
      }
    }
  }
} finally {
  await browser.close();
  await server.stop();
}
process.exit(troubles ? 1 : 0);
