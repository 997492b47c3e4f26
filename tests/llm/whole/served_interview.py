"""One person's interview over the HTTP API of a running server, answered at once and without listening."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from typing import Final, cast

from tests.program.api_calls import Json, call

ANSWER: Final = "저는 문제를 작게 나누어 기록부터 살폈고, 동료와 기준을 맞춘 뒤 결과를 함께 나누었습니다."
PLAN: Final = [
    {"stage": "self_intro", "kind": "self_introduction", "answer_ms": 60_000},
    {"stage": "common", "kind": "common", "answer_ms": 60_000},
    {"stage": "closing", "kind": "closing", "answer_ms": 60_000},
]
_WITHIN_S: Final = 400.0


class ServedInterview:
    """A guest's own room on a server.

    Attributes:
        room_id: Which room.
    """

    def __init__(self, url: str) -> None:
        """Come in as a guest and open a room."""
        self._url = url
        self._numbers = itertools.count()
        self._token = str(self._post("/api/guests", {"name": "김하늘"})["token"])
        settings = {"plan": PLAN, "reading_ms": 0, "follow_up_budget": 1}
        made = self._post(
            "/api/rooms", {"settings": settings, "rivals": ["naver", "kakao"], "panel": ["hr", "technical"]}
        )
        self.room_id = str(made["room_id"])

    def play(self) -> Json:
        """Play to the end; return the room as it is then."""
        self._command("join_room", name="김하늘")
        self._command("set_ready")
        self._command("start_interview")
        answered: set[str] = set()
        end = time.monotonic() + _WITHIN_S
        while time.monotonic() < end:
            seen = self._get(f"/api/rooms/{self.room_id}")
            room, me = cast("Json", seen["room"]), cast("Json", seen["you"])["seat_id"]
            if room["stage"] == "finished":
                return room
            for turn in _open_turns(room):
                turn_id = str(turn["turn_id"])
                if turn["seat_id"] == me and turn_id not in answered:
                    answered.add(turn_id)
                    self._command("submit_answer", turn_id=turn_id, text=ANSWER)
                elif turn.get("speaking"):
                    self._command("skip_speech", turn_id=turn_id)
            time.sleep(0.1)
        raise AssertionError("the interview does not come to its end")

    def costs(self) -> Json:
        """Return what it cost."""
        return self._get(f"/api/rooms/{self.room_id}/costs")

    def _command(self, name: str, /, **data: object) -> None:
        # A turn may close meanwhile: the room says so, and goes on.
        call(
            f"{self._url}/api/rooms/{self.room_id}/commands",
            {"id": f"c-{next(self._numbers)}", "name": name, "data": data},
            token=self._token,
        )

    def _get(self, path: str) -> Json:
        status, answer = call(f"{self._url}{path}", token=self._token)
        assert status == 200, answer
        return answer

    def _post(self, path: str, body: Json) -> Json:
        status, answer = call(f"{self._url}{path}", body, token=getattr(self, "_token", ""))
        assert status < 300, answer
        return answer


def _open_turns(room: Json) -> Iterator[Json]:
    current = room.get("current")
    if isinstance(current, dict):
        yield from (turn for turn in current["turns"] if turn["state"] == "open")
