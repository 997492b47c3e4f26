"""What the load test says, in both languages."""

from __future__ import annotations

from typing import Final

import attrs

from interview_engine.vocabulary import Language


@attrs.frozen(kw_only=True)
class LoadTexts:
    """Every text of the load test in one language."""

    help: str
    rooms: str
    clients: str
    duration: str
    pace: str
    url: str
    json: str
    html: str
    starting: str
    preparing: str
    measuring: str
    title: str
    row_load: str
    load: str
    row_time: str
    seconds: str
    row_commands: str
    row_latency: str
    latency: str
    no_latency: str
    row_deliveries: str
    row_client: str
    client: str
    client_busy: str
    row_server: str
    server: str
    row_errors: str
    none: str
    per_second: str
    histogram: str
    below: str
    note: str
    saved: str
    not_here: str
    hint_not_here: str
    no_server: str
    hint_no_server: str
    not_started: str
    too_many: str
    hint_too_many: str
    cannot_write: str


_KOREAN: Final = LoadTexts(
    help=(
        "서버에 부하를 주고 응답 시간과 처리량을 잽니다.\n\n"
        "면접방마다 지원자 한 명이 답변하고 나머지는 지켜봅니다. --url 이 없으면 이 컴퓨터에 서버를 따로 "
        "띄웠다가 "
        "끝나면 지웁니다. 이 컴퓨터의 서버만 시험할 수 있습니다."
    ),
    rooms="동시에 진행할 면접방 수 (기본 20).",
    clients="면접방마다 접속할 사람 수, 지원자 한 명 포함 (기본 4).",
    duration="재는 시간, 초 (기본 10).",
    pace="지원자가 답변 하나에 쓰는 시간, ms (기본 2000).",
    url="이미 떠 있는 서버의 주소 (예: http://127.0.0.1:8000).",
    json="결과를 JSON으로 보여 줍니다.",
    html="결과를 HTML 파일로도 저장합니다.",
    starting="서버를 띄웁니다",
    preparing="접속합니다",
    measuring="잽니다",
    title="부하 시험 결과",
    row_load="부하",
    load="면접방 {rooms:,}개 × {clients}명 = 접속 {connections:,}개",
    row_time="시간",
    seconds="접속 {connect:.1f}초, 측정 {duration:.1f}초",
    row_commands="명령",
    row_latency="명령에서 내 이벤트까지",
    latency="p50 {p50:,.1f}ms · p99 {p99:,.1f}ms · 최대 {most:,.1f}ms",
    no_latency="잰 것이 없습니다",
    row_deliveries="전달된 이벤트",
    row_client="부하를 주는 쪽",
    client="프로세서 하나의 {share:.0%}",
    client_busy=(
        "프로세서 하나의 {share:.0%}: 이 프로그램이 한계여서 응답 시간이 실제보다 길게 나왔을 수 있습니다"
    ),
    row_server="서버",
    server="프로세서 {cpu:.1f}초, 메모리 {rss:,.0f}MiB",
    row_errors="오류",
    none="없음",
    per_second="{count:,}개, 초당 {rate:,.1f}개",
    histogram="명령에서 내 이벤트까지 걸린 시간의 분포",
    below="{bound:g}ms 미만",
    note="한 컴퓨터에서 서버와 함께 잰 값입니다.",
    saved="저장했습니다: {path}",
    not_here="이 컴퓨터의 서버가 아닙니다: {url}",
    hint_not_here="부하 시험은 127.0.0.1, ::1, localhost 의 서버에만 할 수 있습니다.",
    no_server="서버가 응답하지 않습니다: {url} ({why})",
    hint_no_server="주소를 확인하시거나, --url 없이 실행해 주세요.",
    not_started="시험할 서버를 띄우지 못했습니다: {why}",
    too_many=(
        "접속 {connections:,}개에는 열린 파일이 {needed:,}개 필요하지만 {limit:,}개까지만 열 수 있습니다."
    ),
    hint_too_many="면접방이나 사람 수를 줄이시거나 ulimit -n 을 높여 주세요.",
    cannot_write="파일에 쓸 수 없습니다: {path} ({why})",
)
_ENGLISH: Final = LoadTexts(
    help=(
        "Put load on a server and measure how fast it answers.\n\n"
        "In each room one candidate answers and the others watch. Without --url a server of its own is "
        "started on "
        "this machine and removed afterwards. Only servers on this machine can be tested."
    ),
    rooms="How many rooms run at once (default 20).",
    clients="How many people connect to each room, the candidate included (default 4).",
    duration="How long to measure, in seconds (default 10).",
    pace="How long a candidate takes for an answer, in ms (default 2000).",
    url="Address of a server that is running already, as http://127.0.0.1:8000.",
    json="Print the result as JSON.",
    html="Save the result as an HTML file too.",
    starting="Starting a server",
    preparing="Connecting",
    measuring="Measuring",
    title="Load test",
    row_load="Load",
    load="{rooms:,} rooms × {clients} people = {connections:,} connections",
    row_time="Time",
    seconds="{connect:.1f} s to connect, {duration:.1f} s measured",
    row_commands="Commands",
    row_latency="Command to own event",
    latency="p50 {p50:,.1f} ms · p99 {p99:,.1f} ms · most {most:,.1f} ms",
    no_latency="nothing was measured",
    row_deliveries="Events delivered",
    row_client="Load generator",
    client="{share:.0%} of a processor",
    client_busy="{share:.0%} of a processor: it is at its limit, so latencies may be its own",
    row_server="Server",
    server="{cpu:.1f} processor seconds, {rss:,.0f} MiB of memory",
    row_errors="Errors",
    none="none",
    per_second="{count:,}, {rate:,.1f} per second",
    histogram="How long commands took to come back as events",
    below="below {bound:g} ms",
    note="Measured on one machine together with the server.",
    saved="Saved: {path}",
    not_here="This server is not on this machine: {url}",
    hint_not_here="Load tests are for servers on 127.0.0.1, ::1 or localhost only.",
    no_server="The server does not answer: {url} ({why})",
    hint_no_server="Check the address, or leave --url out.",
    not_started="The server to be tested did not start: {why}",
    too_many="{connections:,} connections need {needed:,} open files; at most {limit:,} are allowed.",
    hint_too_many="Take fewer rooms or people, or raise ulimit -n.",
    cannot_write="The file can't be written: {path} ({why})",
)


def load_texts(language: Language) -> LoadTexts:
    """Return the texts of a language."""
    return _KOREAN if language is Language.KO else _ENGLISH
