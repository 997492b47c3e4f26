/**
 * An invitation comes behind the `#` of a link, where no server's log sees it. It is taken out of the address
 * at once and kept for this tab, so that neither a screenshot nor a shared address gives it away.
 */
import { inTab } from "@/shared/kept/kept";

const KEY = "interview.invitation.";

export function takeInvitation(roomId: string): string {
  const given = new URLSearchParams(window.location.hash.slice(1)).get("invitation");
  if (given) {
    inTab.setItem(KEY + roomId, given);
    window.history.replaceState(window.history.state, "", window.location.pathname + window.location.search);
  }
  return inTab.getItem(KEY + roomId) ?? "";
}
