import { NameForm } from "@/shared/account/NameForm";
import { Card } from "@/shared/ui/Card";
import { useRoomTexts } from "./texts";

/** Before the door: somebody without an account says what they are to be called. */
export function Entrance() {
  const t = useRoomTexts();
  return (
    <main className="mx-auto max-w-md p-4 pt-16">
      <Card>
        <h1 className="text-2xl font-bold">{t("entrance.title")}</h1>
        <p className="mt-2 text-soft">{t("entrance.text")}</p>
        <NameForm action={t("entrance.enter")} className="mt-6" />
      </Card>
    </main>
  );
}
