import { useState } from "react";
import { AccountGate } from "@/shared/account/AccountGate";
import { ApiProblem } from "@/shared/http/problem";
import { useLang } from "@/shared/i18n/texts";
import { Button } from "@/shared/ui/Button";
import { Confirm } from "@/shared/ui/Confirm";
import { Empty, Failed, Skeleton } from "@/shared/ui/States";
import { toast } from "@/shared/ui/toasts";
import { useWindowTitle } from "@/shared/ui/window_title";
import type { QuestionEntry } from "@/shared/wire/http.gen";
import { Pages } from "./Pages";
import { QuestionEditor } from "./QuestionEditor";
import { QuestionFilters } from "./QuestionFilters";
import { QuestionRow } from "./QuestionRow";
import { anyQuestion, narrowed, type QuestionFilter } from "./question_filter";
import { useDeleteQuestion, useQuestions } from "./question_queries";
import { useSettledText } from "./settled";
import { useLibraryTexts } from "./texts";

export function QuestionsPage() {
  return (
    <AccountGate>
      <Questions />
    </AccountGate>
  );
}

/** The bank to leaf through, and one's own questions before it. */
function Questions() {
  const t = useLibraryTexts();
  useWindowTitle(t("questions.title"));
  const lang = useLang();
  const [chosen, setChosen] = useState(() => anyQuestion(lang));
  const search = useSettledText();
  const [page, setPage] = useState(0);
  const [writing, setWriting] = useState(false);
  const [leaving, setLeaving] = useState<QuestionEntry | null>(null);
  const remove = useDeleteQuestion();
  const filter: QuestionFilter = { ...chosen, search: search.settled };
  const [searched, setSearched] = useState(search.settled);
  if (searched !== search.settled) {
    setSearched(search.settled);
    setPage(0);
  }
  const questions = useQuestions(filter, page);

  function choose(changes: Partial<QuestionFilter>): void {
    setChosen({ ...chosen, ...changes });
    setPage(0);
  }

  function clear(): void {
    setChosen(anyQuestion(chosen.language));
    search.set("");
    setPage(0);
  }

  return (
    <div className="flex flex-col gap-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="text-3xl font-bold tracking-tight">{t("questions.title")}</h1>
          <p className="mt-2 text-soft">{t("questions.text")}</p>
        </div>
        <Button look="primary" onClick={() => setWriting(true)}>
          {t("questions.create")}
        </Button>
      </div>
      <QuestionFilters
        filter={filter}
        search={search.box}
        onChoose={choose}
        {...(narrowed({ ...chosen, search: search.typed }) && { onClear: clear })}
      />
      <section aria-labelledby="found-title" aria-busy={questions.isFetching}>
        {questions.isPending && <Skeleton lines={6} />}
        {questions.isError && <Failed error={questions.error} onRetry={() => void questions.refetch()} />}
        {questions.isSuccess && (
          <>
            <h2 id="found-title" className="mb-3 font-semibold text-soft" aria-live="polite">
              {t("questions.found", { n: questions.data.total })}
            </h2>
            {questions.data.total === 0 ? (
              <Empty
                title={t("questions.foundNone")}
                action={<Button onClick={clear}>{t("questions.clear")}</Button>}
              >
                {t("questions.foundNoneText")}
              </Empty>
            ) : (
              <ul className="divide-y divide-line overflow-hidden rounded-card border border-line bg-raised">
                {questions.data.questions.map((question) => (
                  <QuestionRow key={question.question_id} question={question} onDelete={setLeaving} />
                ))}
              </ul>
            )}
            <Pages page={page} total={questions.data.total} onTurn={setPage} />
          </>
        )}
      </section>
      {writing && <QuestionEditor language={chosen.language} onClose={() => setWriting(false)} />}
      <Confirm
        open={leaving !== null}
        onOpenChange={(open) => !open && setLeaving(null)}
        title={t("questions.deleteTitle")}
        description={t("questions.deleteText")}
        confirmLabel={t("questions.delete")}
        danger
        onConfirm={() =>
          leaving &&
          remove.mutate(leaving.question_id, {
            onSuccess: () => toast(t("questions.deleted"), "good"),
            onError: (problem) => problem instanceof ApiProblem && toast(problem.message, "bad"),
          })
        }
      />
    </div>
  );
}
