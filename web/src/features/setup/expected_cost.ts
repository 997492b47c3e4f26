/** What the interview is expected to cost, for a server with language models: a help, so its failure says nothing. */
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { request } from "@/shared/http/request";
import type { ExpectedCosts } from "@/shared/wire/http.gen";
import type { Choice } from "./choice";
import { useSetupTexts } from "./texts";

const LEAST = 0.01;

/** Returns the summary's line; nothing without models, without prices, or without an answer. */
export function useCostLine(choice: Choice): { label: string; value: string } | undefined {
  const t = useSetupTexts();
  const path = pathOf(choice);
  const { data } = useQuery({
    queryKey: ["expected_cost", path],
    queryFn: ({ signal }) => request<ExpectedCosts | null>(path, { signal }),
    enabled: choice.rivals.length > 0 && choice.panel.length > 0,
    placeholderData: keepPreviousData,
    staleTime: 600_000,
    retry: false,
  });
  const usd = data?.usd;
  if (usd === null || usd === undefined) return undefined;
  const value =
    usd < LEAST ? t("summary.costSmall", { usd: LEAST }) : t("summary.costValue", { usd: usd.toFixed(2) });
  return { label: t("summary.cost"), value };
}

function pathOf({ preset, rivals, panel, language }: Choice): string {
  const asked = new URLSearchParams({
    preset,
    candidates: String(rivals.length + 1),
    panel: String(panel.length),
    language,
  });
  return `/api/costs/expected?${asked}`;
}
