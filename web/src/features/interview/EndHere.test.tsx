import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it } from "vitest";
import { rememberAgain } from "@/shared/live/again";
import { SessionProvider } from "@/shared/live/session";
import { room, round, seat, stubSession } from "../../../tests/stage/stub_session";
import { EndHere } from "./EndHere";

function drawn(wanted: string) {
  const closed = round({ round_id: "r3", closed: true });
  const here = room({ seats: [seat({ seat_id: "me" })], rounds: [closed] });
  rememberAgain(here.room_id, wanted);
  const session = stubSession(here, "me");
  session.store.setState({ legal: ["end_early"] });
  render(
    <SessionProvider value={session}>
      <EndHere />
    </SessionProvider>,
  );
  return session;
}

it("offers to end as soon as the question that one came for has been answered", async () => {
  const session = drawn("r3");
  await userEvent.click(screen.getByRole("button", { name: "결과 보기" }));
  expect(session.commands.map((given) => given.name)).toEqual(["end_early"]);
});

it("gets out of the way of who would rather go on", async () => {
  drawn("r3");
  await userEvent.click(screen.getByRole("button", { name: "이어서 하기" }));
  expect(screen.queryByRole("button")).toBeNull();
});

it("says nothing before that question has been answered", () => {
  drawn("r4");
  expect(screen.queryByRole("button")).toBeNull();
});
