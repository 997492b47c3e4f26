import { Link } from "@tanstack/react-router";
import { useAccount } from "@/shared/account/account";
import { Button } from "@/shared/ui/Button";
import { Card } from "@/shared/ui/Card";
import { JoinForm } from "./JoinForm";
import { OwnInterviews } from "./OwnInterviews";
import { PublicRooms } from "./PublicRooms";
import { useLobbyTexts } from "./texts";
import { Welcome } from "./Welcome";

/** The way in: a name for who is new; a new interview, an invitation and what was begun for everybody else. */
export function HomePage() {
  const t = useLobbyTexts();
  const account = useAccount((state) => state.account);
  if (!account) return <Welcome />;
  return (
    <div className="flex flex-col gap-10 sm:gap-12">
      <div>
        <h1 className="text-3xl font-bold tracking-tight sm:text-4xl">
          {t("hello", { name: account.name })}
        </h1>
        <p className="mt-2 text-lg text-soft">{t("helloText")}</p>
        <div className="mt-6 grid gap-4 md:grid-cols-2">
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
      </div>
      <OwnInterviews />
      <PublicRooms />
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
