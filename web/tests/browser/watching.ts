/** How quickly a page answers the hand, and what kept it, as the browser itself tells. */
import type { CDPSession, Page } from "playwright-core";

export interface Interaction {
  name: string;
  /** From the hand to the next picture, in ms, to the next 8. */
  duration: number;
  /** Of that, until our handlers began, and what they took. */
  delay: number;
  handlers: number;
}

/** A picture that took longer than 50 ms to come about. */
export interface LongFrame {
  duration: number;
  /** The longest that one of our scripts ran in it. */
  script: number;
  invoker: string;
  /** What layout took that scripts forced. */
  forced: number;
}

export interface Watched {
  interactions: Interaction[];
  /** Durations of the tasks above 50 ms, by the wall's clock. */
  longTasks: number[];
  longFrames: LongFrame[];
}

/** What the page's main thread worked, in ms of processor time: what other programs do doesn't count in it. */
export interface Work {
  task: number;
  script: number;
  layout: number;
  style: number;
}

interface EventTiming extends PerformanceEventTiming {
  interactionId: number;
}

interface FrameTiming extends PerformanceEntry {
  scripts: { duration: number; invoker: string; forcedStyleAndLayoutDuration: number }[];
}

/** Begins to watch a page that stands. */
export async function watch(page: Page): Promise<void> {
  await page.evaluate(() => {
    const watched: Watched = { interactions: [], longTasks: [], longFrames: [] };
    Object.assign(window, { watched });
    const interacted = (list: PerformanceObserverEntryList) => {
      for (const entry of list.getEntries() as EventTiming[]) {
        if (!entry.interactionId) continue;
        watched.interactions.push({
          name: entry.name,
          duration: entry.duration,
          delay: entry.processingStart - entry.startTime,
          handlers: entry.processingEnd - entry.processingStart,
        });
      }
    };
    new PerformanceObserver(interacted).observe({
      type: "event",
      durationThreshold: 16,
    } as PerformanceObserverInit);
    new PerformanceObserver(interacted).observe({ type: "first-input" });
    new PerformanceObserver((list) => {
      watched.longTasks.push(...list.getEntries().map((entry) => entry.duration));
    }).observe({ type: "longtask" });
    new PerformanceObserver((list) => {
      for (const frame of list.getEntries() as FrameTiming[]) {
        const longest = frame.scripts.toSorted((one, other) => other.duration - one.duration)[0];
        watched.longFrames.push({
          duration: frame.duration,
          script: longest?.duration ?? 0,
          invoker: longest?.invoker ?? "",
          forced: frame.scripts.reduce((sum, script) => sum + script.forcedStyleAndLayoutDuration, 0),
        });
      }
    }).observe({ type: "long-animation-frame" });
  });
}

export async function watched(page: Page): Promise<Watched> {
  return page.evaluate(() => (window as unknown as { watched: Watched }).watched);
}

/** Makes the browser count processor time; to be called once before `work`. */
export async function countWork(page: Page): Promise<CDPSession> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable", { timeDomain: "threadTicks" });
  return devtools;
}

export async function work(devtools: CDPSession): Promise<Work> {
  const { metrics } = await devtools.send("Performance.getMetrics");
  const ms = (name: string) => (metrics.find((one) => one.name === name)?.value ?? 0) * 1_000;
  return {
    task: ms("TaskDuration"),
    script: ms("ScriptDuration"),
    layout: ms("LayoutDuration"),
    style: ms("RecalcStyleDuration"),
  };
}

/** Returns the figure below which 98 of 100 lie; what is called INP of a visit. */
export function nearlyWorst(figures: readonly number[]): number {
  const sorted = figures.toSorted((one, other) => other - one);
  return sorted[Math.floor(sorted.length / 50)] ?? 0;
}
