import { useCallback } from "react";
import type { CommandName } from "@/shared/socket/frames";
import { GIVEN_UP, type Outcome } from "@/shared/socket/outbox";
import { toast } from "@/shared/ui/toasts";
import type { Commands } from "@/shared/wire/socket.gen";
import { useSession } from "./session";

export type Give = <N extends CommandName>(name: N, data: Commands[N]) => Promise<Outcome>;

/** Returns how to give a command: when it is refused, the person is told why. */
export function useGive(): Give {
  const session = useSession();
  return useCallback(
    async (name, data) => {
      const outcome = await session.command(name, data);
      if (outcome.status === "refused" && outcome.code !== GIVEN_UP && outcome.code !== "nothing_to_do") {
        toast(outcome.message, "bad");
      }
      return outcome;
    },
    [session],
  );
}
