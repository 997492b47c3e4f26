import { useMutation } from "@tanstack/react-query";
import { request } from "@/shared/http/request";
import { PROTOCOL } from "@/shared/socket/frames";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { useSettingsTexts } from "./texts";

/** Where one is connected to. The version stands in a large document, so it is asked for by hand. */
export function ServerSection() {
  const t = useSettingsTexts();
  const version = useMutation({
    mutationFn: async () => (await request<{ info: { version: string } }>("/openapi.json")).info.version,
  });
  return (
    <Card aria-labelledby="server">
      <h2 id="server" className="text-xl font-bold">
        {t("server.title")}
      </h2>
      <dl className="mt-4 grid items-center gap-x-6 gap-y-1 sm:gap-y-3 sm:grid-cols-[10rem_1fr]">
        <dt className="font-semibold text-soft">{t("server.address")}</dt>
        <dd>{window.location.host}</dd>
        <dt className="font-semibold text-soft">{t("server.protocol")}</dt>
        <dd>{PROTOCOL}</dd>
        <dt className="font-semibold text-soft">{t("server.version")}</dt>
        <dd aria-live="polite">
          {version.data ?? (
            <span className="flex flex-wrap items-center gap-3">
              <Button
                size="small"
                className="max-sm:min-h-11"
                busy={version.isPending}
                onClick={() => version.mutate()}
              >
                {t("server.ask")}
              </Button>
              {version.isError && t("server.failed")}
            </span>
          )}
        </dd>
      </dl>
    </Card>
  );
}
