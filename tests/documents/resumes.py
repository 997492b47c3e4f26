"""Résumés of nobody, with what may be asked about in them and what must not be."""

from __future__ import annotations

_STORY = (
    "저는 꾸준히 배우는 사람입니다. 동아리에서 12명과 함께 학과 알림 앱을 출시해 첫 달에 사용자 800명을 "
    "모았습니다. 앞으로도 성실하게 일하겠습니다. 언제나 감사하는 마음으로 맡은 일에 최선을 다하겠습니다. "
    "작은 일도 끝까지 챙기는 사람이 되겠습니다."
)
KOREAN = (
    "이 력 서",
    "인 적 사 항",
    "성명: 김지원 (金志願)  생년월일: 1995년 3월 2일",
    "연락처 010-1234-5678 | jiwon.kim@example.com",
    "주소: 서울특별시 강남구 테헤란로 123, 101동 1203호",
    "병역: 육군 병장 만기전역",
    "■ 경력사항",
    "한빛페이 | 결제플랫폼팀 백엔드 개발자 | 2021.03 ~ 2023.05",
    "• 결제 승인 API 응답 시간을 820ms에서 240ms로 단축",
    "• Kafka와 Redis를 도입해 정산 배치 누락을 월 40건에서 0건으로 줄임",
    "• 신규 입사자 6명의 온보딩을 담당",
    "[프로젝트]",
    "1) 선물하기 서비스 개편 프로젝트 (2022.06 – 2022.12)",
    "- Spring Boot, Kotlin 기반 주문 도메인 분리 설계",
    "- 장애 대응 지침서를 만들어 평균 복구 시간을 절반으로 줄였습니다.",
    "기술 스택",
    "Java, Kotlin, Spring, MySQL, Redis, Kafka, AWS",
    "학력",
    "가나대학교 컴퓨터공학과 졸업 (2014.03 ~ 2020.02)",
    "자기소개서",
    _STORY,
)
KOREAN_FACTS = (
    "한빛페이 | 결제플랫폼팀 백엔드 개발자 | 2021.03 ~ 2023.05",
    "결제 승인 API 응답 시간을 820ms에서 240ms로 단축",
    "Kafka와 Redis를 도입해 정산 배치 누락을 월 40건에서 0건으로 줄임",
    "신규 입사자 6명의 온보딩을 담당",
    "선물하기 서비스 개편 프로젝트 (2022.06 – 2022.12)",
    "Spring Boot, Kotlin 기반 주문 도메인 분리 설계",
    "장애 대응 지침서를 만들어 평균 복구 시간을 절반으로 줄였습니다.",
    "Java, Kotlin, Spring, MySQL, Redis, Kafka, AWS",
    "동아리에서 12명과 함께 학과 알림 앱을 출시해 첫 달에 사용자 800명을 모았습니다.",
)
KOREAN_SECRETS = ("김지원", "1995", "010-1234", "jiwon", "테헤란로", "1203호", "병장", "가나대학교")

ENGLISH = (
    "Alex Kim",
    "Seoul, Korea | +82 10-9876-5432 | alex.kim@example.com | github.com/alexkim",
    "Date of birth: 2 March 1995",
    "Summary",
    "Backend engineer who likes simple systems.",
    "Work Experience",
    "Backend Engineer, Riverside Payments, Mar 2021 – May 2023",
    "- Reduced p99 latency of the checkout API from 820 ms to 240 ms by batching calls to the",
    "ledger service",
    "- Led a team of 4 to migrate 30 services to Kubernetes (https://example.com/post)",
    "Projects & Open Source",
    "Built a queue simulator in Rust used by 2,000 developers",
    "Technical Skills: see below",
    "Skills",
    "Python, Go, PostgreSQL, Kafka, AWS",
    "Education",
    "B.Sc. Computer Science, Somewhere University",
    "References",
    "Prof. Lee, lee@example.edu",
)
ENGLISH_FACTS = (
    "Backend Engineer, Riverside Payments, Mar 2021 – May 2023",
    "Reduced p99 latency of the checkout API from 820 ms to 240 ms by batching calls to the ledger service",
    "Led a team of 4 to migrate 30 services to Kubernetes",
    "Built a queue simulator in Rust used by 2,000 developers",
    "Python, Go, PostgreSQL, Kafka, AWS",
)
ENGLISH_SECRETS = ("Alex", "9876", "@", "github.com", "1995", "example.com", "Lee")
