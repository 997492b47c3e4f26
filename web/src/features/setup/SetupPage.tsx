import { AccountGate } from "@/shared/account/AccountGate";
import { useInterviewers, usePersonas } from "@/shared/persona/queries";
import { Failed, Skeleton } from "@/shared/ui/States";
import { useWindowTitle } from "@/shared/ui/window_title";
import { Setup } from "./Setup";
import { useSetupTexts } from "./texts";

/** Setting up a new interview. */
export function SetupPage() {
  return (
    <AccountGate>
      <Loaded />
    </AccountGate>
  );
}

function Loaded() {
  const t = useSetupTexts();
  useWindowTitle(t("title"));
  const personas = usePersonas();
  const interviewers = useInterviewers();
  const failed = [personas, interviewers].find((query) => query.isError);
  return (
    <>
      <h1 className="text-3xl font-bold tracking-tight">{t("title")}</h1>
      <p className="mt-2 mb-6 text-soft">{t("text")}</p>
      {failed ? (
        <Failed error={failed.error} onRetry={() => void failed.refetch()} />
      ) : personas.data && interviewers.data ? (
        <Setup personas={personas.data.personas} interviewers={interviewers.data.interviewers} />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  );
}
