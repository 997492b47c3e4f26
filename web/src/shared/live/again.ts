/** Which question a room was opened to answer again; kept on this device, for it is of no use to anybody else. */
const KEY = "interview.again.";

export function rememberAgain(roomId: string, roundId: string): void {
  localStorage.setItem(KEY + roomId, roundId);
}

export function roundAnsweredAgain(roomId: string): string | null {
  return localStorage.getItem(KEY + roomId);
}
