/** Removes from this device what belongs to somebody who has left it; how the pages look stays. */
import type { QueryClient } from "@tanstack/react-query";
import { deleteDeviceTexts } from "./device_texts";

export function forgetPerson(queries: QueryClient): void {
  deleteDeviceTexts();
  for (const key of Object.keys(sessionStorage)) {
    if (key.startsWith("interview.")) sessionStorage.removeItem(key);
  }
  queries.clear();
}
