import { screen, within } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { useAccount } from "@/shared/account/account";
import { i18next } from "@/shared/i18n/texts";
import { applyPreferences, usePreferences } from "@/shared/preferences/preferences";
import { drawPage, Refusal, serve, signIn } from "../../../tests/stage/render";
import { measureDeviceTexts, sizeOf } from "./device_texts";
import { SettingsPage } from "./SettingsPage";

beforeEach(signIn);
afterEach(async () => {
  vi.unstubAllGlobals();
  usePreferences.getState().set({ language: "ko", theme: "system", textSize: "normal", motion: "system" });
  await i18next.changeLanguage("ko");
});

function draw(answers = {}) {
  const asked = serve(answers);
  return drawPage(SettingsPage, "/settings", "/settings").then((drawn) => ({ ...drawn, asked }));
}

describe("how the pages look", () => {
  it("changes at once, and is kept", async () => {
    applyPreferences(document.documentElement);
    await draw();
    await userEvent.click(await screen.findByRole("radio", { name: "고대비" }));
    await userEvent.click(screen.getByRole("radio", { name: "아주 크게" }));
    await userEvent.click(screen.getByRole("radio", { name: "줄이기" }));
    expect({ ...document.documentElement.dataset }).toMatchObject({
      theme: "contrast",
      text: "larger",
      motion: "reduced",
    });
    await userEvent.click(screen.getByRole("radio", { name: "English" }));
    await screen.findByRole("heading", { level: 1, name: "Settings" });
    expect(document.documentElement.lang).toBe("en");
    expect(localStorage.getItem("interview.preferences")).toContain('"theme":"contrast"');
  });
});

describe("the account", () => {
  it("says what leaving means before it leaves", async () => {
    await draw();
    await userEvent.click(await screen.findByRole("button", { name: "이 기기에서 나가기" }));
    const asking = within(screen.getByRole("alertdialog"));
    asking.getByText(/다시 돌아올 수 없으며/);
    expect(useAccount.getState().account).not.toBeNull();
    await userEvent.click(asking.getByRole("button", { name: "나가기" }));
    expect(useAccount.getState().account).toBeNull();
    await screen.findByText(/이 기기에는 아직 계정이 없습니다/);
  });

  it("is deleted only when the word was typed", async () => {
    const { asked } = await draw({ "DELETE /api/me": { rooms_deleted: 3, rooms_left: 1, items: 2 } });
    localStorage.setItem("interview.notes.r-1", "메모");
    await userEvent.click(await screen.findByRole("button", { name: "계정 삭제하기" }));
    const dialog = within(screen.getByRole("dialog"));
    dialog.getByText(/나 혼자 참가한 면접방은/);
    await userEvent.click(dialog.getByRole("button", { name: "영구 삭제" }));
    dialog.getByText("‘삭제’라고 정확히 입력해 주세요.");
    const deletions = () => asked.filter(({ method }) => method === "DELETE");
    expect(deletions()).toEqual([]);
    await userEvent.type(dialog.getByRole("textbox"), "삭제{Enter}");
    await screen.findByText(/면접방 3개를 지우고 1개에서 나왔습니다/);
    expect(deletions().map((one) => one.path)).toEqual(["/api/me"]);
    expect(useAccount.getState().account).toBeNull();
    expect(localStorage.getItem("interview.notes.r-1")).toBeNull();
  });

  it("stays when the server could not delete it", async () => {
    await draw({ "DELETE /api/me": new Refusal(503, "try_later", "잠시 뒤 다시 시도해 주세요.") });
    await userEvent.click(await screen.findByRole("button", { name: "계정 삭제하기" }));
    await userEvent.type(within(screen.getByRole("dialog")).getByRole("textbox"), "삭제{Enter}");
    await screen.findByText("잠시 뒤 다시 시도해 주세요.");
    expect(useAccount.getState().account).not.toBeNull();
  });
});

describe("texts on this device", () => {
  it("are counted and deleted, and nothing else is", async () => {
    localStorage.setItem("interview.draft.r-1.t-1", JSON.stringify({ text: "초안", at: 1 }));
    localStorage.setItem("interview.draft.r-1.t-2", "{}");
    localStorage.setItem("interview.notes.r-1", "메모");
    expect(measureDeviceTexts()).toMatchObject({ drafts: 2, notes: 1 });
    await draw();
    await screen.findByText("답변 초안 2개");
    screen.getByText("메모 1개");
    await userEvent.click(screen.getByRole("button", { name: "이 기기에서 지우기" }));
    await userEvent.click(screen.getByRole("button", { name: "지우기" }));
    await screen.findByText("저장된 글이 없습니다.");
    expect(measureDeviceTexts()).toEqual({ drafts: 0, notes: 0, bytes: 0 });
    expect(localStorage.getItem("interview.account")).not.toBeNull();
  });

  it("have a size that people can read", () => {
    expect([sizeOf(12), sizeOf(1_536), sizeOf(3_145_728)]).toEqual(["12 B", "1.5 KiB", "3.0 MiB"]);
  });
});

describe("the server", () => {
  it("tells its version when it is asked", async () => {
    await draw({ "GET /openapi.json": { info: { version: "9.8.7" } } });
    await userEvent.click(await screen.findByRole("button", { name: "버전 확인하기" }));
    await screen.findByText("9.8.7");
  });
});
