import { useSeatingTexts } from "./host_texts";

/** Addresses that lead every device to itself. */
const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

export function onlyHere(hostname: string): boolean {
  return LOOPBACK.test(hostname);
}

/** Says that a link can't leave this computer, before somebody scans its QR code in vain. */
export function LocalOnly() {
  const t = useSeatingTexts();
  if (!onlyHere(window.location.hostname)) return null;
  return <p className="rounded-control bg-warn-soft px-3 py-2 text-sm">{t("invite.localOnly")}</p>;
}
