import { useNavigate } from "@tanstack/react-router";
import type { Way } from "./invitation_link";
import { writtenCode } from "./join_code";

/** Leads into a room; the invitation goes behind the `#`, where the room's page takes it from. */
export function useGo(): (way: Way, replace?: boolean) => void {
  const navigate = useNavigate();
  return ({ roomId, invitation }, replace = false) => {
    void navigate({
      to: "/rooms/$roomId",
      params: { roomId },
      replace,
      ...(invitation && { hash: new URLSearchParams({ invitation }).toString() }),
    });
  };
}

/** Leads to where a code is looked up; it stands behind the `#`, which no server's log sees. */
export function useGoByCode(): (code: string, replace?: boolean) => void {
  const navigate = useNavigate();
  return (code, replace = false) => void navigate({ to: "/join", hash: writtenCode(code), replace });
}
