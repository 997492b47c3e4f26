import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { SessionProvider } from "@/shared/live/session";
import { type Answers, drawPage, Refusal, serve } from "../../../tests/stage/render";
import { room, type StubSession, seat, stubSession } from "../../../tests/stage/stub_session";
import { Invite } from "./Invite";

const PATH = "/api/rooms/r-1/invitations";
const MADE = {
  invitation: "AAAA",
  link: "",
  code: "K7QD-2MXA",
  role: "candidate",
  expires_at: 1_798_000_000_000,
};
let session: StubSession;

beforeEach(() => {
  session = stubSession(
    room({ room_id: "r-1", stage: "waiting", seats: [seat({ seat_id: "me" })], host: "me" }),
    "me",
  );
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

async function draw(answers: Answers) {
  const asked = serve({ [`POST ${PATH}`]: MADE, [`DELETE ${PATH}`]: null, ...answers });
  const page = () => (
    <SessionProvider value={session}>
      <Invite />
    </SessionProvider>
  );
  await drawPage(page, "/waiting", "/waiting");
  return asked;
}

async function press(name: string) {
  const button = await screen.findByRole("button", { name });
  await act(async () => fireEvent.click(button));
}

const code = () => screen.queryByText("K7QD-2MXA");

it("revokes earlier invitations once the host has confirmed it, and is back at its beginning", async () => {
  const asked = await draw({});
  await press("초대 링크 만들기");
  await waitFor(() => expect(code()).toBeTruthy());
  await press("지금까지의 초대 취소");
  expect(asked.filter(({ method }) => method === "DELETE")).toEqual([]);
  await press("초대 무효로 하기");
  await screen.findByText(/지금까지의 초대를 모두 취소했습니다/);
  expect(asked.at(-1)).toEqual({ method: "DELETE", path: PATH, body: null });
  expect(code()).toBeNull();
  await press("초대 링크 만들기");
  await waitFor(() => expect(code()).toBeTruthy());
  expect(screen.queryByText(/모두 취소했습니다/)).toBeNull();
});

it("keeps the invitation on show when it could not be revoked, and says why", async () => {
  await draw({ [`DELETE ${PATH}`]: new Refusal(503, "unavailable", "잠시 뒤 다시 시도해 주세요.") });
  await press("초대 링크 만들기");
  await press("지금까지의 초대 취소");
  await press("초대 무효로 하기");
  await screen.findByText("잠시 뒤 다시 시도해 주세요.");
  expect(code()).toBeTruthy();
});

it("shows no invitation that a removal has ended", async () => {
  await draw({});
  await press("초대 링크 만들기");
  await waitFor(() => expect(code()).toBeTruthy());
  act(() => session.change({ removed: ["p-2"] }));
  expect(code()).toBeNull();
  screen.getByText(/내보낸 분이 다시 들어오지 못하도록/);
  await press("초대 링크 만들기");
  await waitFor(() => expect(code()).toBeTruthy());
});
