import { fireEvent, screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { i18next } from "@/shared/i18n/texts";
import type { RoomEvent } from "@/shared/socket/frames";
import { useAnnouncements } from "@/shared/ui/announcer";
import recorded from "../../../tests/stage/past.json";
import { drawPage, Refusal, serve, signIn } from "../../../tests/stage/render";
import { ReplayPage } from "./ReplayPage";
import type { Past } from "./recording";

const PAST = recorded as unknown as Past;
const ROOM = PAST.start.room_id;
const PATH = `/api/rooms/${ROOM}/replay?after=0`;
const SECRET = "아직 아무도 못 들은 답변";

beforeEach(signIn);
afterEach(() => {
  vi.unstubAllGlobals();
  void i18next.changeLanguage("ko");
});

function page(seat: string, events: readonly RoomEvent[] = PAST.events, own = PAST.ownSeatId) {
  const lent = seat === own ? events : events.filter((event) => event.name !== "feedback_recorded");
  const said = { seat_id: seat, own_seat_id: own, start: PAST.start, next_after: null };
  return { ...said, events: lent, latest_seq: 99, latest_at: 0 };
}

const ANSWERS = {
  [`GET ${PATH}`]: page(PAST.ownSeatId),
  [`GET ${PATH}&seat=ai-1`]: page("ai-1"),
  [`GET ${PATH}&seat=observers`]: page("observers"),
};

async function draw(search = "", answers: object = ANSWERS) {
  const asked = serve({ ...answers });
  const { router } = await drawPage(ReplayPage, "/rooms/$roomId/replay", `/rooms/${ROOM}/replay${search}`);
  return { asked: () => asked.map((one) => one.path), router };
}

const picker = () => screen.findByRole<HTMLSelectElement>("combobox", { name: "누구의 자리에서 볼까요?" });
const slider = () => screen.findByRole<HTMLInputElement>("slider", { name: "재생 위치" });
const region = (name: string) => within(screen.getByRole("region", { name }));

describe("the picker", () => {
  it("has one's own seat first, the others by number with their company, then the observers' place", async () => {
    await draw();
    const labels = [...(await picker()).options].map((option) => option.text);
    expect(labels[0]).toBe("내 자리");
    expect(labels.slice(1, -1)).toEqual([
      expect.stringMatching(/^1번 .+ · .+$/),
      expect.stringMatching(/^3번 .+ · .+$/),
    ]);
    expect(labels.at(-1)).toBe("참관석");
  });

  it("keeps the seat in the address, the focus where it is, and the instant", async () => {
    const { asked, router } = await draw();
    fireEvent.change(await slider(), { target: { value: "500" } });
    await userEvent.selectOptions(await picker(), "ai-1");
    await screen.findByText(/님의 자리에서 보고 들은 그대로 봅니다. 본인에게만 보이는 초안과 총평은/);
    expect(asked()).toEqual([PATH, `${PATH}&seat=ai-1`]);
    expect(router.state.location.search).toEqual({ seat: "ai-1" });
    expect(document.activeElement).toBe(await picker());
    expect((await slider()).value).toBe("500");
    expect(useAnnouncements.getState().polite).toMatch(/님의 자리에서 보고 들은/);

    await userEvent.selectOptions(await picker(), "");
    await screen.findByText(/내 좌석에서 보고 들은 그대로/);
    expect(asked()).toHaveLength(2);
    expect(router.state.location.search).toEqual({});
  });

  it("goes on playing", async () => {
    await draw();
    await slider();
    await userEvent.click(screen.getByRole("radio", { name: "1배속" }));
    await userEvent.click(screen.getByRole("button", { name: "재생" }));
    await userEvent.selectOptions(await picker(), "observers");
    await screen.findByText(/참관석에서 보고 들은 그대로/);
    screen.getByRole("button", { name: "일시 정지" });
    expect(screen.getByRole("radio", { name: "1배속" }).getAttribute("aria-checked")).toBe("true");
  });

  it("leaves on the screen what is there while another seat's record comes", async () => {
    let come = (_: unknown) => {};
    const later = new Promise((done) => {
      come = done;
    });
    await draw("", { ...ANSWERS, [`GET ${PATH}&seat=ai-1`]: () => later });
    await userEvent.selectOptions(await picker(), "ai-1");
    await screen.findByText("불러오는 중");
    await slider();
    screen.getByText(/내 좌석에서 보고 들은 그대로/);
    come(page("ai-1"));
  });

  it("says what is wrong with one seat, and leads back to another at the same instant", async () => {
    const refusal = new Refusal(503, "took_too_long", "계산이 너무 오래 걸립니다.");
    await draw("", {
      ...ANSWERS,
      [`GET ${PATH}&seat=ai-1`]: new Refusal(409, refusal.code, refusal.message),
    });
    fireEvent.change(await slider(), { target: { value: "500" } });
    await userEvent.selectOptions(await picker(), "ai-1");
    await screen.findByText(refusal.message);
    expect(screen.queryByRole("slider")).toBeNull();
    await userEvent.selectOptions(await picker(), "");
    expect((await slider()).value).toBe("500");
  });

  it("is one's own seat alone and the candidates' for whoever watched", async () => {
    await draw("", { [`GET ${PATH}`]: page("p-watching", PAST.events, "p-watching") });
    const labels = [...(await picker()).options].map((option) => option.text);
    expect(labels[0]).toBe("내 자리 (참관석)");
    expect(labels).toHaveLength(4);
    expect(labels).not.toContain("참관석");
  });

  it("speaks English", async () => {
    void i18next.changeLanguage("en");
    await draw("?seat=ai-1");
    await screen.findByRole("combobox", { name: "From whose seat?" });
    screen.getByText(/from .+'s seat, without the drafts and feedback that only .+ may see/);
    screen.getByRole("option", { name: /'s answer$/ });
  });
});

describe("an address with a seat", () => {
  it("opens there", async () => {
    const { asked } = await draw("?seat=observers");
    expect((await picker()).value).toBe("observers");
    expect(asked()).toEqual([`${PATH}&seat=observers`]);
  });

  it.each([
    [404, "no_such_view", "그 자리에서는 볼 수 없습니다."],
    [409, "not_finished", "면접이 끝난 뒤에 할 수 있습니다."],
  ])("that can't be seen (%i) says why, and leads to one's own", async (status, code, message) => {
    await draw("?seat=panel-1", {
      ...ANSWERS,
      [`GET ${PATH}&seat=panel-1`]: new Refusal(status, code, message),
    });
    await screen.findByText(message);
    await userEvent.click(screen.getByRole("link", { name: "내 자리에서 보기" }));
    expect((await picker()).value).toBe("");
  });
});

describe("what another seat shows", () => {
  it("is told by name, without a word of me", async () => {
    await draw("?seat=ai-1");
    fireEvent.keyDown(await slider(), { key: "End" });
    const { text } = (await picker()).selectedOptions[0] as HTMLOptionElement;
    const name = text.replace(/^1번 | · .+$/g, "");
    const list = region("장면 목록");
    await userEvent.selectOptions(list.getByRole("combobox"), "mine");
    for (const item of list.getAllByRole("button")) expect(item.textContent).toContain(`${name} 님의 답변`);
    await userEvent.selectOptions(list.getByRole("combobox"), "ranks");
    expect(list.getAllByText(new RegExp(`^${name} 님 순위 `)).length).toBeGreaterThan(0);
    expect(region("이때의 순위").getByText(name).closest("li")?.className).toContain("bg-accent-soft");
    expect(screen.queryByText("나", { exact: true })).toBeNull();
    expect(screen.queryByText(/^내 (답변|순위|차례)/)).toBeNull();
  });

  it("says who answers by name, also at the seat itself", async () => {
    await draw("?seat=ai-1");
    await slider();
    const spoken = PAST.events.find((event) => event.name === "speech_started");
    for (let scenes = 0; scenes < 9 && !screen.queryAllByText(/님이 답하고 있습니다/).length; scenes += 1)
      fireEvent.keyDown(document.body, { key: "ArrowRight" });
    const { text } = (await picker()).selectedOptions[0] as HTMLOptionElement;
    expect(spoken?.data).toMatchObject({ seat_id: "ai-1" });
    expect((await slider()).getAttribute("aria-valuetext")).toContain(
      `1번 질문 · ${text.replace(/^1번 | · .+$/g, "")} 님이 답하고 있습니다`,
    );
  });

  it("has no answers and ranks of its own where the observers are", async () => {
    await draw("?seat=observers");
    await slider();
    const filters = region("장면 목록").getByRole<HTMLSelectElement>("combobox").options;
    expect([...filters].map((option) => option.text)).toEqual(["전체", "질문"]);
    expect(screen.queryByText("나", { exact: true })).toBeNull();
  });
});

describe("a round that all answer at once", () => {
  /** The record of such a round, with the first candidate's answer as far as it is told. */
  function together(answer: string): RoomEvent[] {
    const events = structuredClone(PAST.events) as RoomEvent[];
    for (const event of events) {
      if (event.name === "round_opened")
        Object.assign(event.data.round, { simultaneous: true, revealed: false });
      const said = event.name === "speech_started" || event.name === "turn_closed";
      if (said && event.data.seat_id === "ai-1") event.data.text = answer;
    }
    return events;
  }

  it("shows an answer from its own seat, while from mine it is still hidden", async () => {
    await draw("", {
      [`GET ${PATH}`]: page(PAST.ownSeatId, together("")),
      [`GET ${PATH}&seat=ai-1`]: page("ai-1", together(SECRET)),
    });
    const closed = PAST.events.find((event) => event.name === "turn_closed");
    const began = PAST.events.find((event) => event.name === "interview_started");
    const time = (closed?.data.at ?? 0) - (began?.data.at ?? 0);
    fireEvent.change(await slider(), { target: { value: String(time) } });
    const answers = region("이번 질문의 답변");
    answers.getByText("아직 공개되지 않은 답변입니다.");
    await userEvent.selectOptions(await picker(), "ai-1");
    await answers.findByText(SECRET);
    expect(answers.queryByText("아직 공개되지 않은 답변입니다.")).toBeNull();
  });
});
