import { useWindowTitle } from "@/shared/ui/window_title";
import { AccountSection } from "./AccountSection";
import { DeviceSection } from "./DeviceSection";
import { LooksSection } from "./LooksSection";
import { ReadingSection } from "./ReadingSection";
import { ServerSection } from "./ServerSection";
import { useSettingsTexts } from "./texts";

/** How the pages look, and what is kept of a person, here and on the server. */
export function SettingsPage() {
  const t = useSettingsTexts();
  useWindowTitle(t("title"));
  return (
    <div className="mx-auto flex max-w-3xl flex-col gap-5">
      <header>
        <h1 className="text-2xl font-bold sm:text-3xl">{t("title")}</h1>
        <p className="mt-1 text-soft">{t("lead")}</p>
      </header>
      <LooksSection />
      <ReadingSection />
      <AccountSection />
      <DeviceSection />
      <ServerSection />
    </div>
  );
}
