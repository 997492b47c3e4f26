/** One's documents on the server: what was read from résumés, portfolios and cover letters. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useAccount } from "@/shared/account/account";
import { request } from "@/shared/http/request";
import { upload } from "@/shared/http/upload";
import type { DocumentKind, DocumentList, DocumentSeen, ProfileSeen } from "@/shared/wire/http.gen";

export function useDocuments() {
  const userId = useAccount((state) => state.account?.userId ?? "");
  return useQuery({
    queryKey: ["documents", userId],
    queryFn: ({ signal }) => request<DocumentList>("/api/documents", { signal }),
    enabled: userId !== "",
  });
}

export interface Sending {
  file: File;
  kind: DocumentKind;
  progress: (share: number) => void;
}

export function useUpload() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ file, kind, progress }: Sending) => {
      const form = new FormData();
      form.set("kind", kind);
      form.set("file", file);
      return upload<DocumentSeen>("/api/documents", form, progress);
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ["documents"] }),
  });
}

/** Sends a document's text to a language model: only for somebody who has just agreed to it. */
export function useProfile() {
  return useMutation({
    mutationFn: (id: string) =>
      request<ProfileSeen>(`/api/documents/${encodeURIComponent(id)}/profile`, {
        method: "POST",
        body: { consent: true },
      }),
  });
}

export function useDeleteDocument() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      request<void>(`/api/documents/${encodeURIComponent(id)}`, { method: "DELETE" }),
    onSettled: () => queries.invalidateQueries({ queryKey: ["documents"] }),
  });
}
