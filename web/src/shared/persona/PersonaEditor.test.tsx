import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { fireEvent, render, screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { PersonaEditor } from "./PersonaEditor";

it("unfolds what holds a fault, says there what is wrong, and leads to it", async () => {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <PersonaEditor persona={null} onClose={() => {}} onKept={() => {}} />
    </QueryClientProvider>,
  );
  fireEvent.click(screen.getByRole("switch", { name: "한국어와 영어를 따로 쓰기" }));
  const write = (label: string, value: string) =>
    fireEvent.change(screen.getByLabelText(label), { target: { value } });
  write("이름 (한국어)", "이보라");
  write("한 줄 소개 (한국어)", "개발자");
  write("답변을 여는 말 (한국어)", "네, 답변드리겠습니다.");
  const field = screen.getByLabelText("답변을 여는 말 (한국어)");
  expect(field.closest("details")?.open).toBe(false);
  fireEvent.click(screen.getByRole("button", { name: "저장" }));
  expect(await screen.findByText(/줄 수를 같게/)).toBeTruthy();
  await expect.poll(() => field.closest("details")?.open).toBe(true);
  expect(document.activeElement).toBe(field);
  write("답변을 여는 말 (영어)", "Let me answer.");
  expect(screen.queryByText(/줄 수를 같게/)).toBeNull();
  expect(field.closest("details")?.open).toBe(true);
});
