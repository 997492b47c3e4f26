import { useMutation } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ApiProblem } from "@/shared/http/problem";
import { announce } from "@/shared/ui/announcer";
import { Button } from "@/shared/ui/Button";
import { Notice } from "@/shared/ui/Notice";
import type { InterviewerCard, PersonaCard } from "@/shared/wire/http.gen";
import { About } from "./About";
import { type Choice, type Fault, faultOf, present } from "./choice";
import { Documents } from "./Documents";
import { useCostLine } from "./expected_cost";
import { Length } from "./Length";
import { Manner } from "./Manner";
import { HalfOpen, Opening } from "./opening";
import { Panel } from "./Panel";
import { Rivals } from "./Rivals";
import { RoomPart } from "./RoomPart";
import { Summary } from "./Summary";
import { useSetup } from "./state";
import { useSetupTexts } from "./texts";

const PLACES: Readonly<Record<Fault, string>> = {
  noRivals: "rivals",
  manyRivals: "rivals",
  noPanel: "panel",
  manyPanel: "panel",
  manyFacts: "documents",
  longFact: "documents",
};

/** Everything to choose, and the press that opens the room. */
export function Setup({
  personas,
  interviewers,
}: {
  personas: readonly PersonaCard[];
  interviewers: readonly InterviewerCard[];
}) {
  const t = useSetupTexts();
  const navigate = useNavigate();
  const { choice: chosen, set, reset } = useSetup();
  const [fault, setFault] = useState<Fault | null>(null);
  const [opening] = useState(() => new Opening());
  const choice: Choice = {
    ...chosen,
    rivals: present(
      chosen.rivals,
      personas.map((persona) => persona.persona_id),
    ),
    panel: present(
      chosen.panel,
      interviewers.map((interviewer) => interviewer.persona_id),
    ),
  };
  const cost = useCostLine(choice);
  const open = useMutation({
    mutationFn: () => opening.open(choice),
    onSuccess: async (roomId) => {
      await navigate({ to: "/rooms/$roomId", params: { roomId } });
      reset();
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    const found = faultOf(choice);
    setFault(found);
    if (found) {
      const place = document.getElementById(PLACES[found]);
      place?.scrollIntoView({ block: "start" });
      place?.focus({ preventScroll: true });
      return;
    }
    announce(t("opening"));
    open.mutate();
  }

  return (
    <form
      onSubmit={submit}
      noValidate
      className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_20rem] lg:gap-8"
    >
      <div className="flex min-w-0 flex-col gap-6">
        <About choice={choice} set={set} />
        <Length choice={choice} set={set} />
        <Rivals choice={choice} set={set} personas={personas} />
        <Panel choice={choice} set={set} interviewers={interviewers} />
        <Documents choice={choice} set={set} />
        <Manner choice={choice} set={set} />
        <RoomPart choice={choice} set={set} />
      </div>
      <Summary choice={choice} busy={open.isPending || open.isSuccess} {...(cost && { cost })}>
        {fault && faultOf(choice) === fault ? (
          <Notice tone="bad" className="my-2">
            {t(`faults.${fault}`)}
          </Notice>
        ) : (
          open.error && <OpeningFailed error={open.error} />
        )}
      </Summary>
    </form>
  );
}

function OpeningFailed({ error }: { error: Error }) {
  const t = useSetupTexts();
  const half = error instanceof HalfOpen ? error : null;
  const reason = half ? half.reason : error;
  const problem = reason instanceof ApiProblem ? reason : null;
  return (
    <Notice
      tone="bad"
      className="my-2"
      {...(half && {
        title: t("half.title"),
        action: (
          <Button asChild size="small">
            <Link to="/rooms/$roomId" params={{ roomId: half.roomId }}>
              {t("half.anyway")}
            </Link>
          </Button>
        ),
      })}
    >
      <p>{problem?.message ?? t("failed")}</p>
      {problem?.fields.map((field) => (
        <p key={field.field + field.message} className="text-sm">
          {field.message}
        </p>
      ))}
    </Notice>
  );
}
