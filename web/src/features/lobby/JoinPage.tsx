import { useMutation } from "@tanstack/react-query";
import { useLocation } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { AccountGate } from "@/shared/account/AccountGate";
import { useAccount } from "@/shared/account/account";
import { request } from "@/shared/http/request";
import { Card } from "@/shared/ui/Card";
import { Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import type { Opened } from "@/shared/wire/http.gen";
import { useGo, useGoByCode } from "./going";
import { readFragment } from "./invitation_link";
import { JoinForm } from "./JoinForm";
import { readCode, writtenCode } from "./join_code";
import { useLobbyTexts } from "./texts";

/** `/join#` and an invitation or a code: straight on into the room, or what is wrong with it. */
export function JoinPage() {
  const t = useLobbyTexts();
  useWindowTitle(t("join.title"));
  const fragment = useLocation({ select: ({ hash }) => hash });
  const account = useAccount((state) => state.account);
  const go = useGo();
  const goByCode = useGoByCode();
  const way = readFragment(fragment);
  const code = way ? null : readCode(fragment);
  const [refused, setRefused] = useState({ times: 0, why: "" });
  const opening = useMutation({
    mutationFn: (code: string) => request<Opened>("/api/join", { method: "POST", body: { code } }),
    onSuccess: ({ room_id, invitation }) => go({ roomId: room_id, invitation }, true),
    onError: ({ message }) => setRefused(({ times }) => ({ times: times + 1, why: message })),
  });
  const known = account !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: one enters once, on arrival
  useEffect(() => {
    if (way) go(way, true);
    else if (code && known) opening.mutate(code);
  }, [fragment, known]);

  if (code && !known) return <AccountGate>{null}</AccountGate>;
  // Whoever mends a code has it before them while the next one is looked up.
  const looking = code && refused.times === 0;
  if (way || opening.isSuccess || looking) {
    return (
      <div aria-busy="true">
        <h1 className="mb-6 text-soft">{t("join.entering")}</h1>
        <Skeleton lines={4} />
      </div>
    );
  }
  const wrong = code ? refused.why : fragment && t("join.broken");
  return (
    <Card className="mx-auto max-w-md">
      <h1 className="mb-5 text-2xl font-bold">{t("join.title")}</h1>
      <JoinForm
        key={refused.times}
        primary
        busy={opening.isPending}
        {...(wrong && { error: wrong })}
        {...(code && { typed: writtenCode(code) })}
        onCode={(typed) => (typed === code ? opening.mutate(typed) : goByCode(typed, true))}
      />
    </Card>
  );
}
