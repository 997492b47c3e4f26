/** Several people in windows of their own: in turn, and all at once. */
import { describe, expect, it } from "vitest";
import { answersIn } from "./answers";
import { Person } from "./person";
import { Seat, SPEECH } from "./seat";
import { COMMON, INTRO, Stage } from "./stage";

const stage = new Stage();
const answer = answersIn("ko");

describe("two people and an observer", () => {
  it("meet by invitation, answer in turn, skip ahead together, and one is removed", async () => {
    const [person, roomId] = await stage.opened("김지원", {
      settings: { plan: [INTRO, COMMON], order: "seat" },
      rivals: ["naver"],
    });
    const host = await Seat.of(stage.browser, person);
    await host.enter(stage.url, roomId);
    const link = async (role: string, before: string): Promise<string> => {
      await host.page.getByRole("radio", { name: role }).click();
      const field = host.page.getByRole("textbox", { name: "초대 링크" });
      if (await host.button("초대 링크 만들기").isVisible()) await host.button("초대 링크 만들기").click();
      await expect
        .poll(async () => ((await field.isVisible()) ? field.inputValue() : before))
        .not.toBe(before);
      return field.inputValue();
    };
    const asCandidate = await link("지원자", "");
    await host.page.getByRole("img", { name: "초대 링크의 QR 코드" }).waitFor();
    const asObserver = await link("참관인", asCandidate);

    const guest = await Seat.open(stage.browser, null);
    await guest.page.goto(asCandidate);
    await guest.page.getByRole("textbox", { name: "이름" }).fill("박서준");
    await guest.page.getByRole("textbox", { name: "이름" }).press("Enter");
    await guest.button("지원자로 앉기").waitFor();
    await guest.isAccessible("in the room without a seat");
    await guest.button("지원자로 앉기").click();
    const watcher = await Seat.open(stage.browser, null);
    await watcher.page.goto(asObserver);
    await watcher.page.getByRole("textbox", { name: "이름" }).fill("이관찰");
    await watcher.page.getByRole("textbox", { name: "이름" }).press("Enter");
    await watcher.button("참관하기").click();
    await host.sees("박서준");
    await host.sees("이관찰");
    await host.isAccessible("waiting room with guests");

    await host.button("준비되었습니다").click();
    await host.sees(/아직 준비하지 않은 지원자: 박서준/);
    expect(await host.button("면접 시작").isDisabled()).toBe(true);
    await guest.page.getByRole("textbox", { name: "메시지" }).fill("잘 부탁드립니다.");
    await guest.page.keyboard.press("Enter");
    await host.sees("잘 부탁드립니다.");
    await guest.button("준비되었습니다").click();
    await host.button("면접 시작").click();

    // The AI candidate sits first: both people must agree to skip ahead.
    await host.button(SPEECH).click();
    await host.sees("박서준 님의 동의를 기다립니다.");
    await guest.sees("누군가 답변하는 동안에는 채팅을 닫아 둡니다.");
    expect(await watcher.button(SPEECH).isVisible()).toBe(false);
    await watcher.isAccessible("watching");
    await guest.button(SPEECH).click();

    await guest.sees("다음이 내 차례입니다");
    await host.write(answer(0));
    await guest.sees("김지원 님이 답변을 쓰고 있습니다.");
    await host.button("답변 제출").click();
    await guest.sees(answer(0));
    await watcher.sees(answer(0));
    expect(await watcher.answer.isVisible()).toBe(false);

    await guest.answer.waitFor();
    await host.button("진행 메뉴").click();
    await host.isAccessible("host menu");
    await host
      .button("일시 정지")
      .or(host.page.getByRole("button", { name: /^일시 정지/ }))
      .first()
      .click();
    await guest.sees("면접이 일시 정지되었습니다");
    await guest.isAccessible("paused in one's own turn");
    await host.button("이어서 진행").click();
    await guest.page.getByText("면접이 일시 정지되었습니다").waitFor({ state: "detached" });

    await host.button("진행 메뉴").click();
    await host.page
      .getByRole("listitem")
      .filter({ hasText: "박서준" })
      .getByRole("button", { name: "내보내기" })
      .click();
    await host.page.getByRole("alertdialog").getByRole("button", { name: "내보내기" }).click();
    await guest.sees("방장이 면접방에서 내보냈습니다");
    await guest.isAccessible("removed");
    await Promise.all([host.close(), guest.close(), watcher.close()]);
  });

  it("write at once, and see each other's answers only when all have written", async () => {
    const [person, roomId] = await stage.opened("김지원", {
      settings: { plan: [COMMON], order: "simultaneous", visibility: "end" },
      rivals: ["naver"],
    });
    const other = await Person.enter(stage.url, "박서준");
    const { invitation } = await person.ask<{ invitation: string }>(
      "POST",
      `/api/rooms/${roomId}/invitations`,
      {},
    );
    await other.ask("POST", `/api/rooms/${roomId}/enter`, { invitation });
    await other.command(roomId, "join_room", { name: "박서준" });
    await other.command(roomId, "set_ready", { ready: true });
    const seat = await Seat.of(stage.browser, person);
    await seat.enter(stage.url, roomId);
    await seat.button("준비되었습니다").click();
    await seat.button("면접 시작").click();
    await seat.sees("모두 동시에 답변을 씁니다.");
    await seat.sees("순위 펼치기");
    await seat.write(answer(1));
    await seat.isAccessible("all write at once");
    await seat.button("답변 제출").click();
    await seat.sees("제출했습니다. 모두가 마치면 답변이 함께 공개됩니다.");
    expect(await seat.page.getByText(answer(2)).isVisible()).toBe(false);
    const playing = other.play(roomId, () => answer(2));
    // When both have written, the rest is an AI candidate's speech, which both may cut short.
    await seat.button(SPEECH).click();
    await playing;
    await seat.close();
  });
});
