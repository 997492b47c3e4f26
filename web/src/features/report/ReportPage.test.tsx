import { screen, waitFor, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { InterviewReport } from "@/shared/wire/http.gen";
import { type Answers, drawPage, Refusal, serve, signIn } from "../../../tests/stage/render";
import recorded from "../../../tests/stage/report.json";
import { ReportPage } from "./ReportPage";

const REPORT = recorded as unknown as InterviewReport;
const ROOM = REPORT.room_id;
const OWN = REPORT.seat_id ?? "";
const SEEN = {
  room_id: ROOM,
  title: "모의면접",
  public: false,
  you: { seat_id: OWN, role: "candidate", seated: true, host: true, owner: true, legal: [] },
  room: { parent: null },
};

beforeEach(() => {
  signIn();
  window.matchMedia ??= vi.fn() as never;
});
afterEach(() => vi.unstubAllGlobals());

function draw(report: InterviewReport = REPORT, seen: object = SEEN, more: Answers = {}) {
  const asked = serve({
    [`GET /api/rooms/${ROOM}/results`]: { report, format: "interview-report", version: 1 },
    [`GET /api/rooms/${ROOM}`]: seen,
    ...more,
  });
  return drawPage(ReportPage, "/rooms/$roomId/report", `/rooms/${ROOM}/report`).then((drawn) => ({
    ...drawn,
    asked,
  }));
}

describe("the first thing to read", () => {
  it("holds the place with its interval, the total, the strongest behaviour, the obstacle and one drill", async () => {
    await draw();
    const card = within(await screen.findByRole("region", { name: "내 결과" }));
    const { result, feedback } = REPORT;
    card.getByText(`${result?.rank}위`);
    card.getByText(/평가 근거로 보면/);
    card.getByText(/^평균 [\d.]+점$/);
    card.getByText(/가장 좋았던 점/);
    card.getByText(/가장 큰 걸림돌/);
    card.getByText(feedback?.drill ?? "missing");
    card.getByText("연습용이며 채용 결과를 예측하지 않습니다.");
  });

  it("says when the interview still runs, and shows what there is", async () => {
    await draw({ ...REPORT, stage: "common", feedback: null, result: null, board: [] });
    await screen.findByRole("heading", { level: 1, name: "지금까지의 결과" });
    screen.getByText("아직 진행 중인 면접입니다");
    expect(screen.getByRole("link", { name: "면접방으로 가기" }).getAttribute("href")).toBe(`/rooms/${ROOM}`);
    expect(screen.queryByRole("region", { name: "내 결과" })).toBeNull();
    expect(screen.queryByText("이 질문에 다시 답하기")).toBeNull();
    screen.getByText(REPORT.questions[0]?.text ?? "missing");
  });

  it("says that a room can't be seen", async () => {
    serve({});
    await drawPage(ReportPage, "/rooms/$roomId/report", `/rooms/${ROOM}/report`);
    await screen.findByText("이 면접의 결과를 볼 수 없습니다");
  });
});

describe("a question", () => {
  it("shows my answer beside each rival's, with the levels of every interviewer", async () => {
    await draw();
    const mine = within(await screen.findByRole("region", { name: "내 답변" }));
    mine.getByRole("table", { name: /면접관별 평가 항목 수준/ });
    for (const one of REPORT.panel) mine.getByRole("columnheader", { name: one.name });
    const tabs = screen.getAllByRole("tab");
    expect(tabs).toHaveLength(REPORT.candidates.length - 1);
  });

  it("marks the words that earned a criterion's levels, and says why", async () => {
    await draw();
    const mine = within(await screen.findByRole("region", { name: "내 답변" }));
    const own = REPORT.questions[0]?.answers.find((one) => one.seat_id === OWN);
    const evidence = own?.opinions[0]?.evidence.find((one) => one.criterion === "evidence");
    await userEvent.click(mine.getByRole("button", { name: "근거의 구체성" }));
    mine.getAllByText(evidence?.reason ?? "missing", { exact: false });
    const marked = [...document.querySelectorAll("mark")].map((one) => one.textContent).join(" ");
    expect(marked).toContain(evidence?.quote);
  });

  it("shows a deleted answer as deleted", async () => {
    const questions = REPORT.questions.map((question) => ({
      ...question,
      answers: question.answers.map((answer) =>
        answer.seat_id === OWN
          ? { ...answer, text: "", text_deleted: true, opinions: [], opinions_deleted: 2 }
          : answer,
      ),
    }));
    await draw({
      ...REPORT,
      questions,
      deletions: [{ what: "answer", seat_id: OWN, turn_id: "r1-1" }],
    });
    const mine = within(await screen.findByRole("region", { name: "내 답변" }));
    mine.getByText("요청에 따라 삭제된 답변입니다.");
    mine.getByText(/평가 근거 2건도 함께 삭제/);
    screen.getByText(/요청에 따라 삭제된 글이 1건/);
  });

  it("can be answered again in a room of its own", async () => {
    const round = REPORT.questions[0]?.round_id;
    const { router, asked } = await draw(REPORT, SEEN, {
      [`POST /api/rooms/${ROOM}/fork`]: { ...SEEN, room_id: "r-again" },
    });
    await userEvent.click(await screen.findByRole("button", { name: "이 질문에 다시 답하기" }));
    await userEvent.click(screen.getByRole("button", { name: "다시 답하기" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/rooms/r-again"));
    expect(asked.find((one) => one.method === "POST")?.body).toEqual({ round_id: round });
  });

  it("says why it can't be answered again", async () => {
    await draw(REPORT, SEEN, {
      [`POST /api/rooms/${ROOM}/fork`]: new Refusal(409, "others_words", "다른 분의 답변이 있습니다."),
    });
    await userEvent.click(await screen.findByRole("button", { name: "이 질문에 다시 답하기" }));
    await userEvent.click(screen.getByRole("button", { name: "다시 답하기" }));
    await screen.findByText("다른 분의 답변이 있습니다.");
  });
});

describe("a fork's report", () => {
  it("shows the place beside the parent's", async () => {
    const result = REPORT.result && { ...REPORT.result, rank: (REPORT.result.rank ?? 0) + 1 };
    const parent = { ...REPORT, room_id: "r-parent", result };
    await draw(
      REPORT,
      { ...SEEN, room: { parent: { room_id: "r-parent", seq: 9, hash: "" } } },
      {
        "GET /api/rooms/r-parent/results": { report: parent, format: "interview-report", version: 1 },
      },
    );
    await screen.findByText(`원래 ${result?.rank}위에서 ${REPORT.result?.rank}위로 올라갔습니다.`);
  });

  it("says when the parent is gone", async () => {
    await draw(REPORT, { ...SEEN, room: { parent: { room_id: "r-gone", seq: 9, hash: "" } } });
    await screen.findByText(/원래 면접은 삭제되었거나/);
  });
});

describe("the record", () => {
  it("is checked, and said to hold in plain words", async () => {
    await draw(REPORT, SEEN, {
      [`GET /api/rooms/${ROOM}/verify`]: {
        sound: true,
        records: 240,
        redacted: 2,
        finished: true,
        head: "abcdef0123456789ff",
        faults: [],
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "기록 확인하기" }));
    await screen.findByText("기록이 온전합니다");
    screen.getByText(/기록 240건이 순서대로 이어져.*2건은 요청에 따라/);
  });

  it("is said to be wrong where it is", async () => {
    await draw(REPORT, SEEN, {
      [`GET /api/rooms/${ROOM}/verify`]: {
        sound: false,
        records: 240,
        redacted: 0,
        finished: true,
        head: "ab",
        faults: [{ seq: 17, code: "wrong_hash" }],
      },
    });
    await userEvent.click(await screen.findByRole("button", { name: "기록 확인하기" }));
    await screen.findByText("기록에 어긋난 곳이 있습니다");
    screen.getByText("#17 wrong_hash");
  });

  it("and the room's deletion are the owner's", async () => {
    await draw(REPORT, { ...SEEN, you: { ...SEEN.you, owner: false } });
    await screen.findByRole("button", { name: "CSV(표)" });
    expect(screen.queryByRole("button", { name: "전체 기록(JSONL)" })).toBeNull();
    expect(screen.queryByRole("button", { name: "면접방 삭제하기" })).toBeNull();
  });

  it("goes with the room only after a question", async () => {
    const { router, asked } = await draw(REPORT, SEEN, { [`DELETE /api/rooms/${ROOM}`]: null });
    await userEvent.click(await screen.findByRole("button", { name: "면접방 삭제하기" }));
    expect(asked.some((one) => one.method === "DELETE")).toBe(false);
    await userEvent.click(screen.getByRole("button", { name: "영구 삭제" }));
    await waitFor(() => expect(router.state.location.pathname).toBe("/"));
    expect(asked.filter((one) => one.method === "DELETE").map((one) => one.path)).toEqual([
      `/api/rooms/${ROOM}`,
    ]);
  });
});
