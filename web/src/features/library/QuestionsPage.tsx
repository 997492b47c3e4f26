import { getRouteApi } from "@tanstack/react-router";
import { useEffect, useState } from "react";
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
import {
  addressOf,
  anyQuestion,
  filterOf,
  narrowed,
  pageOf,
  pagesOf,
  type QuestionFilter,
} from "./question_filter";
import { useDeleteQuestion, useQuestions } from "./question_queries";
import { useSettledText } from "./settled";
import { useLibraryTexts } from "./texts";

const route = getRouteApi("/framed/questions");

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
  // What is looked for stands in the address: it can be sent to somebody, and one can go back.
  const address = route.useSearch();
  const navigate = route.useNavigate();
  const filter = filterOf(address, lang);
  const page = pageOf(address);
  const search = useSettledText(filter.search, (text) => {
    // Typing on is no step of its own.
    go({ ...filter, search: text }, 0, filter.search !== "" && text !== "");
  });
  const [writing, setWriting] = useState(false);
  const [leaving, setLeaving] = useState<QuestionEntry | null>(null);
  const remove = useDeleteQuestion();
  const questions = useQuestions(filter, page);
  const last = questions.isSuccess && !questions.isPlaceholderData ? pagesOf(questions.data.total) - 1 : page;

  function go(to: QuestionFilter, at: number, replace = false): void {
    void navigate({ search: addressOf(to, at, lang), replace, resetScroll: false });
  }

  function clear(): void {
    go(anyQuestion(filter.language), 0);
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: an address may name a page that is no more
  useEffect(() => {
    if (page > last) go(filter, last, true);
  }, [page, last]);

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
        onChoose={(changes) => go({ ...filter, ...changes }, 0)}
        {...(narrowed({ ...filter, search: search.typed }) && { onClear: clear })}
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
            <Pages page={page} total={questions.data.total} onTurn={(to) => go(filter, to)} />
          </>
        )}
      </section>
      {writing && <QuestionEditor language={filter.language} onClose={() => setWriting(false)} />}
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
