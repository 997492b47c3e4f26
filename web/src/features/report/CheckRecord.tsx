import { useMutation } from "@tanstack/react-query";
import { request } from "@/shared/http/request";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { Notice } from "@/shared/ui/Notice";
import { Failed } from "@/shared/ui/States";
import type { Checked } from "@/shared/wire/http.gen";
import { useFileTexts } from "./texts_files";

/** Computes the record again, and says in plain words whether it holds. */
export function CheckRecord({ roomId }: { roomId: string }) {
  const t = useFileTexts();
  const check = useMutation({ mutationFn: () => request<Checked>(`/api/rooms/${roomId}/verify`) });
  return (
    <Card>
      <h3 className="text-lg font-bold">{t("checkTitle")}</h3>
      <p className="mt-1 text-sm text-soft">{t("checkText")}</p>
      <Button className="mt-4" busy={check.isPending} onClick={() => check.mutate()}>
        {t(check.data ? "checkAgain" : "check")}
      </Button>
      <div className="mt-4 empty:hidden">
        {check.isError && <Failed error={check.error} onRetry={() => check.mutate()} />}
        {check.data && <Found found={check.data} />}
      </div>
    </Card>
  );
}

function Found({ found }: { found: Checked }) {
  const t = useFileTexts();
  if (!found.sound) {
    return (
      <Notice tone="bad" title={t("unsound")}>
        <p>{t("unsoundText", { count: found.faults.length })}</p>
        <p className="text-sm">{found.faults.map((fault) => `#${fault.seq} ${fault.code}`).join(", ")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="good" title={t("sound")}>
      <p>
        {t("soundText", { count: found.records })}
        {found.redacted > 0 && ` ${t("redacted", { count: found.redacted })}`}
      </p>
      <p className="mt-1 text-sm text-soft">
        {t("head")} <code className="font-mono break-all">{found.head.slice(0, 16)}</code>
      </p>
    </Notice>
  );
}
