import { act, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import { Queries } from "../../../tests/stage/queries";
import { room, round, type StubSession, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { Composer } from "./Composer";
import { keepDraft } from "./draft_backup";

let session: StubSession;
const MINE = turn({ turn_id: "r1-1", seat_id: "me", state: "open", opened_at: 0 });

beforeEach(() => {
  session = stubSession(room({ seats: [seat({ seat_id: "me" })], current: round({ turns: [MINE] }) }), "me");
});

function compose(mine = MINE): HTMLTextAreaElement {
  render(
    <Queries>
      <SessionProvider value={session}>
        <Composer turn={{ ...mine, deadline: mine.deadline ?? Date.now() + 60_000 }} answerMs={60_000} />
      </SessionProvider>
    </Queries>,
  );
  return screen.getByRole<HTMLTextAreaElement>("textbox", { name: "답변" });
}

const submit = () => screen.getByRole<HTMLButtonElement>("button", { name: "답변 제출" });
const submitted = () => session.commands.filter(({ name }) => name === "submit_answer");
const write = (field: HTMLTextAreaElement, value: string) => fireEvent.change(field, { target: { value } });

describe("the composer", () => {
  it("takes the focus, and says why nothing can be submitted yet", () => {
    const field = compose();
    expect(document.activeElement).toBe(field);
    expect(submit().disabled).toBe(true);
    expect(screen.getByText("답변을 입력하면 제출할 수 있습니다.")).toBeTruthy();
  });

  it("submits by Ctrl or Command with Enter", async () => {
    const field = compose();
    write(field, "제 답변입니다.");
    await act(async () => fireEvent.keyDown(field, { key: "Enter", ctrlKey: true }));
    expect(submitted()).toEqual([
      { name: "submit_answer", data: { turn_id: "r1-1", text: "제 답변입니다." } },
    ]);
  });

  it("leaves Enter to the letter that is being composed, and plain Enter to the text", async () => {
    const field = compose();
    write(field, "제 답변입니");
    await act(async () => fireEvent.keyDown(field, { key: "Enter", ctrlKey: true, isComposing: true }));
    // Safari's Enter that has just ended the composing.
    await act(async () => fireEvent.keyDown(field, { key: "Enter", ctrlKey: true, keyCode: 229 }));
    await act(async () => fireEvent.keyDown(field, { key: "Enter" }));
    expect(submitted()).toEqual([]);
  });

  it("submits once, however often it is pressed", async () => {
    const field = compose();
    write(field, "제 답변입니다.");
    fireEvent.click(submit());
    await act(async () => fireEvent.keyDown(field, { key: "Enter", metaKey: true }));
    expect(submitted()).toHaveLength(1);
    expect(field.readOnly).toBe(true);
  });

  it("tells why an answer was refused, and lets it be changed", async () => {
    session.outcomes = [{}, { status: "refused", code: "paused", message: "면접이 일시 정지되어 있습니다." }];
    const field = compose();
    write(field, "제 답변입니다.");
    // The draft goes out first.
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    await act(async () => fireEvent.click(submit()));
    expect(screen.getByRole("alert").textContent).toBe("면접이 일시 정지되어 있습니다.");
    expect(field.readOnly).toBe(false);
  });

  it("can't submit during a pause, and says so", () => {
    const field = compose();
    write(field, "제 답변입니다.");
    act(() => session.change({ paused: { since: 0, by: "me", empty: false } }));
    expect(submit().disabled).toBe(true);
    expect(screen.getByText(/일시 정지 중에는 제출할 수 없습니다/)).toBeTruthy();
  });

  it("can't submit when time is up, unless the line is lost: then time is given back", async () => {
    const field = compose({ ...MINE, deadline: Date.now() + 30 });
    write(field, "제 답변입니다.");
    await screen.findByText("시간이 끝났습니다. 저장된 초안이 제출됩니다.");
    expect(submit().disabled).toBe(true);
    act(() => session.store.setState({ line: { phase: "connecting", attempt: 1 } }));
    expect(submit().disabled).toBe(false);
  });

  it("counts characters as the rules do, and stops at the most that the rules allow", () => {
    const field = compose();
    write(field, "👍🏻가");
    expect(screen.getByText("3자")).toBeTruthy();
    write(field, "가".repeat(5_001));
    expect(submit().disabled).toBe(true);
    expect(screen.getByText("답변은 5000자까지 쓸 수 있습니다.")).toBeTruthy();
  });

  it("brings back what this device has kept", () => {
    keepDraft("r-1", "r1-1", { text: "되살린 답변", at: Date.now(), sent: "" });
    expect(compose({ ...MINE, draft: "되살린", drafted_at: 1 }).value).toBe("되살린 답변");
  });

  it("saves the draft, and tells the others that one is typing, seldom", async () => {
    const field = compose();
    for (let count = 1; count <= 5; count += 1) write(field, "가".repeat(count));
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)));
    expect(session.commands).toEqual([
      { name: "save_draft", data: { turn_id: "r1-1", text: "가".repeat(5) } },
    ]);
    expect(session.signals).toEqual(["typing"]);
  });
});
