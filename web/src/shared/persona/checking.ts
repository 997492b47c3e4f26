/** What the form finds before the server does, by the places that the server's own findings name. */
import { linesOf, type PersonaForm, PHRASES, type Range } from "./form";

export type Fault = "required" | "rate_ko" | "rate_en" | "range" | "competency" | "uneven";

/** Place, as `stories[0].situation`, to what is wrong there. */
export type Faults = Readonly<Record<string, Fault>>;

const RATES = { ko: [150, 600], en: [400, 1500] } as const;

export function faultsOf(form: PersonaForm): Faults {
  const found: Record<string, Fault> = {};
  const say = (place: string, fault: Fault, wrong: boolean) => {
    if (wrong) found[place] = fault;
  };
  const empty = ({ ko, en }: { ko: string; en: string }) => !ko.trim() && !(form.both && en.trim());
  say("name", "required", empty(form.name));
  say("headline", "required", empty(form.headline));
  say("rate.ko", "rate_ko", outside(form.rate.ko, ...RATES.ko));
  say("rate.en", "rate_en", outside(form.rate.en, ...RATES.en));
  for (const [key, range] of Object.entries(form.quality)) say(`quality.${key}`, "range", noRange(range));
  for (const key of PHRASES) {
    const { ko, en } = form.voice[key];
    // A phrase without its other language would be said in the wrong one.
    say(`voice.${key}`, "uneven", form.both && linesOf(ko).length !== linesOf(en).length);
  }
  form.stories.forEach((story, index) => {
    const place = `stories[${index}]`;
    say(`${place}.situation`, "required", empty(story.situation));
    say(`${place}.result`, "required", empty(story.result));
    const actions = [...linesOf(story.actions.ko), ...(form.both ? linesOf(story.actions.en) : [])];
    say(`${place}.actions`, "required", actions.length === 0);
    say(`${place}.competencies`, "competency", story.competencies.length === 0);
  });
  return found;
}

function outside(typed: string, low: number, high: number): boolean {
  const number = Number(typed);
  return typed.trim() !== "" && !(Number.isInteger(number) && number >= low && number <= high);
}

function noRange({ low, high }: Range): boolean {
  if (!low.trim() && !high.trim()) return false;
  if (!low.trim() || !high.trim() || outside(low, 0, 100) || outside(high, 0, 100)) return true;
  return Number(low) > Number(high);
}

/** Returns an id for a new persona: readable where its name is, and never the same twice. */
export function freshId({ name }: PersonaForm): string {
  const words = (name.en || name.ko).toLowerCase().match(/[a-z0-9]+/g) ?? ["candidate"];
  const [random = 0] = crypto.getRandomValues(new Uint32Array(1));
  return `${words.join("-").slice(0, 40)}-${random.toString(36)}`;
}
