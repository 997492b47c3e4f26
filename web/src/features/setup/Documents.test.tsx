import { fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { drawPage, Refusal, serve, signIn } from "../../../tests/stage/render";
import { Documents } from "./Documents";
import { useSetup } from "./state";

const READ = "POST /api/documents/d-1/profile";
const DOCUMENT = {
  document_id: "d-1",
  kind: "resume",
  name: "이력서.pdf",
  at: 0,
  characters: 40,
  excerpt: "결제 서버",
  facts: ["결제 서버를 개편했습니다."],
};
const SOURCE = "결제 서버를 개편해 응답 시간을 40% 줄였습니다.";
const PROFILE = {
  headline: "",
  skills: [],
  model: "openai:some",
  experiences: [{ title: "", did: "", result: "", source: SOURCE, fact: "결제 서버 개편 — 40% 단축" }],
};

beforeEach(() => {
  signIn();
  useSetup.getState().reset();
  useSetup.getState().set({ documents: [{ documentId: "d-1", facts: DOCUMENT.facts }] });
});
afterEach(() => vi.unstubAllGlobals());

function Page() {
  const { choice, set } = useSetup();
  return <Documents choice={choice} set={set} />;
}

function draw(said: unknown, profilers: readonly string[] = ["openai"]) {
  const asked = serve({ "GET /api/documents": { documents: [DOCUMENT], profilers }, [READ]: said });
  return drawPage(Page, "/new", "/new").then(() => () => asked.filter(({ method }) => method === "POST"));
}

async function ask(): Promise<void> {
  fireEvent.click(await screen.findByRole("button", { name: "AI로 더 자세히 읽기" }));
  await screen.findByRole("alertdialog");
}

const facts = () => useSetup.getState().choice.documents[0]?.facts;

it("says what goes to whom before anything is sent, and sends nothing to somebody who declines", async () => {
  const sent = await draw(PROFILE);
  await ask();
  expect(screen.getByRole("alertdialog").textContent).toContain("OpenAI에 보냅니다");
  expect(sent()).toEqual([]);
  fireEvent.click(screen.getByRole("button", { name: "취소" }));
  await waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());
  expect(sent()).toEqual([]);
});

it("adds what was found to the lines that can be edited, and shows its proof", async () => {
  const sent = await draw(PROFILE);
  await ask();
  fireEvent.click(screen.getByRole("button", { name: "동의하고 보내기" }));
  await screen.findByText(`근거: “${SOURCE}”`);
  expect(sent().map(({ body }) => body)).toEqual([{ consent: true }]);
  expect(facts()).toEqual([...DOCUMENT.facts, "결제 서버 개편 — 40% 단축"]);
  expect(screen.getByRole<HTMLTextAreaElement>("textbox", { name: "2번째 줄" }).value).toContain("40% 단축");
});

it("keeps what was edited while the model read", async () => {
  const edited = { documents: [{ documentId: "d-1", facts: ["고친 줄"] }] };
  await draw(() => {
    useSetup.getState().set(edited);
    return PROFILE;
  });
  await ask();
  fireEvent.click(screen.getByRole("button", { name: "동의하고 보내기" }));
  await waitFor(() => expect(facts()).toEqual(["고친 줄", "결제 서버 개편 — 40% 단축"]));
});

it("says why nothing was read, and changes nothing", async () => {
  await draw(new Refusal(409, "models_spent", "AI 사용 한도를 다 썼습니다."));
  await ask();
  fireEvent.click(screen.getByRole("button", { name: "동의하고 보내기" }));
  await screen.findByText("AI 사용 한도를 다 썼습니다.");
  expect(facts()).toEqual(DOCUMENT.facts);
});

it("offers nothing where no model reads documents", async () => {
  await draw(PROFILE, []);
  await screen.findByRole("textbox", { name: "1번째 줄" });
  expect(screen.queryByRole("button", { name: "AI로 더 자세히 읽기" })).toBeNull();
});
