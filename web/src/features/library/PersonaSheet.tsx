import { useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { useLang } from "@/shared/i18n/texts";
import { PersonaDetails } from "@/shared/persona/PersonaDetails";
import { useDeletePersona } from "@/shared/persona/queries";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { toast } from "@/shared/ui/toasts";
import type { PersonaCard } from "@/shared/wire/http.gen";
import { SampleAnswer } from "./SampleAnswer";
import { useLibraryTexts } from "./texts";

/** One candidate: who it is, how it answers, and for one's own what can be done with it. */
export function PersonaSheet({
  persona,
  onClose,
  onEdit,
}: {
  persona: PersonaCard;
  onClose: () => void;
  onEdit: () => void;
}) {
  const t = useLibraryTexts();
  const lang = useLang();
  const remove = useDeletePersona();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <PersonaDetails
        persona={persona}
        onClose={onClose}
        actions={
          persona.own && (
            <>
              <Button look="danger" busy={remove.isPending} onClick={() => setAsking(true)}>
                {t("personas.delete")}
              </Button>
              <Button look="primary" onClick={onEdit}>
                {t("personas.edit")}
              </Button>
            </>
          )
        }
      >
        <SampleAnswer persona={persona} />
      </PersonaDetails>
      <Confirm
        open={asking}
        onOpenChange={setAsking}
        title={t("personas.deleteTitle")}
        description={t("personas.deleteText", { name: persona.name[lang] })}
        confirmLabel={t("personas.delete")}
        danger
        onConfirm={() =>
          remove.mutate(persona.persona_id, {
            onSuccess: () => {
              toast(t("personas.deleted"), "good");
              onClose();
            },
            onError: (problem) => problem instanceof ApiProblem && toast(problem.message, "bad"),
          })
        }
      />
    </>
  );
}
