/** The plan that an interview follows: the room's own, or its preset's. */
import type { Settings, Slot } from "@/shared/wire/socket.gen";
import presets from "./presets.json";

/** Returns the slots in order. */
export function slotsOf(settings: Pick<Settings, "plan" | "preset">): readonly Slot[] {
  // The file is drawn from the engine's own presets, and a test compares them.
  return settings.plan.length > 0 ? settings.plan : (presets[settings.preset] as readonly Slot[]);
}
