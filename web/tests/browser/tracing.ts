/**
 * What a page's main thread worked, from a browser's trace. In the thread's own time, not the wall's: other programs
 * on the machine must not decide whether the client is quick.
 */
import type { Browser, Page } from "playwright-core";

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds. */
  ts: number;
  dur?: number;
  /** What the thread itself worked. */
  tdur?: number;
  /** A duration in here is in ms. */
  args: { name?: string; data?: { interactionId?: number; duration?: number } };
}

export interface MainThread {
  /** How long it worked at one task, the longest first, in ms. */
  tasks: number[];
  /** How long it worked from somebody's touch to the picture that shows what came of it, the longest first, in ms. */
  interactions: number[];
}

const CATEGORIES = ["toplevel", "devtools.timeline", "blink.user_timing"];
/** What a page says once it is traced: to begin with it takes the thread 140 ms, which are not the page's. */
const BEGAN = "traced";

/** Begins to write down what a page does. */
export async function trace(browser: Browser, page: Page): Promise<void> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await page.evaluate((mark) => void performance.mark(mark), BEGAN);
}

/** Ends what `trace` began, and tells what it found. */
export async function traced(browser: Browser): Promise<MainThread> {
  const written = (await browser.stopTracing()).toString();
  const { traceEvents } = JSON.parse(written) as { traceEvents: TraceEvent[] };
  const began = traceEvents.find((event) => event.name === BEGAN)?.ts;
  if (began === undefined)
    throw new Error("the trace doesn't hold its own beginning: was it begun with `trace`?");
  const mains = new Set(
    traceEvents
      .filter((event) => event.name === "thread_name" && event.args.name === "CrRendererMain")
      .map((event) => `${event.pid}/${event.tid}`),
  );
  const tasks = traceEvents.filter(
    (event) =>
      event.name === "ThreadControllerImpl::RunTask" &&
      event.ts >= began &&
      mains.has(`${event.pid}/${event.tid}`),
  );
  const interactions = traceEvents.flatMap(({ name, ph, pid, ts, args: { data } }) =>
    name === "EventTiming" && ph === "b" && data?.interactionId
      ? [worked(tasks, pid, ts, ts + (data.duration ?? 0) * 1_000)]
      : [],
  );
  const falling = (one: number, other: number) => other - one;
  return {
    tasks: tasks.map((task) => (task.tdur ?? 0) / 1_000).toSorted(falling),
    interactions: interactions.toSorted(falling),
  };
}

/** What a process's main thread worked between two instants, in ms; of a task at an edge, in proportion. */
function worked(tasks: readonly TraceEvent[], pid: number, from: number, to: number): number {
  let sum = 0;
  for (const task of tasks) {
    const { dur = 0, tdur = 0 } = task;
    const shared = Math.min(to, task.ts + dur) - Math.max(from, task.ts);
    if (task.pid === pid && shared > 0 && dur > 0) sum += tdur * (shared / dur);
  }
  return sum / 1_000;
}
