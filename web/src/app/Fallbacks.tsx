import { Link } from "@tanstack/react-router";
import { Button } from "@/shared/ui/Button";
import { Empty } from "@/shared/ui/States";
import { useAppTexts } from "./texts";

/** An address that leads nowhere; no frame stands around it. */
export function NowhereAtAll() {
  return (
    <main className="pt-12">
      <NotFound />
    </main>
  );
}

export function NotFound() {
  const t = useAppTexts();
  return (
    <div className="mx-auto max-w-xl p-4">
      <Empty
        wholePage
        title={t("notFoundTitle")}
        action={
          <Button asChild look="primary">
            <Link to="/">{t("toHome")}</Link>
          </Button>
        }
      >
        {t("notFoundText")}
      </Empty>
    </div>
  );
}

/** The same for a page that no frame stands around. */
export function BrokenAlone() {
  return (
    <main>
      <Broken />
    </main>
  );
}

/** A page that threw: what was written is on the server or in this device's drafts, so a reload loses nothing. */
export function Broken() {
  const t = useAppTexts();
  return (
    <div className="mx-auto max-w-xl p-4" role="alert">
      <Empty
        wholePage
        title={t("brokenTitle")}
        action={
          <Button look="primary" onClick={() => window.location.reload()}>
            {t("reload")}
          </Button>
        }
      >
        {t("brokenText")}
      </Empty>
    </div>
  );
}
