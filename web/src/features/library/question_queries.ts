/** The question bank, and questions of one's own. */
import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAccount } from "@/shared/account/account";
import { request } from "@/shared/http/request";
import type { OwnQuestion, QuestionEntry, QuestionPage } from "@/shared/wire/http.gen";
import { type QuestionFilter, questionsPath } from "./question_filter";

/** The page that was shown stays until the next one is there. */
export function useQuestions(filter: QuestionFilter, page: number) {
  const userId = useAccount((state) => state.account?.userId ?? "");
  const path = questionsPath(filter, page);
  return useQuery({
    queryKey: ["questions", userId, path],
    queryFn: ({ signal }) => request<QuestionPage>(path, { signal }),
    enabled: userId !== "",
    placeholderData: keepPreviousData,
  });
}

export function useKeepQuestion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: OwnQuestion) => request<QuestionEntry>("/api/questions", { method: "POST", body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["questions"] }),
  });
}

export function useDeleteQuestion() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request<void>(`/api/questions/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["questions"] }),
  });
}
