/** One person's whole way on a phone, from the first page to the file with the result, by what the pages offer. */
import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { answersIn } from "./answers";
import { PHONE } from "./chromium";
import { Seat, SPEECH } from "./seat";
import { Stage } from "./stage";

const stage = new Stage();
const answer = answersIn("ko");

it("leads from a name to a result that can be taken along, and home again", async () => {
  const seat = await Seat.open(stage.browser, null);
  const { page } = seat;
  await page.setViewportSize(PHONE);
  await page.goto(stage.url);
  await page.getByLabel("이름", { exact: true }).fill("김지원");
  await seat.button("시작하기").click();
  await page.getByRole("link", { name: "면접 만들기" }).click();

  await seat.button("면접 만들기").click();
  await seat.sees("면접 대기실");
  await seat.button("면접 시작").click();

  let written = 0;
  const [report, end] = [page.getByRole("link", { name: "결과 자세히 보기" }), Date.now() + 150_000];
  while (!(await report.isVisible())) {
    expect(Date.now(), "the interview comes to its end").toBeLessThan(end);
    if (await seat.answer.isVisible()) {
      await seat.answer.fill(answer(written));
      await seat.button("답변 제출").click();
      // One's next turn may come at once: its field is another one, and empty.
      const left = () => seat.answer.inputValue({ timeout: 500 }).catch(() => "");
      await expect.poll(left, { timeout: 20_000 }).toBe("");
      written += 1;
    } else if (await seat.button(SPEECH).isVisible()) {
      await seat
        .button(SPEECH)
        .click({ timeout: 1_000 })
        .catch(() => undefined);
    } else {
      await page.waitForTimeout(50);
    }
  }
  expect(written, "every question of the short form").toBeGreaterThanOrEqual(4);

  await report.click();
  await page.getByRole("region", { name: "내 결과" }).waitFor();
  await seat.isAccessible("a report on a phone");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "CSV(표)", exact: true }).click(),
  ]);
  const lines = (await readFile(await file.path(), "utf8")).trim().split("\n");
  expect(lines.filter((line) => line.includes("김지원")).length).toBe(written);

  await page.getByRole("link", { name: "다대다 면접", exact: true }).click();
  await seat.sees("지난 면접");
  // The interview of a moment ago is there already.
  await page.locator('a[href$="/report"]').first().waitFor();
  await seat.close();
});
