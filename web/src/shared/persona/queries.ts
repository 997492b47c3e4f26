/** AI candidates and interviewers as the server lists them, and writing candidates of one's own. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAccount } from "@/shared/account/account";
import { request } from "@/shared/http/request";
import type { InterviewerList, PersonaCard, PersonaList } from "@/shared/wire/http.gen";
import type { Table } from "./toml";

const SELDOM_MS = 5 * 60_000;

export function usePersonas() {
  const userId = useAccount((state) => state.account?.userId ?? "");
  return useQuery({
    queryKey: ["personas", userId],
    queryFn: ({ signal }) => request<PersonaList>("/api/personas", { signal }),
    enabled: userId !== "",
    staleTime: SELDOM_MS,
  });
}

export function useInterviewers() {
  const userId = useAccount((state) => state.account?.userId ?? "");
  return useQuery({
    queryKey: ["interviewers"],
    queryFn: ({ signal }) => request<InterviewerList>("/api/interviewers", { signal }),
    enabled: userId !== "",
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** What is written of a persona: the form's table, or a TOML text. */
export type Written = { table: Table } | { toml: string };

/** Makes a persona, or rewrites the one with `id`. */
export function useKeepPersona() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, written }: { id: string | null; written: Written }) =>
      request<PersonaCard>(id === null ? "/api/personas" : `/api/personas/${encodeURIComponent(id)}`, {
        method: id === null ? "POST" : "PUT",
        ...("toml" in written
          ? { body: written.toml, contentType: "application/toml" }
          : { body: written.table }),
      }),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["personas"] }),
  });
}

export function useDeletePersona() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request<void>(`/api/personas/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["personas"] }),
  });
}
