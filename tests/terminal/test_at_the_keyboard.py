"""A person at a real pseudo-terminal; the clock runs thirty times faster than real time."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.terminal.journal import tail_file
from adapters.terminal.log_reading import look_at_log, read_log
from adapters.terminal.texts import texts_in
from interview_engine.core import events as e
from interview_engine.core.log import Record
from interview_engine.core.turns import Outcome
from interview_engine.core.verifying import verify
from interview_engine.offline.interview import ME
from interview_engine.vocabulary import Language

pytestmark = pytest.mark.slow

ROOT = Path(__file__).parents[2]
KO = texts_in(Language.KO)
_CLOCK = KO.toolbar_time.split(" {", maxsplit=1)[0]
_FORWARD = re.compile(r"\x1b\[(\d*)C")
_CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b[=>]|\r|\x1b\][^\x07]*\x07")


class Keyboard:
    """The program in a pseudo-terminal: type, read the screen, wait for words."""

    def __init__(self, words: list[str], folder: Path, rate: str = "30") -> None:
        self.seen = ""
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self.code: int | None = None
        environment = {
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "INTERVIEW_ENGINE_HOME": str(folder),
            "INTERVIEW_ENGINE_CLOCK_RATE": rate,
            "LANG": "C.UTF-8",
            "TERM": "xterm",
        }
        script = f"from adapters.terminal.command import main; main({words!r})"
        self.pid, self.screen = pty.fork()
        if self.pid == 0:
            os.execve(sys.executable, [sys.executable, "-c", script], environment)
        fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", 40, 80, 0, 0))

    def read(self, seconds: float) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            ready, _, _ = select.select([self.screen], [], [], 0.05)
            if ready:
                try:
                    new = self._decoder.decode(os.read(self.screen, 65536))
                except OSError:
                    return
                self.seen += new
                # A terminal that is asked where its cursor stands answers.
                os.write(self.screen, b"\x1b[1;1R" * new.count("\x1b[6n"))

    def wait_for(self, words: str, *, after: int = 0, seconds: float = 30) -> int:
        until = time.monotonic() + seconds
        while time.monotonic() < until:
            self.read(0.1)
            place = self.plain.find(words, after)
            if place >= 0:
                return place
        raise AssertionError(f"{words!r} did not appear in:\n{self.plain[after:][-3000:]}")

    @property
    def plain(self) -> str:
        moved = _FORWARD.sub(lambda found: " " * int(found[1] or 1), self.seen)
        return _CONTROL.sub("", moved)

    def time_left(self) -> int:
        """Make the program draw its screen anew, and read the seconds on its clock."""
        for rows in (39, 40) * 4:
            after = len(self.seen)
            fcntl.ioctl(self.screen, termios.TIOCSWINSZ, struct.pack("HHHH", rows, 80, 0, 0))
            os.kill(self.pid, signal.SIGWINCH)
            self.read(0.6)
            drawn = _CONTROL.sub("", _FORWARD.sub(" ", self.seen[after:]))
            found = re.search(_CLOCK + r" (\d+):(\d\d)", drawn)
            if found is not None:
                break
        assert found is not None, drawn
        return int(found[1]) * 60 + int(found[2])

    def type(self, text: str) -> None:
        os.write(self.screen, text.encode())

    def end(self, seconds: float = 15) -> int:
        until = time.monotonic() + seconds
        while self.code is None and time.monotonic() < until:
            self.read(0.1)
            done, status = os.waitpid(self.pid, os.WNOHANG)
            if done:
                self.code = os.waitstatus_to_exitcode(status)
        assert self.code is not None, f"still running:\n{self.plain[-2000:]}"
        return self.code

    def close(self) -> None:
        if self.code is None:
            os.kill(self.pid, 9)
            os.waitpid(self.pid, 0)
        os.close(self.screen)


@pytest.fixture
def keyboards() -> Iterator[list[Keyboard]]:
    opened: list[Keyboard] = []
    yield opened
    for keyboard in opened:
        keyboard.close()


def closed_turns(log: tuple[Record, ...]) -> list[e.TurnClosed]:
    events = [record.event for record in log]
    return [event for event in events if isinstance(event, e.TurnClosed) and event.seat_id == ME]


def check_the_finished_log(log: tuple[Record, ...]) -> None:
    verification = verify(log)
    assert verification.sound
    assert verification.finished
    assert Outcome.SKIPPED in {event.outcome for event in closed_turns(log)}


def test_typing_time_out_stopping_and_going_on(tmp_path: Path, keyboards: list[Keyboard]) -> None:
    log = tmp_path / "log.jsonl"
    words = ["play", "--preset", "short", "--rivals", "naver", "--panel", "hr,technical"]
    words += ["--seed", "5", "--order", "seat", "--fast", "--log", str(log)]
    first = Keyboard(words, tmp_path)
    keyboards.append(first)

    place = first.wait_for(KO.prompt.strip())
    first.wait_for("남은 시간", after=place)
    first.type("안녕하세요. 검색 지연을 3초에서 0.4초로 줄인 개발자입니다.")
    before = first.time_left()
    first.read(0.7)
    assert before > first.time_left() > 0
    first.type("\r\r")
    place = first.wait_for("내 답변 점수")

    place = first.wait_for("남은 시간", after=first.wait_for(KO.prompt.strip(), after=place))
    first.type("시간이 다 될 때까지 쓰던 초안입니다.")
    place = first.wait_for(KO.my_answer_by_clock, after=place)

    place = first.wait_for("남은 시간", after=first.wait_for(KO.prompt.strip(), after=place))
    first.type("멈추기 직전의 초안")
    first.read(0.3)
    first.type("\x03")
    assert first.end() == 130
    assert f"play --resume {log}" in first.plain

    stored = read_log(log, KO)
    closed = closed_turns(stored)
    assert closed[0].text == "안녕하세요. 검색 지연을 3초에서 0.4초로 줄인 개발자입니다."
    assert closed[1].by_clock
    assert closed[1].text == "시간이 다 될 때까지 쓰던 초안입니다."
    drafts = [record.event for record in stored if isinstance(record.event, e.DraftSaved)]
    assert drafts[-1].text == "멈추기 직전의 초안"

    second = Keyboard(["play", "--resume", str(log), "--fast"], tmp_path)
    keyboards.append(second)
    place = second.wait_for(KO.restored_draft)
    second.wait_for("멈추기 직전의 초안", after=place)
    second.type("\x15/skip\r")
    while True:
        second.read(0.3)
        if KO.finished in second.plain:
            break
        if second.plain.rfind(KO.prompt.strip()) > place:
            place = second.plain.rfind(KO.prompt.strip())
            second.type("마지막 답변입니다.\x04")
    assert second.end() == 0
    assert KO.board_final in second.plain
    check_the_finished_log(read_log(log, KO))


def test_a_killed_program_loses_no_stored_word_and_its_broken_tail_is_kept(
    tmp_path: Path, keyboards: list[Keyboard]
) -> None:
    log = tmp_path / "log.jsonl"
    words = [
        "play",
        "--preset",
        "short",
        "--rivals",
        "naver",
        "--fast",
        "--seed",
        "5",
        "--order",
        "seat",
        "--log",
        str(log),
    ]
    first = Keyboard(words, tmp_path, rate="1")
    keyboards.append(first)
    first.wait_for("남은 시간")
    first.type("저장되어야 하는 초안")
    for _ in range(100):
        first.read(0.1)
        if "저장되어야 하는 초안" in log.read_text(encoding="utf-8"):
            break
    os.kill(first.pid, 9)
    first.end()
    with log.open("ab") as file:
        file.write(b'{"seq":9')
    second = Keyboard(["play", "--resume", str(log), "--keep-readable"], tmp_path, rate="1")
    keyboards.append(second)
    second.wait_for("저장되어야 하는 초안", after=second.wait_for(KO.restored_draft))
    lost = [
        record.event for record in look_at_log(log, KO).records if isinstance(record.event, e.OutageNoted)
    ]
    assert lost[0].lost_ms > 0
    left = second.time_left()
    assert left * 1000 <= 95_000
    assert left >= 80, "the time between the two sittings was given back"
    assert tail_file(log).read_bytes() == b'{"seq":9'


def test_a_speech_appears_bit_by_bit_and_a_key_skips_it(tmp_path: Path, keyboards: list[Keyboard]) -> None:
    words = [
        "play",
        "--preset",
        "short",
        "--rivals",
        "naver",
        "--order",
        "seat",
        "--seed",
        "5",
        "--log",
        str(tmp_path / "log.jsonl"),
    ]
    keyboard = Keyboard(words, tmp_path, rate="1")
    keyboards.append(keyboard)
    begun = keyboard.wait_for(KO.how_to_skip_speech)
    keyboard.read(1.5)
    early = len(keyboard.plain[begun:])
    keyboard.read(1.5)
    later = len(keyboard.plain[begun:])
    assert early < later < early + 200
    keyboard.type(" ")
    keyboard.wait_for(KO.my_turn.split(".")[0], after=begun, seconds=5)


def test_the_lobby_takes_defaults_on_enter_and_names_in_korean(
    tmp_path: Path, keyboards: list[Keyboard]
) -> None:
    keyboard = Keyboard(["play", "--log", str(tmp_path / "log.jsonl")], tmp_path)
    keyboards.append(keyboard)
    keyboard.wait_for(KO.lobby_company)
    keyboard.type("토스\r")
    keyboard.wait_for(KO.lobby_role)
    keyboard.type("\r")
    keyboard.wait_for(KO.lobby_preset)
    keyboard.type("1\r")
    keyboard.wait_for(KO.lobby_rivals)
    keyboard.type("99\r")
    keyboard.wait_for(KO.lobby_again)
    keyboard.type("1,2\r")
    keyboard.wait_for("토스 · 백엔드 · 짧게")
