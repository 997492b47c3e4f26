import type { ReactNode } from "react";
import { inMinutes } from "@/shared/plan/minutes";
import { slotsOf } from "@/shared/plan/plan";
import { Button } from "@/shared/ui/Button";
import { useBar } from "@/shared/ui/bars";
import { type Choice, factsOf } from "./choice";
import { expectedOf } from "./expected";
import { useSetupTexts } from "./texts";

/**
 * The choice at a glance with the one press that opens the room: beside the page, or at the foot of a phone's.
 * `cost` is what the interview is expected to cost, for a server that says so.
 */
export function Summary({
  choice,
  busy,
  cost,
  children,
}: {
  choice: Choice;
  busy: boolean;
  cost?: { label: string; value: string };
  children?: ReactNode;
}) {
  const t = useSetupTexts();
  const bar = useBar<HTMLElement>("bottom");
  const { usual, most } = expectedOf(choice);
  const facts = factsOf(choice).length;
  const questions = useOwnQuestions(choice);
  return (
    <aside
      ref={bar}
      aria-labelledby="summary-title"
      className="sticky bottom-0 z-10 -mx-4 border-t border-line bg-raised px-4 py-3 pb-[max(0.75rem,env(safe-area-inset-bottom))] lg:top-6 lg:bottom-auto lg:mx-0 lg:self-start lg:rounded-card lg:border lg:p-6 lg:shadow-card"
    >
      <h2 id="summary-title" className="sr-only lg:not-sr-only lg:text-lg lg:font-bold">
        {t("summary.title")}
      </h2>
      {children}
      {/* With large letters the button goes below what stands beside it. */}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 lg:flex-col lg:flex-nowrap lg:items-stretch lg:gap-y-4">
        <div className="min-w-0 shrink grow-999 basis-36 lg:mt-4 lg:grow-0 lg:basis-auto">
          <p className="hidden text-sm text-soft lg:block">{t("summary.usual")}</p>
          <p className="text-lg font-bold tracking-tight tabular-nums lg:text-3xl">
            {t("minutes", { n: inMinutes(usual) })}
          </p>
          <p className="text-sm text-soft">{t("summary.most", { n: inMinutes(most) })}</p>
        </div>
        <dl className="hidden flex-col gap-2 border-t border-line pt-4 lg:flex">
          <Line name={t("summary.candidates")}>
            {t("summary.candidatesValue", { n: choice.rivals.length })}
          </Line>
          <Line name={t("summary.panel")}>{t("summary.panelValue", { n: choice.panel.length })}</Line>
          <Line name={t("summary.questions")}>{questions}</Line>
          {facts > 0 && (
            <Line name={t("summary.documents")}>{t("summary.documentsValue", { n: facts })}</Line>
          )}
          {cost && <Line name={cost.label}>{cost.value}</Line>}
        </dl>
        <Button
          type="submit"
          look="primary"
          size="large"
          busy={busy}
          className="shrink-0 grow lg:mt-2 lg:grow-0"
        >
          {t("open")}
        </Button>
      </div>
    </aside>
  );
}

/** How many questions oneself is asked: some are put to one candidate alone, and follow-ups come on top. */
function useOwnQuestions(choice: Choice): string {
  const t = useSetupTexts();
  const slots = slotsOf({ preset: choice.preset, plan: [] });
  const sure = slots.filter(({ asked }) => asked !== "one").length;
  const asked = t(sure < slots.length ? "summary.questionsBetween" : "summary.questionsValue", {
    n: sure,
    most: slots.length,
  });
  return choice.followUpBudget > 0 ? t("summary.andFollowUps", { asked }) : asked;
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="flex justify-between gap-4">
      <dt className="text-soft">{name}</dt>
      <dd className="font-semibold tabular-nums">{children}</dd>
    </div>
  );
}
