/** What a persona's TOML holds, and how it is written: tables of their own for what has one, the rest in line. */

export type Value = string | number | boolean | readonly Value[] | Table;
export interface Table {
  readonly [key: string]: Value;
}

const BARE = /^[A-Za-z0-9_-]+$/;
const LONG_LINE = 90;

export function isTable(value: Value | undefined): value is Table {
  return typeof value === "object" && !Array.isArray(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** A text in both languages stays on its line; other tables get a heading. */
function headed(value: Value): value is Table {
  return (
    isTable(value) &&
    !Object.keys(value).every((key) =>
      key === "ko" || key === "en" ? typeof value[key] === "string" : false,
    )
  );
}

/** Returns a table as TOML text. */
export function writeToml(table: Table): string {
  const entries = Object.entries(table);
  const plain = entries.filter(([, value]) => !headed(value) && !isTableList(value));
  const blocks = [plain.map(([key, value]) => `${keyOf(key)} = ${inline(value)}\n`).join("")];
  for (const [key, value] of entries) {
    if (headed(value)) blocks.push(`[${keyOf(key)}]\n${lines(value)}`);
    if (isTableList(value)) for (const item of value) blocks.push(`[[${keyOf(key)}]]\n${lines(item)}`);
  }
  return blocks.filter(Boolean).join("\n");
}

function isTableList(value: Value): value is readonly Table[] {
  return isList(value) && value.length > 0 && value.every((item) => headed(item));
}

function lines(table: Table): string {
  return Object.entries(table)
    .map(([key, value]) => `${keyOf(key)} = ${inline(value)}\n`)
    .join("");
}

function keyOf(key: string): string {
  return BARE.test(key) ? key : quoted(key);
}

function inline(value: Value): string {
  if (typeof value === "string") return quoted(value);
  if (!isList(value) && !isTable(value)) return String(value);
  if (isTable(value)) {
    const fields = Object.entries(value).map(([key, inner]) => `${keyOf(key)} = ${inline(inner)}`);
    return fields.length ? `{ ${fields.join(", ")} }` : "{}";
  }
  const items = value.map(inline);
  const line = `[${items.join(", ")}]`;
  return line.length <= LONG_LINE ? line : `[\n${items.map((item) => `  ${item},\n`).join("")}]`;
}

/** JSON's escapes are TOML's too, but for DEL, which JSON leaves bare. */
function quoted(text: string): string {
  return JSON.stringify(text).replaceAll("\u007f", "\\u007f");
}
