import { Button } from "@/shared/ui/Button";
import { Disclosure } from "@/shared/ui/Disclosure";
import { SelectField, TextField } from "@/shared/ui/Field";
import { Toggle } from "@/shared/ui/Toggle";
import { COMPANIES } from "@/shared/words/lists";
import { useWords } from "@/shared/words/texts";
import { blankStory, LINES, type Pair, type PersonaForm, SPEECHES } from "./form";
import { PairField } from "./PairField";
import { QualityFields } from "./QualityFields";
import { StoryFields } from "./StoryFields";
import { usePersonaTexts } from "./texts";
import { VoiceFields } from "./VoiceFields";

/** Everything about a persona, the necessary first. */
export function PersonaFields({
  form,
  onChange,
  errorAt,
}: {
  form: PersonaForm;
  onChange: (form: PersonaForm) => void;
  errorAt: (place: string) => string | undefined;
}) {
  const t = usePersonaTexts();
  const words = useWords();
  const set = (changes: Partial<PersonaForm>) => onChange({ ...form, ...changes });
  const pair = (
    key:
      | "name"
      | "headline"
      | "background"
      | "speaking_style"
      | (typeof LINES)[number]
      | (typeof SPEECHES)[number],
  ) => ({
    label: t(key),
    pair: form[key],
    onChange: (changed: Pair) => set({ [key]: changed }),
    place: key,
    errorAt,
    both: form.both,
  });
  const rate = (lang: keyof Pair) => ({
    inputMode: "numeric" as const,
    value: form.rate[lang],
    error: errorAt(`rate.${lang}`),
    onChange: (event: { target: { value: string } }) =>
      set({ rate: { ...form.rate, [lang]: event.target.value } }),
  });
  return (
    <div className="flex flex-col gap-5">
      <Toggle label={t("both")} hint={t("bothHint")} on={form.both} onChange={(both) => set({ both })} />
      <PairField {...pair("name")} required />
      <PairField {...pair("headline")} hint={t("headlineHint")} required />
      <SelectField
        label={t("company")}
        choices={[
          { value: "none", label: words("company.none") },
          ...COMPANIES.map((value) => ({ value, label: words(`company.${value}`) })),
        ]}
        value={form.company ?? "none"}
        onChoose={(chosen) => set({ company: chosen === "none" ? null : chosen })}
      />
      <section aria-label={t("stories")} className="flex flex-col gap-4">
        <div>
          <h3 className="text-lg font-bold">{t("stories")}</h3>
          <p className="text-sm text-soft">{t("storiesHint")}</p>
        </div>
        {form.stories.map((story, index) => (
          <StoryFields
            key={story.key}
            story={story}
            number={index + 1}
            place={`stories[${index}]`}
            errorAt={errorAt}
            both={form.both}
            onChange={(changed) =>
              set({ stories: form.stories.map((other) => (other.key === story.key ? changed : other)) })
            }
            onRemove={() => set({ stories: form.stories.filter((other) => other.key !== story.key) })}
          />
        ))}
        <Button className="self-start" onClick={() => set({ stories: [...form.stories, blankStory()] })}>
          {t("addStory")}
        </Button>
      </section>
      <section aria-label={t("skill")} className="flex flex-col gap-4">
        <h3 className="text-lg font-bold">{t("skill")}</h3>
        <QualityFields quality={form.quality} errorAt={errorAt} onChange={(quality) => set({ quality })} />
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField label={t("rateKo")} hint={t("rateKoHint")} {...rate("ko")} />
          <TextField label={t("rateEn")} hint={t("rateEnHint")} {...rate("en")} />
        </div>
      </section>
      <Disclosure summary={t("more")}>
        <div className="flex flex-col gap-5">
          <PairField {...pair("background")} shape="text" />
          {LINES.map((key) => (
            <PairField
              key={key}
              {...pair(key)}
              shape="lines"
              {...(key === "blind_spots" && { hint: t("blindSpotsHint") })}
            />
          ))}
          <PairField {...pair("speaking_style")} />
        </div>
      </Disclosure>
      <Disclosure summary={t("speeches")}>
        <p className="mb-4 text-sm text-soft">{t("speechesHint")}</p>
        <div className="flex flex-col gap-5">
          {SPEECHES.map((key) => (
            <PairField key={key} {...pair(key)} shape="lines" />
          ))}
        </div>
      </Disclosure>
      <VoiceFields
        voice={form.voice}
        both={form.both}
        errorAt={errorAt}
        onChange={(voice) => set({ voice })}
      />
    </div>
  );
}
