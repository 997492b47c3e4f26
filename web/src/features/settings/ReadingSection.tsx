import { Card } from "@/shared/ui/Card";
import { Segmented } from "@/shared/ui/Segmented";
import { Toggle } from "@/shared/ui/Toggle";
import { useVoiceAbilities } from "@/shared/voice/abilities";
import { type ReadingSource, useReading } from "@/shared/voice/reading";
import { useVoiceTexts } from "@/shared/voice/texts";

const SOURCES: readonly ReadingSource[] = ["device", "server"];

/** Whether questions and AI candidates' answers are read aloud, and by whose voice where there is a choice. */
export function ReadingSection() {
  const t = useVoiceTexts();
  const { on, source, set } = useReading();
  const abilities = useVoiceAbilities();
  return (
    <Card aria-labelledby="reading" className="flex flex-col gap-5">
      <h2 id="reading" className="text-xl font-bold">
        {t("reading.title")}
      </h2>
      <Toggle
        label={t("reading.label")}
        hint={t("reading.hint")}
        on={on}
        onChange={(wanted) => set({ on: wanted })}
      />
      {abilities?.speaks && (
        <Segmented
          label={t("reading.source")}
          hint={t("reading.sourceHint", { speakers: abilities.speakers.join(", ") })}
          value={source}
          choices={SOURCES.map((value) => ({ value, label: t(`reading.sources.${value}`) }))}
          onChoose={(chosen) => set({ source: chosen })}
        />
      )}
    </Card>
  );
}
