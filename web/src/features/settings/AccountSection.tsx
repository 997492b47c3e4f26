import type { ReactNode } from "react";
import { type Account, useAccount } from "@/shared/account/account";
import { useLang } from "@/shared/i18n/texts";
import { Card } from "@/shared/ui/Card";
import { DeleteAccount } from "./DeleteAccount";
import { ExportData } from "./ExportData";
import { SignOut } from "./SignOut";
import { useSettingsTexts } from "./texts";

export function AccountSection() {
  const t = useSettingsTexts();
  const account = useAccount((state) => state.account);
  return (
    <Card aria-labelledby="account">
      <h2 id="account" className="text-xl font-bold">
        {t("account.title")}
      </h2>
      {account ? <Held account={account} /> : <p className="mt-3 text-soft">{t("account.none")}</p>}
    </Card>
  );
}

function Held({ account }: { account: Account }) {
  const t = useSettingsTexts();
  const lang = useLang();
  const date = new Intl.DateTimeFormat(lang, { dateStyle: "long" }).format(account.expiresAt);
  return (
    <>
      <dl className="mt-4 grid gap-x-6 gap-y-1 sm:gap-y-3 sm:grid-cols-[10rem_1fr]">
        <dt className="font-semibold text-soft">{t("account.name")}</dt>
        <dd>{account.name}</dd>
        <dt className="font-semibold text-soft">{t("account.until")}</dt>
        <dd>{t("account.untilText", { date })}</dd>
      </dl>
      <Part title={t("account.export")} text={t("account.exportText")}>
        <ExportData />
      </Part>
      <Part title={t("account.out")} text={t("account.outText")}>
        <SignOut />
      </Part>
      <Part title={t("removal.title")} text={t("removal.text")}>
        <DeleteAccount />
      </Part>
    </>
  );
}

function Part({ title, text, children }: { title: string; text: string; children: ReactNode }) {
  return (
    <div className="mt-6 border-t border-line pt-5">
      <h3 className="text-lg font-bold">{title}</h3>
      <p className="mt-1 mb-4 text-sm text-soft">{text}</p>
      {children}
    </div>
  );
}
