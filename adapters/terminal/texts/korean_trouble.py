"""What the terminal says when something went wrong, in Korean."""

from __future__ import annotations

from adapters.terminal.texts.trouble_texts import TroubleTexts

KOREAN_TROUBLE = TroubleTexts(
    error_title="오류",
    error_not_a_terminal="키보드를 쓸 수 있는 터미널이 아닙니다.",
    hint_not_a_terminal=(
        "터미널에서 실행하시거나, 준비한 답변으로 진행해 주세요: interview-engine play --answers 답변.json"
    ),
    error_no_file="파일을 찾을 수 없습니다: {path}",
    error_cannot_read="파일을 읽을 수 없습니다: {path} ({why})",
    error_cannot_write="파일에 쓸 수 없습니다: {path} ({why})",
    error_not_utf8="UTF-8로 저장된 파일이 아닙니다: {path}",
    error_exists="이미 있는 파일입니다: {path}",
    hint_exists="다른 이름을 쓰시거나, 이어서 하시려면 --resume {path} 를 사용해 주세요.",
    hint_exists_out="덮어쓰지 않습니다. 다른 이름을 써 주세요.",
    error_in_use="다른 프로그램이 진행 중인 면접입니다: {path}",
    hint_in_use="그쪽을 먼저 끝낸 뒤에 다시 실행해 주세요.",
    error_empty_log="비어 있는 기록 파일입니다: {path}",
    hint_empty_log="interview-engine play 로 새 면접을 시작해 주세요.",
    error_cut_off="{line}번째 줄이 중간에 잘린 기록입니다: {path}",
    hint_cut_off="앞의 {readable}줄은 읽을 수 있습니다. 거기서부터 이어서 하시려면: {command}",
    hint_cut_off_nothing="읽을 수 있는 줄이 없습니다. interview-engine play 로 새 면접을 시작해 주세요.",
    error_broken_line="{line}번째 줄을 읽을 수 없는 기록입니다: {path}",
    hint_broken_line=(
        "기록이 수정되었거나 면접 기록 파일이 아닙니다. 자세한 위치는 interview-engine verify 로 "
        "확인해 주세요."
    ),
    error_newer="{line}번째 줄은 더 새로운 버전에서 기록되었습니다: {path}",
    hint_newer="interview-engine을 최신 버전으로 올린 뒤 다시 실행해 주세요.",
    error_edited="저장된 뒤에 내용이 바뀐 기록이라 사용할 수 없습니다: {path} ({seq}번 기록: {fault})",
    hint_edited="interview-engine verify {path} 로 자세한 내용을 확인해 주세요.",
    tail_kept="잘린 줄은 {path} 에 따로 보관했습니다.",
    error_not_mine="{number}번 질문에는 답변하지 않으셨습니다.",
    hint_not_mine="다시 답할 수 있는 질문 번호: {numbers}",
    error_no_human="사람이 참가하지 않은 면접이라 다시 답할 질문이 없습니다.",
    error_no_seat="{seat} 좌석이 없습니다.",
    hint_no_seat="이 면접의 좌석: {seats}",
    error_answers="답변 파일을 읽을 수 없습니다: {path} ({why})",
    hint_answers="답변 목록이거나, 질문 종류별 답변이어야 합니다. 쓸 수 있는 종류: {kinds}, default",
    answers_bad_key="알 수 없는 질문 종류: {key}",
    answers_bad_value="{key}의 값은 글이나 글의 목록이어야 합니다",
    answers_too_long="{key}의 {number}번째 답변이 {count}자입니다. {most}자 이하로 줄여 주세요",
    answers_empty="답변이 하나도 없습니다",
    error_facts="이력서 내용은 최대 {most}줄, 한 줄에 {longest}자까지 쓸 수 있습니다.",
    error_unknown_rival="'{name}' 지원자를 찾을 수 없습니다.",
    error_unknown_interviewer="'{name}' 면접관을 찾을 수 없습니다.",
    error_unknown_question="'{name}' 질문을 찾을 수 없습니다.",
    hint_known="사용할 수 있는 값: {known}",
    error_nothing_to_write="저장할 형식을 정해 주세요: --html, --csv, --json 중 하나 이상이 필요합니다.",
    error_package_data="설치된 자료 파일이 손상되었습니다: {why}",
    hint_reinstall="interview-engine을 다시 설치해 주세요.",
    error_not_installed="이 설치에는 '{what}' 기능이 들어 있지 않습니다.",
    error_no_option="알 수 없는 옵션입니다: {option}",
    error_no_command="알 수 없는 명령입니다: {command}",
    hint_did_you_mean="혹시 이것을 찾으셨나요? {options}",
    hint_help="쓸 수 있는 명령과 옵션은 --help 로 볼 수 있습니다.",
    error_missing="{what}이(가) 필요합니다.",
    error_bad_value="{what}의 값이 올바르지 않습니다: {why}",
    error_not_a_choice="'{value}'은(는) 쓸 수 없는 값입니다. 쓸 수 있는 값: {choices}",
    error_usage="명령을 이해하지 못했습니다: {why}",
    error_bug="죄송합니다. 프로그램 오류로 멈추었습니다.",
    hint_bug="면접 기록은 남아 있습니다. 오류 내용은 다음 파일에 저장했습니다: {path}",
    stopped="멈췄습니다.",
)
