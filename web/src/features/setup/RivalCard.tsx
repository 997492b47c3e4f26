import { useLang } from "@/shared/i18n/texts";
import { usePersonaTexts } from "@/shared/persona/texts";
import { Avatar } from "@/shared/ui/Avatar";
import { Button } from "@/shared/ui/Button";
import { classes } from "@/shared/ui/classes";
import { Mark } from "@/shared/ui/Mark";
import type { PersonaCard } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { useSetupTexts } from "./texts";

/** A rival: the card chooses, the buttons below it tell more. */
export function RivalCard({
  persona,
  chosen,
  onChoose,
  onShow,
  onEdit,
}: {
  persona: PersonaCard;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
  onShow: () => void;
  onEdit?: () => void;
}) {
  const t = useSetupTexts();
  const own = usePersonaTexts();
  const words = useWords();
  const lang = useLang();
  const name = persona.name[lang];
  const company = persona.company ? words(`company.${persona.company}`) : own("own");
  return (
    <li
      className={classes(
        "flex flex-col rounded-card border bg-raised",
        "has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-accent",
        chosen ? "border-accent ring-1 ring-accent" : "border-line hover:border-edge",
      )}
    >
      <label className="flex flex-1 cursor-pointer flex-col gap-3 p-4 pb-1">
        <span className="flex items-center gap-3">
          <Avatar name={name} company={persona.company} />
          <span className="min-w-0 flex-1">
            <span className="block font-bold">{name}</span>
            <span className="block text-sm text-soft">{company}</span>
          </span>
          <span className="relative shrink-0">
            <Mark chosen={chosen} />
            <input
              type="checkbox"
              checked={chosen}
              onChange={(event) => onChoose(event.target.checked)}
              className="absolute inset-0 size-full cursor-pointer opacity-0"
            />
          </span>
        </span>
        <span className="block">{persona.headline[lang]}</span>
        <span className="hidden flex-col gap-0.5 text-sm text-soft sm:flex">
          {persona.strengths.map((strength) => (
            <span key={strength.ko}>{strength[lang]}</span>
          ))}
        </span>
      </label>
      <div className="flex gap-1 px-1 pb-2">
        <Button look="quiet" size="small" aria-label={t("rivals.details", { name })} onClick={onShow}>
          {t("rivals.detailsShort")}
        </Button>
        {onEdit && (
          <Button look="quiet" size="small" aria-label={t("rivals.edit", { name })} onClick={onEdit}>
            {t("rivals.editShort")}
          </Button>
        )}
      </div>
    </li>
  );
}
