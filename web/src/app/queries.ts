import { QueryClient } from "@tanstack/react-query";
import { ApiProblem } from "@/shared/http/problem";

/**
 * Requests are tried again when the line or the server was at fault, never when the request was. Without a line they
 * fail and say so: by default they would wait for one in silence.
 */
export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      mutations: { networkMode: "always" },
      queries: {
        networkMode: "always",
        refetchOnReconnect: true,
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && error instanceof ApiProblem && (error.offline || error.status >= 500),
      },
    },
  });
}
