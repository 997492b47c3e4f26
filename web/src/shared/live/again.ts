/** Which question a room was opened to answer again; kept on this device, for it is of no use to anybody else. */
import { onDevice } from "@/shared/kept/kept";

const KEY = "interview.again.";

export function rememberAgain(roomId: string, roundId: string): void {
  onDevice.setItem(KEY + roomId, roundId);
}

export function roundAnsweredAgain(roomId: string): string | null {
  return onDevice.getItem(KEY + roomId);
}
