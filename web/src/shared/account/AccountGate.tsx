import type { ReactNode } from "react";
import { Card } from "@/shared/ui/Card";
import { useAccount } from "./account";
import { NameForm } from "./NameForm";
import { useAccountTexts } from "./texts";

/** Lets through whoever has an account on this device, and asks everybody else for a name. */
export function AccountGate({ children }: { children: ReactNode }) {
  const t = useAccountTexts();
  const account = useAccount((state) => state.account);
  if (account) return children;
  return (
    <Card className="mx-auto max-w-md">
      <h1 className="text-2xl font-bold">{t("gateTitle")}</h1>
      <p className="mt-2 text-soft">{t("gateText")}</p>
      <NameForm action={t("begin")} className="mt-6" />
    </Card>
  );
}
