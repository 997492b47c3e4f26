import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/shared/http/problem";

/** Requests are tried again when the line or the server was at fault, never when the request was. */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && (error.offline || error.status >= 500),
      },
    },
  });
}
