/**
 * Reads TOML as far as personas need it: everything but dates, and what only they would use.
 * What it can't read it refuses; such a text can still be edited as text, and the server reads it.
 */
import { isList, isTable, type Table, type Value } from "./toml";

interface Draft {
  [key: string]: Value | Draft | Draft[];
}

const BARE = /[A-Za-z0-9_-]+/y;
const NUMBER = /[+-]?\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?(?![\w:.-])/y;
const ESCAPES: Readonly<Record<string, string>> = {
  b: "\b",
  t: "\t",
  n: "\n",
  f: "\f",
  r: "\r",
  '"': '"',
  "\\": "\\",
};

/** Returns the table that a text holds; null when it can't be read here. */
export function readToml(text: string): Table | null {
  try {
    return new Reader(text.replaceAll("\r\n", "\n")).document() as Table;
  } catch (error) {
    if (error instanceof Unread) return null;
    throw error;
  }
}

class Unread extends Error {}

class Reader {
  private at = 0;

  constructor(private readonly text: string) {}

  document(): Draft {
    const root: Draft = {};
    let table = root;
    for (this.blank(); this.at < this.text.length; this.blank()) {
      if (this.took("[[")) {
        table = this.listed(root, this.path("]]"));
      } else if (this.took("[")) {
        table = this.inner(root, this.path("]"));
      } else this.pair(table);
      this.lineEnd();
    }
    return root;
  }

  private pair(table: Draft): void {
    const keys = this.path("=");
    const last = keys.pop() ?? "";
    const home = this.inner(table, keys);
    if (last in home) throw new Unread();
    home[last] = this.value();
  }

  private path(end: string): string[] {
    const keys: string[] = [];
    do {
      this.space();
      keys.push(this.key());
      this.space();
    } while (this.took("."));
    this.need(end);
    this.space();
    return keys;
  }

  private inner(table: Draft, keys: readonly string[]): Draft {
    let home = table;
    for (const key of keys) {
      home[key] ??= {};
      const next = home[key];
      const found = isList(next as Value) ? (next as Draft[]).at(-1) : next;
      if (!isTable(found as Value)) throw new Unread();
      home = found as Draft;
    }
    return home;
  }

  private listed(root: Draft, keys: string[]): Draft {
    const last = keys.pop() ?? "";
    const home = this.inner(root, keys);
    home[last] ??= [];
    const list = home[last];
    if (!isList(list as Value)) throw new Unread();
    const item: Draft = {};
    (list as Draft[]).push(item);
    return item;
  }

  private key(): string {
    const next = this.text[this.at];
    const key = next === '"' || next === "'" ? this.string(next) : this.match(BARE);
    // A plain object has this one already, and shares it with every other.
    if (key === "__proto__") throw new Unread();
    return key;
  }

  private value(): Value {
    const next = this.text[this.at] ?? "";
    if (next === '"' || next === "'") return this.string(next);
    if (this.took("[")) return this.list();
    if (this.took("{")) return this.inlineTable();
    for (const truth of [true, false]) if (this.took(String(truth))) return truth;
    return Number(this.match(NUMBER).replaceAll("_", ""));
  }

  private list(): readonly Value[] {
    const items: Value[] = [];
    for (this.blank(); !this.took("]"); this.blank()) {
      items.push(this.value());
      this.blank();
      if (!this.took(",") && this.text[this.at] !== "]") throw new Unread();
    }
    return items;
  }

  private inlineTable(): Table {
    const table: Draft = {};
    this.space();
    if (this.took("}")) return table as Table;
    do {
      this.space();
      this.pair(table);
      this.space();
    } while (this.took(","));
    this.need("}");
    return table as Table;
  }

  private string(quote: string): string {
    const long = this.took(quote.repeat(3));
    if (!long) this.need(quote);
    const end = long ? quote.repeat(3) : quote;
    if (long) this.took("\n");
    let made = "";
    while (!this.took(end)) {
      const letter = this.text[this.at];
      if (letter === undefined || (letter === "\n" && !long)) throw new Unread();
      this.at += 1;
      made += letter === "\\" && quote === '"' ? this.escaped(long) : letter;
    }
    return made;
  }

  private escaped(long: boolean): string {
    const letter = this.text[this.at] ?? "";
    this.at += 1;
    if (letter === "u" || letter === "U") {
      const digits = this.text.slice(this.at, this.at + (letter === "u" ? 4 : 8));
      this.at += digits.length;
      const code = Number.parseInt(digits, 16);
      if (!/^[0-9a-fA-F]+$/.test(digits) || code > 0x10ffff) throw new Unread();
      return String.fromCodePoint(code);
    }
    if (long && /\s/.test(letter)) {
      while (/\s/.test(this.text[this.at] ?? "")) this.at += 1;
      return "";
    }
    const plain = ESCAPES[letter];
    if (plain === undefined) throw new Unread();
    return plain;
  }

  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    const found = pattern.exec(this.text)?.[0];
    if (!found) throw new Unread();
    this.at += found.length;
    return found;
  }

  private took(token: string): boolean {
    if (!this.text.startsWith(token, this.at)) return false;
    this.at += token.length;
    return true;
  }

  private need(token: string): void {
    if (!this.took(token)) throw new Unread();
  }

  private space(): void {
    while (this.text[this.at] === " " || this.text[this.at] === "\t") this.at += 1;
  }

  /** Passes over white space, line ends and comments. */
  private blank(): void {
    for (this.space(); this.text[this.at] === "\n" || this.text[this.at] === "#"; this.space()) {
      if (this.text[this.at] === "#")
        while (this.at < this.text.length && this.text[this.at] !== "\n") this.at += 1;
      else this.at += 1;
    }
  }

  private lineEnd(): void {
    this.space();
    const next = this.text[this.at];
    if (next !== undefined && next !== "\n" && next !== "#") throw new Unread();
  }
}
