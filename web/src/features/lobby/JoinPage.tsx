import { useEffect, useState } from "react";
import { Card } from "@/shared/ui/Card";
import { Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import { useGo } from "./going";
import { readFragment } from "./invitation_link";
import { JoinForm } from "./JoinForm";
import { useLobbyTexts } from "./texts";

/** `/join#` and an invitation: straight on into the room, or what is wrong with the link. */
export function JoinPage() {
  const t = useLobbyTexts();
  useWindowTitle(t("join.title"));
  const go = useGo();
  const [fragment] = useState(() => window.location.hash);
  const [way] = useState(() => readFragment(fragment));
  // biome-ignore lint/correctness/useExhaustiveDependencies: one enters once, on arrival
  useEffect(() => {
    if (way) go(way, true);
  }, [way]);

  if (way) {
    return (
      <div aria-busy="true">
        <h1 className="mb-6 text-soft">{t("join.entering")}</h1>
        <Skeleton lines={4} />
      </div>
    );
  }
  return (
    <Card className="mx-auto max-w-md">
      <h1 className="mb-5 text-2xl font-bold">{t("join.title")}</h1>
      <JoinForm {...(fragment.length > 1 && { error: t("join.broken") })} />
    </Card>
  );
}
