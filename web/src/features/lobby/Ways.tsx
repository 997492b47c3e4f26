import { Link } from "@tanstack/react-router";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { JoinForm } from "./JoinForm";
import { useLobbyTexts } from "./texts";

/** The two ways into an interview: one's own, or somebody else's. */
export function Ways() {
  const t = useLobbyTexts();
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Card className="flex flex-col items-start gap-5 sm:p-8" aria-labelledby="create-title">
        <div>
          <h2 id="create-title" className="text-xl font-bold">
            {t("create")}
          </h2>
          <p className="mt-2 text-soft">{t("createText")}</p>
        </div>
        <Button asChild look="primary" size="large" className="mt-auto w-full sm:w-auto">
          <Link to="/new">
            <Plus />
            {t("create")}
          </Link>
        </Button>
      </Card>
      <Card className="sm:p-8" aria-labelledby="join-title">
        <h2 id="join-title" className="mb-4 text-xl font-bold">
          {t("join.title")}
        </h2>
        <JoinForm />
      </Card>
    </div>
  );
}

function Plus() {
  return (
    <svg viewBox="0 0 20 20" className="size-5" aria-hidden="true">
      <path d="M10 4v12M4 10h12" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
    </svg>
  );
}
