// Every screen in every state that is worth a look: where it is, and what is done before the picture.
const ANSWER = {
  ko: "작년 3월 결제 승인율이 97%에서 91%로 떨어진 적이 있습니다. 저는 원인을 찾는 역할을 맡아 먼저 카드사별 지표를 나누어 보았고,",
  en: "Last March our approval rate fell from 97% to 91%. My task was to find the cause. I first split the figures by card issuer",
};

/** Waits until nothing is fetched or drawn in grey any more. */
export async function settled(page) {
  await page.locator("h1").first().waitFor();
  await page.waitForLoadState("networkidle");
  await page.waitForFunction(() => document.querySelector(".animate-pulse, [aria-busy=true]") === null);
  await page.evaluate(() => document.fonts.ready);
}

const scrollTo = (selector) => async (page) => {
  await page.locator(selector).evaluate((element) => element.scrollIntoView());
};

export const SCENES = [
  { name: "home-new", path: () => "/", account: "newcomer" },
  { name: "home-nobody", path: () => "/", account: null },
  { name: "home", path: () => "/" },
  { name: "setup", path: () => "/new" },
  { name: "join", path: () => "/join" },
  {
    name: "join-refused",
    path: () => "/join#0000-0000",
    before: (page) => page.locator("input[aria-invalid]").waitFor(),
  },
  { name: "waiting", path: ({ waiting }) => `/rooms/${waiting}` },
  {
    name: "waiting-invited",
    path: ({ waiting }) => `/rooms/${waiting}`,
    before: async (page) => {
      const card = page.locator("[aria-labelledby=invite-title]");
      await card.getByRole("button").last().click();
      await card.getByRole("img").waitFor();
      await card.evaluate((element) => element.scrollIntoView());
      // Away from the bar at the top.
      await page.evaluate(() => scrollBy(0, -80));
    },
  },
  {
    name: "interview-mine",
    path: async ({ mine }) => `/rooms/${await mine()}`,
    before: async (page, language) => {
      await page.locator("textarea").first().fill(ANSWER[language]);
    },
  },
  {
    name: "interview-listening",
    path: async ({ listening }) => `/rooms/${await listening()}`,
    // Some of the speech has been said by then.
    before: (page) => page.waitForTimeout(6_000),
  },
  { name: "finished", path: ({ finished }) => `/rooms/${finished}` },
  { name: "report", path: ({ finished }) => `/rooms/${finished}/report` },
  {
    name: "report-answers",
    path: ({ finished }) => `/rooms/${finished}/report`,
    before: scrollTo("#questions"),
  },
  {
    name: "report-figures",
    path: ({ finished }) => `/rooms/${finished}/report`,
    before: scrollTo("#timeline"),
  },
  { name: "report-files", path: ({ finished }) => `/rooms/${finished}/report`, before: scrollTo("#files") },
  { name: "report-fork", path: ({ fork }) => `/rooms/${fork}/report` },
  { name: "report-unfinished", path: ({ unfinished }) => `/rooms/${unfinished}/report` },
  {
    name: "replay",
    path: ({ finished }) => `/rooms/${finished}/replay`,
    before: async (page) => {
      await page.getByRole("slider").focus();
      await page.keyboard.press("PageDown");
      await page.keyboard.press("PageDown");
      for (let scene = 0; scene < 5; scene += 1) await page.keyboard.press("ArrowRight");
      await page.getByRole("slider").blur();
    },
  },
  { name: "settings", path: () => "/settings" },
  { name: "personas", path: () => "/personas" },
  { name: "questions", path: () => "/questions" },
  { name: "missing-report", path: () => "/rooms/r-missing/report" },
  { name: "missing-page", path: () => "/nowhere" },
];

/** The few that stand in the documentation. */
export const IN_DOCS = [
  "setup-desktop-ko-light",
  "waiting-desktop-ko-light",
  "interview-mine-desktop-ko-light",
  "interview-listening-phone-ko-light",
  "report-desktop-ko-light",
  "report-answers-desktop-ko-light",
  "replay-desktop-ko-light",
  "interview-mine-desktop-en-dark",
  "report-desktop-en-dark",
];
