// Makes the wire's types from the server's own documents: `npm run wire`, or `node generate-wire.mjs --check`.
import { readFile, writeFile } from "node:fs/promises";
import { compile } from "json-schema-to-typescript";

const ASSETS = new URL("../../docs/assets/", import.meta.url);
const WIRE = new URL("../src/shared/wire/", import.meta.url);
const NOTE = "// Made by scripts/generate-wire.mjs from the server's documents. Do not edit.\n\n";

/** Turns a component's schema into one that stands alone, with everything that a server sends required. */
function standing(schema, complete) {
  if (Array.isArray(schema)) return schema.map((part) => standing(part, complete));
  if (schema === null || typeof schema !== "object") return schema;
  const made = {};
  for (const [key, value] of Object.entries(schema)) {
    // What stands here are names of fields, and a field may well be called "title".
    if (key === "properties") {
      const fields = Object.entries(value).map(([name, field]) => [name, standing(field, complete)]);
      made[key] = Object.fromEntries(fields);
    } else if (key === "$ref") made[key] = value.replace("#/components/schemas/", "#/$defs/");
    else if (["default", "title", "discriminator"].includes(key)) continue;
    else made[key] = standing(value, complete);
  }
  if (made.type === "object" && made.properties) {
    made.additionalProperties ??= false;
    if (complete) made.required = Object.keys(made.properties);
  }
  return made;
}

async function types(file, isInput) {
  const document = JSON.parse(await readFile(new URL(file, ASSETS), "utf8"));
  const defs = {};
  for (const [name, schema] of Object.entries(document.components.schemas)) {
    const title =
      name.split(".").at(-1) === name ? name : `${name.split(".").at(-2)}_${name.split(".").at(-1)}`;
    defs[name] = { ...standing(schema, !isInput(name)), title };
  }
  return { document, defs };
}

async function written(title, defs, extra = "") {
  const properties = Object.fromEntries(Object.keys(defs).map((name) => [name, { $ref: `#/$defs/${name}` }]));
  const root = { title, type: "object", properties, additionalProperties: false, $defs: defs };
  const code = await compile(root, title, {
    bannerComment: "",
    unreachableDefinitions: true,
    format: true,
    // As tuples of every length nobody could make them from a list.
    ignoreMinAndMaxItems: true,
  });
  return NOTE + code + extra;
}

async function socket() {
  const { document, defs } = await types("asyncapi.json", (name) =>
    /Arguments$|Input$|^SeatPersona$/.test(name),
  );
  const messages = Object.entries(document.components.messages);
  const named = (prefix) =>
    messages.filter(([name]) => name.startsWith(prefix)).map(([name]) => name.slice(prefix.length));
  const pascal = (name) => name.replace(/(^|_)(\w)/g, (_, __, letter) => letter.toUpperCase());
  const commands = named("command.").map((name) => {
    const { data } = document.components.messages[`command.${name}`].payload.properties;
    return `  ${name}: ${data.$ref?.split("/").at(-1) ?? "Record<string, never>"};`;
  });
  const events = named("event.").map((name) => `  ${name}: ${pascal(name)};`);
  const extra =
    `\n/** Every command by its name on the wire. */\nexport interface Commands {\n${commands.join("\n")}\n}\n` +
    `\n/** Every event by its name on the wire. */\nexport interface Events {\n${events.join("\n")}\n}\n`;
  return written("SocketTypes", defs, extra);
}

async function http() {
  const inputs =
    /^(NewGuestBody|NewRoomShape|NewSettingsShape|RoomChanges|GivenCommandShape|SharedResume|NewInvitation|Entry|ForkFrom|WrittenPersona|SampleWanted|OwnQuestion|WantedEvaluation|GivenAnswer)$/;
  const { defs } = await types("openapi.json", (name) => inputs.test(name));
  return written("HttpTypes", defs);
}

const made = { "socket.gen.ts": await socket(), "http.gen.ts": await http() };
let stale = false;
for (const [file, code] of Object.entries(made)) {
  const path = new URL(file, WIRE);
  if (process.argv.includes("--check")) {
    const current = await readFile(path, "utf8").catch(() => "");
    if (current !== code) {
      console.error(`src/shared/wire/${file} is stale: run \`make wire\``);
      stale = true;
    }
  } else await writeFile(path, code);
}
process.exit(stale ? 1 : 0);
