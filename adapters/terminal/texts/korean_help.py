"""What `--help` says in Korean."""

from __future__ import annotations

from adapters.terminal.texts.help_texts import HelpTexts

KOREAN_HELP = HelpTexts(
    usage="사용법: ",
    options="옵션",
    commands="명령",
    help="도움말을 보여 줍니다.",
    version="버전을 보여 줍니다.",
    lang="화면과 면접의 언어 (ko 또는 en, 기본 ko).",
    program=(
        "다대다 면접을 연습합니다. 사람과 AI 지원자가 면접관 앞에서 함께 답변하고, 같은 기준으로 "
        "평가받습니다.\n\n끝날 때의 코드: 0 정상, 1 검사에서 문제 발견, 2 잘못된 사용, 3 읽거나 쓸 "
        "수 없는 파일, 70 프로그램 오류, 130 Ctrl-C로 멈춤."
    ),
    play="면접을 봅니다. 터미널에서는 직접 타자로 답하고, --answers 를 쓰면 준비한 답변으로 바로 진행합니다.",
    company="지원 회사 (기본: 회사 무관).",
    role="직무 (기본 backend).",
    any_role="직무 (기본: 전체).",
    rivals="함께 볼 AI 지원자, 쉼표로 구분 (기본 naver,kakao,toss).",
    panel="면접관, 쉼표로 구분 (기본 hr,technical,executive).",
    preset="면접 길이 (기본 standard).",
    difficulty="난이도 1~5 (기본 3).",
    order="답변 순서 (기본 rotating).",
    visibility="순위를 공개하는 시점 (기본 live).",
    name="화면에 보일 이름.",
    persona="직접 만든 AI 지원자 파일 (여러 번 쓸 수 있음).",
    facts="이력서 내용을 한 줄에 하나씩 적은 파일. 개별질문에 쓰입니다.",
    seed="같은 시드와 같은 답변이면 같은 면접이 됩니다.",
    log="기록 파일 이름 (기본: 데이터 폴더에 새로 만듦).",
    answers=(
        "준비한 답변 파일 (JSON 또는 TOML). 기다리지 않고 끝까지 진행합니다. "
        "여러 번 쓰면 파일마다 한 사람씩, 네 명까지 나란히 앉습니다."
    ),
    new_answers="새 답변이 든 파일 (JSON 또는 TOML).",
    resume="멈춘 면접을 이어서 진행합니다.",
    keep_readable="마지막 줄이 잘린 기록이면 읽을 수 있는 데까지 이어서 진행합니다.",
    fast="AI 지원자의 답변을 기다리지 않고 한꺼번에 보여 줍니다.",
    verify="기록이 온전한지 검사합니다. 온전하면 0, 아니면 1로 끝납니다.",
    replay="끝났거나 진행 중인 면접을 처음부터 다시 봅니다.",
    speed="재생 속도 (기본: 터미널에서는 2, 아니면 max).",
    step="한 장면씩 Enter를 눌러 가며 봅니다.",
    as_seat="이 좌석에서 보았던 그대로 봅니다 (기본: 내 좌석, public: 방청객).",
    fork="한 질문에 다시 답해 보고, 점수와 순위가 어떻게 달라지는지 봅니다.",
    question="다시 답할 질문의 번호.",
    answer="새 답변.",
    report="면접 결과 보고서를 파일로 저장합니다.",
    html="HTML 파일로 저장.",
    csv="CSV 파일로 저장.",
    json="JSON 파일로 저장.",
    seat="누구의 보고서인지 (기본: 내 좌석).",
    redact="한 사람이 쓴 글을 기록에서 지웁니다. 지운 뒤에도 기록은 검증됩니다.",
    owner="글을 지울 사람의 좌석.",
    out="저장할 파일.",
    doctor="설치와 터미널 환경을 점검합니다.",
    personas="AI 지원자와 면접관을 보여 줍니다.",
    questions="질문 은행을 보여 줍니다.",
    kind="질문 종류.",
    limit="보여 줄 개수 (0: 모두, 기본 20).",
    show="이 ID의 질문을 핵심 내용과 함께 자세히 봅니다.",
    check_persona="직접 만든 AI 지원자 파일을 검사합니다.",
    simulate="많은 면접을 자동으로 진행하며 규칙이 지켜지는지 검사합니다.",
    interviews="진행할 면접 수 (기본 100).",
    simulate_seed="같은 시드면 같은 결과가 나옵니다.",
    simulate_json="결과를 JSON으로 보여 줍니다.",
)
