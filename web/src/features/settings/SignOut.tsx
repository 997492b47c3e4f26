import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useAccount } from "@/shared/account/account";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { toast } from "@/shared/ui/toasts";
import { forgetPerson } from "./forget_person";
import { useSettingsTexts } from "./texts";

/** Leaves the account, which has no way back: said before, and asked once more. */
export function SignOut() {
  const t = useSettingsTexts();
  const queries = useQueryClient();
  const signOut = useAccount((state) => state.signOut);
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t("account.outButton")}</Button>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("account.outAsk")}
        description={t("account.outText")}
        confirmLabel={t("account.outConfirm")}
        danger
        onConfirm={() => {
          signOut();
          forgetPerson(queries);
          toast(t("account.outDone"), "good");
        }}
      />
    </>
  );
}
