import type { ReactNode } from "react";
import { useLang } from "@/shared/i18n/texts";
import { Avatar } from "@/shared/ui/Avatar";
import { Modal } from "@/shared/ui/Modal";
import type { PersonaCard } from "@/shared/wire/http.gen";
import { useWords } from "@/shared/words/texts";
import { usePersonaTexts } from "./texts";

/** All that may be known of a rival before the interview: weaknesses are for the interview to show. */
export function PersonaDetails({
  persona,
  onClose,
  actions,
  children,
}: {
  persona: PersonaCard;
  onClose: () => void;
  actions?: ReactNode;
  children?: ReactNode;
}) {
  const t = usePersonaTexts();
  const words = useWords();
  const lang = useLang();
  const patterns = persona.answer_patterns.map((pattern) => pattern[lang]);
  return (
    <Modal
      open
      wide
      onOpenChange={(open) => !open && onClose()}
      title={persona.name[lang]}
      description={persona.headline[lang]}
      actions={actions}
    >
      <div className="flex flex-col gap-5">
        <p className="flex items-center gap-3 font-semibold">
          <Avatar name={persona.name[lang]} company={persona.company} />
          {persona.company ? words(`company.${persona.company}`) : t("own")}
        </p>
        {persona.background[lang] && <p>{persona.background[lang]}</p>}
        <Points title={t("strengths")} points={persona.strengths.map((strength) => strength[lang])} />
        <Points title={t("speaking_style")} points={[persona.speaking_style[lang]].filter(Boolean)} />
        <Points title={t("answer_patterns")} points={patterns} />
        {children}
      </div>
    </Modal>
  );
}

function Points({ title, points }: { title: string; points: readonly string[] }) {
  if (points.length === 0) return null;
  return (
    <div>
      <h3 className="font-bold">{title}</h3>
      <ul className="mt-1 flex flex-col gap-1 text-soft">
        {points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
    </div>
  );
}
