/** Removes from this device what belongs to somebody who has left it; how the pages look stays. */
import type { QueryClient } from "@tanstack/react-query";
import { inTab } from "@/shared/kept/kept";
import { deleteDeviceTexts } from "./device_texts";

export function forgetPerson(queries: QueryClient): void {
  deleteDeviceTexts();
  for (const key of inTab.keys()) {
    if (key.startsWith("interview.")) inTab.removeItem(key);
  }
  queries.clear();
}
