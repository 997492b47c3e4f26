import { screen, waitFor } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { type Answers, drawPage, Refusal, serve } from "../../../tests/stage/render";
import { type Choice, defaultChoice } from "./choice";
import { useCostLine } from "./expected_cost";
import { Summary } from "./Summary";

const CHOICE: Choice = { ...defaultChoice("ko"), preset: "short", rivals: ["naver", "kakao"], panel: ["hr"] };
const PATH = "/api/costs/expected?preset=short&candidates=3&panel=1&language=ko";
const COST = { usd: 0.318, input_tokens: 1, output_tokens: 1, measured: "2026-11-29", prices: "2026-11-29" };

afterEach(() => vi.unstubAllGlobals());

function Drawn({ choice }: { choice: Choice }) {
  const cost = useCostLine(choice);
  return <Summary choice={choice} busy={false} {...(cost && { cost })} />;
}

async function draw(answers: Answers, choice = CHOICE) {
  const asked = serve(answers);
  await drawPage(() => <Drawn choice={choice} />, "/new", "/new");
  return asked;
}

const served = (said: unknown): Answers => ({ [`GET ${PATH}`]: said });

it("says what this choice is expected to cost", async () => {
  await draw(served(COST));
  await screen.findByText("예상 모델 비용");
  screen.getByText("약 0.32달러");
});

it("does not say that something costs nothing because it costs little", async () => {
  await draw(served({ ...COST, usd: 0.0004 }));
  await screen.findByText("0.01달러 미만");
});

it.each([
  ["a model has no price", () => ({ ...COST, usd: null })],
  ["the server fails", () => new Refusal(500, "internal_error", "서버에 문제가 생겼습니다.")],
])("says nothing when %s", async (_, said) => {
  const asked = await draw(served(said));
  await waitFor(() => expect(asked).toHaveLength(1));
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByText("예상 모델 비용")).toBeNull();
  expect(screen.queryByRole("alert")).toBeNull();
  screen.getByRole("button");
});

it("says nothing when the server has no models", async () => {
  const fetched = vi.fn(async () => new Response("null"));
  vi.stubGlobal("fetch", fetched);
  await drawPage(() => <Drawn choice={CHOICE} />, "/new", "/new");
  await waitFor(() => expect(fetched).toHaveBeenCalledOnce());
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(screen.queryByText("예상 모델 비용")).toBeNull();
});

it("asks nothing while nobody is chosen", async () => {
  const asked = await draw({}, { ...CHOICE, rivals: [] });
  await screen.findByRole("button");
  expect(asked).toHaveLength(0);
});
