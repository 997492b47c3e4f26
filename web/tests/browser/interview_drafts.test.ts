/** What may go wrong in the middle of an answer: a reload, a crash, the end of the time. */
import { describe, expect, it, onTestFinished } from "vitest";
import { Person } from "./person";
import { Seat } from "./seat";
import { startServer } from "./server";
import { CLOSING, INTRO, Stage } from "./stage";

const stage = new Stage();

describe("what was written", () => {
  it("is there after a reload, saved at the server or not", async () => {
    const [person, roomId] = await stage.opened("김지원", { settings: { plan: [INTRO] }, rivals: ["naver"] });
    const seat = await Seat.of(stage.browser, person);
    await seat.enter(stage.url, roomId);
    await seat.button("면접 시작").click();
    await seat.ownTurn();
    await seat.write("저는 결제 서버를 맡았습니다.");
    await seat.page.keyboard.insertText(" 이 문장은 아직 서버에 없습니다.");
    await seat.page.reload();
    await expect
      .poll(() => seat.answer.inputValue())
      .toBe("저는 결제 서버를 맡았습니다. 이 문장은 아직 서버에 없습니다.");
    await seat.sees("쓰던 답변을 되살렸습니다.");
    await seat.page.locator('[data-draft="saved"]').waitFor();
    const draft = (await person.room(roomId)).room.current?.turns.find(
      (turn) => turn.state === "open",
    )?.draft;
    expect(draft).toBe("저는 결제 서버를 맡았습니다. 이 문장은 아직 서버에 없습니다.");
    await seat.close();
  });

  it("survives the server's crash, is submitted when it is back, and costs no time", async () => {
    const crashing = await startServer();
    onTestFinished(() => crashing.stop());
    const person = await Person.enter(crashing.url, "김지원");
    const roomId = await person.open({
      settings: { plan: [INTRO] },
      rivals: ["naver"],
      panel: ["technical"],
    });
    const seat = await Seat.of(stage.browser, person);
    await seat.enter(crashing.url, roomId);
    await seat.button("면접 시작").click();
    await seat.ownTurn();
    await seat.write("저는 결제 서버를 맡았습니다.");
    const mine = (room: Awaited<ReturnType<Person["room"]>>) =>
      room.room.current?.turns.find((turn) => turn.state === "open");
    const before = mine(await person.room(roomId));
    await crashing.kill();
    await seat.sees("답변은 이 기기에 저장되어 있습니다.");
    await seat.answer.focus();
    await seat.page.keyboard.press("Control+End");
    await seat.page.keyboard.insertText(" 끊긴 동안에도 썼습니다.");
    await seat.sees("이 기기에 저장됨");
    await seat.isAccessible("disconnected");
    await crashing.restart();
    await seat.page.locator('[data-draft="saved"]').waitFor({ timeout: 40_000 });
    const after = mine(await person.room(roomId));
    expect(after?.draft).toBe("저는 결제 서버를 맡았습니다. 끊긴 동안에도 썼습니다.");
    expect(after?.deadline).toBeGreaterThan(before?.deadline ?? Number.POSITIVE_INFINITY);
    await seat.button("답변 제출").click();
    await seat.answer.waitFor({ state: "detached" });
    const rounds = (await person.room(roomId)).room;
    const texts = [...rounds.rounds, ...(rounds.current ? [rounds.current] : [])].flatMap((round) =>
      round.turns.map((turn) => turn.text),
    );
    expect(texts).toContain("저는 결제 서버를 맡았습니다. 끊긴 동안에도 썼습니다.");
    await seat.close();
  });

  it("is submitted to the last word when time runs out", async () => {
    const [person, roomId] = await stage.opened("김지원", {
      // By seat: the AI candidate speaks first, so that the interview ends with this turn.
      settings: { plan: [{ ...CLOSING, answer_ms: 15_000 }], reading_ms: 0, order: "seat" },
      rivals: ["naver"],
    });
    const seat = await Seat.of(stage.browser, person);
    await seat.enter(stage.url, roomId);
    await seat.button("면접 시작").click();
    await seat.ownTurn();
    await seat.write("시간이 끝날 때까지 썼습니다.");
    // Written on and on, so that no pause lets everything be saved before the last call.
    let words = 0;
    await expect
      .poll(
        async () => {
          if (!(await seat.answer.isVisible())) return "closed";
          await seat.answer.pressSequentially("말", { timeout: 1_000 }).then(
            () => {
              words += 1;
            },
            () => undefined,
          );
          return "open";
        },
        { timeout: 90_000, interval: 250 },
      )
      .toBe("closed");
    await expect
      .poll(async () => (await person.room(roomId)).room.rounds.length, { timeout: 60_000 })
      .toBe(1);
    const { you, room } = await person.room(roomId);
    const turn = room.rounds[0]?.turns.find((one) => one.seat_id === you.seat_id);
    expect(turn).toMatchObject({ outcome: "answered", by_clock: true });
    // What came in the last second before the deadline may be missing, and no more.
    expect(turn?.text.match(/말/g)?.length ?? 0).toBeGreaterThanOrEqual(words - 5);
    await seat.close();
  });
});
