/** What the server can do with voices: whether answers may be spoken, and whether it reads aloud. */
import { useQuery } from "@tanstack/react-query";
import { useAccount } from "@/shared/account/account";
import { request } from "@/shared/http/request";
import type { VoiceAbilities } from "@/shared/wire/http.gen";

/** Returns them; undefined until they are known, and where they can't be had. */
export function useVoiceAbilities(): VoiceAbilities | undefined {
  const userId = useAccount((state) => state.account?.userId ?? "");
  const { data } = useQuery({
    queryKey: ["voice"],
    queryFn: ({ signal }) => request<VoiceAbilities>("/api/voice", { signal }),
    enabled: userId !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
  return data;
}
