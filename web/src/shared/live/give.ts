import { useCallback } from "react";
import type { CommandName } from "@/shared/socket/frames";
import { GIVEN_UP, type Outcome } from "@/shared/socket/outbox";
import { toast } from "@/shared/ui/toasts";
import type { Commands } from "@/shared/wire/socket.gen";
import { useSession } from "./session";

/** `quiet` lists refusals that only say that somebody, or the clock, was faster. */
export type Give = <N extends CommandName>(
  name: N,
  data: Commands[N],
  quiet?: readonly string[],
) => Promise<Outcome>;

const NEVER_TOLD = [GIVEN_UP, "nothing_to_do"];

/** Returns how to give a command: when it is refused, the person is told why. */
export function useGive(): Give {
  const session = useSession();
  return useCallback(
    async (name, data, quiet = []) => {
      const outcome = await session.command(name, data);
      if (outcome.status === "refused" && ![...NEVER_TOLD, ...quiet].includes(outcome.code)) {
        toast(outcome.message, "bad");
      }
      return outcome;
    },
    [session],
  );
}
