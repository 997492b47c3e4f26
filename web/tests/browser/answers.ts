/** What somebody says in the interviews of the tests and of the screenshots: answers of different worth. */
export const ANSWERS_KO: readonly string[] = [
  "안녕하세요, 결제 서비스를 4년간 만든 백엔드 개발자 김지원입니다. 장애가 잦던 정산 배치를 이벤트 방식으로 바꾸어 지연을 6시간에서 12분으로 줄였습니다. 사용자가 겪는 문제를 숫자로 확인하고, 팀과 함께 끝까지 푸는 개발자로 일하고 싶습니다.",
  "작년 3월 결제 승인율이 97%에서 91%로 떨어진 적이 있습니다. 저는 원인을 찾는 역할을 맡아 먼저 카드사별 지표를 나누어 보았고, 한 곳의 응답 시간이 3배로 늘어난 것을 확인했습니다. 그래서 타임아웃을 줄이고 대체 경로를 붙였습니다. 그 결과 40분 만에 승인율이 98%로 돌아왔습니다. 이후 같은 일을 막으려고 경보 기준을 팀과 함께 정했고, 지표를 먼저 보는 습관이 중요하다는 것을 배웠습니다.",
  "팀에서 의견이 갈렸을 때 저는 양쪽의 근거를 표로 정리했습니다. 예를 들어 캐시를 두자는 쪽과 쿼리를 고치자는 쪽이 있었는데, 부하 시험을 하루 만에 해 보고 쿼리를 고치는 쪽이 응답 시간을 32% 더 줄인다는 것을 보였습니다. 결과적으로 모두가 받아들였습니다.",
  "잘 모르겠지만 열심히 하겠습니다. 무엇이든 배우는 자세로 임하겠습니다.",
  "제가 직접 맡은 서비스에서 배포가 멈췄을 때, 지표로 원인을 좁혀 응답 시간을 32% 줄였습니다. 돌아보면 더 일찍 알렸어야 했고, 그 뒤로는 5분 안에 상황을 공유합니다.",
  "마지막으로, 오늘 질문을 들으며 제가 더 준비해야 할 점도 알게 되었습니다. 문제를 숫자로 확인하고 끝까지 책임지는 동료가 되겠습니다. 감사합니다.",
];

export const ANSWERS_EN: readonly string[] = [
  "Hello, I am Jiwon Kim, a backend engineer who has built payment services for four years. I turned a settlement batch that often failed into an event pipeline, and cut its delay from six hours to twelve minutes. I want to keep solving problems that people feel, with numbers and with my team.",
  "Last March our approval rate fell from 97% to 91%. My task was to find the cause. I first split the figures by card issuer and saw that one issuer answered three times slower. So I shortened the timeout and added a fallback route. As a result the rate was back at 98% within 40 minutes. Since then we agreed on alarms together, and I learned to look at the figures first.",
  "When the team disagreed I put both arguments into a table. For example, some wanted a cache and others a better query. I ran a load test in one day, which showed that the better query cut response time by 32%. In the end everybody agreed.",
  "I am not sure, but I will work hard and learn anything that is needed.",
  "When a release got stuck in a service that I owned, I narrowed the cause down by its metrics and cut response time by 32%. Looking back I should have told people earlier; now I share the state within five minutes.",
  "Finally, today's questions showed me what to prepare better. I want to be a colleague who checks problems with numbers and sees them through. Thank you.",
];

/** Returns an answer for each place in the interview, from the first again after the last. */
export function answersIn(language: "ko" | "en"): (place: number) => string {
  const answers = language === "ko" ? ANSWERS_KO : ANSWERS_EN;
  return (place) => answers[place % answers.length] ?? "";
}
