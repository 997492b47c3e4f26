import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import type { Seat } from "@/shared/wire/socket.gen";
import { room, seat, stubSession, turn } from "../../../tests/stage/stub_session";
import { SkipSpeech } from "./SkipSpeech";

const SPEECH = turn({ turn_id: "r1-1", seat_id: "ai-1", state: "open", speaking: true });

function listen(seats: Seat[], votes: string[] = []) {
  const session = stubSession(room({ seats }), "me");
  render(
    <SessionProvider value={session}>
      <SkipSpeech turns={[{ ...SPEECH, skip_votes: votes }]} />
    </SessionProvider>,
  );
  return session;
}

const PEOPLE = [
  seat({ seat_id: "me" }),
  seat({ seat_id: "a", name: "박서준" }),
  seat({ seat_id: "b", name: "최유나", away_since: 1 }),
  seat({ seat_id: "c", name: "이관찰", kind: "observer" }),
];

it("names whose vote is missing once one has voted oneself: whoever is there", () => {
  listen(PEOPLE, ["me"]);
  expect(screen.getByText("박서준 님의 동의를 기다립니다.")).toBeTruthy();
});

it("says that it takes everybody before anybody has voted, and afterwards who has", () => {
  listen(PEOPLE);
  expect(screen.getByText(/^모두가 동의하면 넘어갑니다/)).toBeTruthy();
  cleanup();
  listen(PEOPLE, ["a"]);
  expect(screen.getByText("박서준 님은 넘어가는 데 동의했습니다.")).toBeTruthy();
});

it("sends one vote for each speech", async () => {
  const session = listen([seat({ seat_id: "me" })]);
  await act(async () => fireEvent.click(screen.getByRole("button")));
  expect(session.commands).toEqual([{ name: "skip_speech", data: { turn_id: "r1-1" } }]);
});

it("has no button for whoever has voted, and none for observers", () => {
  listen([seat({ seat_id: "me" })], ["me"]);
  expect(screen.queryByRole("button")).toBeNull();
  expect(screen.getByRole("status").textContent).toBe("넘어가기에 동의했습니다");
});

it("is not there for observers", () => {
  listen([seat({ seat_id: "me", kind: "observer" })]);
  expect(screen.queryByRole("button")).toBeNull();
});
