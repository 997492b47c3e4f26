import { LANGS } from "@/shared/i18n/texts";
import { type Motion, type TextSize, type Theme, usePreferences } from "@/shared/preferences/preferences";
import { Card } from "@/shared/ui/Card";
import { Segmented } from "@/shared/ui/Segmented";
import { useSettingsTexts } from "./texts";

const THEMES: readonly Theme[] = ["system", "light", "dark", "contrast"];
const TEXT_SIZES: readonly TextSize[] = ["normal", "large", "larger"];
const MOTIONS: readonly Motion[] = ["system", "reduced"];

export function LooksSection() {
  const t = useSettingsTexts();
  const { language, theme, textSize, motion, set } = usePreferences();
  return (
    <Card aria-labelledby="looks" className="flex flex-col gap-5">
      <h2 id="looks" className="text-xl font-bold">
        {t("looks.title")}
      </h2>
      <Segmented
        label={t("looks.language")}
        hint={t("looks.languageHint")}
        value={language}
        choices={LANGS.map((value) => ({ value, label: t(`looks.languages.${value}`) }))}
        onChoose={(chosen) => set({ language: chosen })}
      />
      <Segmented
        label={t("looks.theme")}
        value={theme}
        choices={THEMES.map((value) => ({ value, label: t(`looks.themes.${value}`) }))}
        onChoose={(chosen) => set({ theme: chosen })}
      />
      <Segmented
        label={t("looks.textSize")}
        value={textSize}
        choices={TEXT_SIZES.map((value) => ({ value, label: t(`looks.textSizes.${value}`) }))}
        onChoose={(chosen) => set({ textSize: chosen })}
      />
      <Segmented
        label={t("looks.motion")}
        hint={t("looks.motionHint")}
        value={motion}
        choices={MOTIONS.map((value) => ({ value, label: t(`looks.motions.${value}`) }))}
        onChoose={(chosen) => set({ motion: chosen })}
      />
      <figure className="rounded-control bg-sunken px-4 py-3">
        <figcaption className="text-sm text-soft">{t("looks.sampleLabel")}</figcaption>
        <p className="mt-1 font-semibold">{t("looks.sample")}</p>
      </figure>
    </Card>
  );
}
