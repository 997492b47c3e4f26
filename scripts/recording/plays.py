"""The interviews that are recorded: every order, every visibility, and what goes wrong."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Awaitable, Callable, Iterable
from typing import Final

from scripts.recording.house import House, Json
from scripts.recording.person import Person

ANSWER: Final = (
    "저는 장애를 숫자로 좁히는 개발자입니다. 느린 요청 2만 건을 나누어 원인을 찾았고, "
    "응답 시간을 3초에서 0.4초로 줄였습니다."
)


def _slot(stage: str, kind: str, **more: object) -> Json:
    return {"stage": stage, "kind": kind, "answer_ms": 5_000, **more}


_INTRO: Final = _slot("self_intro", "self_introduction")
_TWO: Final = [_INTRO, _slot("common", "common", follow_ups=True)]


async def _room(house: House, settings: Json, rivals: Iterable[str]) -> Person:
    guest = await house.post("/api/guests", {"name": "김지원"})
    body: Json = {
        "settings": {"reading_ms": 0, **settings},
        "rivals": list(rivals),
        "panel": ["technical", "hr"],
    }
    room = await house.post("/api/rooms", body, str(guest["token"]))
    player = Person(house=house, room=str(room["room_id"]), token=str(guest["token"]), part="player")
    await player.connect()
    return player


async def _guest(host: Person, part: str, role: str) -> Person:
    guest = await host.house.post("/api/guests", {"name": f"박서준 {part}"})
    path = f"/api/rooms/{host.room}/invitations"
    invited = await host.house.post(path, {"role": role}, host.token)
    person = Person(
        house=host.house,
        room=host.room,
        token=str(guest["token"]),
        part=part,
        invitation=str(invited["invitation"]),
    )
    await person.connect()
    await person.do("join_room", {"name": f"박서준 {part}", "observer": role == "observer"})
    await host.event("seat_taken")
    return person


def _answers(person: Person) -> Callable[[Json], tuple[str, Json] | None]:
    """Answer at once whenever it is one's turn, and skip every speech."""
    turns: dict[str, str] = {}

    def react(frame: Json) -> tuple[str, Json] | None:
        data = frame["data"]
        assert isinstance(data, dict)
        if frame["name"] == "round_opened":
            turns.update({turn["turn_id"]: turn["seat_id"] for turn in data["round"]["turns"]})
        if frame["name"] == "turn_opened" and turns.get(data["turn_id"]) == person.seat_id:
            return "submit_answer", {"turn_id": data["turn_id"], "text": ANSWER}
        return _skips(frame)

    return react


def _skips(frame: Json) -> tuple[str, Json] | None:
    """Skip every speech."""
    data = frame["data"]
    assert isinstance(data, dict)
    return ("skip_speech", {"turn_id": data["turn_id"]}) if frame["name"] == "speech_started" else None


async def _until_finished(*people: Person) -> None:
    """Let everybody answer to the end, comparing at every closed round."""
    watched = people[0]
    while True:
        closed = asyncio.create_task(watched.event("round_closed"))
        over = asyncio.create_task(watched.event("interview_finished"))
        done, waiting = await asyncio.wait({closed, over}, return_when=asyncio.FIRST_COMPLETED)
        for task in waiting:
            task.cancel()
        await asyncio.gather(*(person.compare() for person in people))
        if over in done:
            return


def _alone(settings: Json) -> Callable[[House], Awaitable[list[Person]]]:
    async def play(house: House) -> list[Person]:
        player = await _room(house, settings, ["naver", "toss"])
        await player.do("share_resume", {"facts": ["결제 서버의 응답 시간을 3초에서 0.4초로 줄임"]})
        await player.do("set_accommodation", {"seat_id": player.seat_id, "time_percent": 150})
        player.whenever(_answers(player))
        await player.do("set_ready", {"ready": True})
        await player.do("start_interview")
        await _until_finished(player)
        return [player]

    return play


async def _waiting_room(house: House) -> list[Person]:
    """People come, get ready, talk, change everything, leave and are removed, and nothing starts."""
    host = await _room(house, {}, ["naver"])
    guest = await _guest(host, "guest", "candidate")
    watcher = await _guest(host, "observer", "observer")
    everybody = [host, guest, watcher]
    await host.do("change_settings", {"settings": {"difficulty": 5, "order": "seat"}})
    await host.do("add_ai_candidate", {"persona_id": "kakao"})
    await host.do("remove_ai_candidate", {"seat_id": "ai-1"})
    await host.do("add_interviewer", {"persona_id": "executive"})
    await host.do("remove_interviewer", {"seat_id": "panel-1"})
    await guest.do("set_ready", {"ready": True})
    await guest.do("share_resume", {"facts": ["검색 색인 파이프라인을 다시 설계함"]})
    await host.do("set_accommodation", {"seat_id": guest.seat_id, "time_percent": 200})
    await guest.do("send_chat", {"text": "잘 부탁드립니다."})
    await host.event("chat_sent")
    await asyncio.gather(*(person.compare() for person in everybody))
    await guest.hang_up()
    await host.event("presence_noted")
    await guest.connect()
    await host.event("presence_noted")
    await host.do("hand_over_host", {"seat_id": guest.seat_id})
    await host.event("host_changed")
    await guest.do("kick_seat", {"seat_id": host.seat_id})
    await guest.event("seat_vacated")
    await watcher.do("leave_room")
    await guest.event("seat_vacated")
    await guest.compare()
    return [guest, watcher]


async def _two_and_an_observer(house: House) -> list[Person]:
    """A pause, a lost connection, a time-out with a draft, one without, time given, a removed player."""
    closing = _slot("closing", "closing")  # the shortest that questions ask for: a minute
    settings: Json = {"plan": [closing, closing, *_TWO], "order": "seat"}
    host = await _room(house, settings, ["coupang"])
    guest = await _guest(host, "guest", "candidate")
    watcher = await _guest(host, "observer", "observer")
    await guest.do("set_ready", {"ready": True})
    await host.do("set_ready", {"ready": True})

    host.whenever(_skips)
    guest.whenever(_skips)
    await host.do("start_interview")
    everybody = [host, guest, watcher]
    opened = await _own_turn(host)
    await host.do("save_draft", {"turn_id": opened, "text": ANSWER})
    await host.do("add_time", {"turn_id": opened, "ms": 1_000})
    await host.event("time_given")
    await host.do("pause_interview")
    await host.event("interview_paused")
    await asyncio.gather(*(person.compare() for person in everybody))
    await host.do("resume_interview")
    await host.event("turn_closed")  # by the clock, with the draft
    opened = await _own_turn(guest)
    await guest.hang_up()
    await host.event("presence_noted")
    await asyncio.gather(host.compare(), watcher.compare())
    await guest.connect()
    await guest.event("turn_closed")  # by the clock, without one
    await asyncio.gather(*(person.compare() for person in everybody))
    opened = await _own_turn(host)
    await host.do("skip_turn", {"turn_id": opened})
    await _own_turn(guest)
    await host.do("kick_seat", {"seat_id": guest.seat_id})
    await host.event("seat_vacated")
    await asyncio.gather(host.compare(), watcher.compare())
    await host.event("round_closed")
    await host.do("end_early")
    await host.event("interview_finished")
    await asyncio.gather(host.compare(), watcher.compare())
    return everybody


async def _own_turn(person: Person) -> str:
    """Wait until a person's turn opens, and return it."""

    def mine(data: Json) -> bool:
        return _turns(person).get(str(data["turn_id"])) == person.seat_id

    return str((await person.event("turn_opened", mine))["turn_id"])


def _turns(person: Person) -> dict[str, str]:
    """Return whose every turn is, as far as was heard."""
    turns: dict[str, str] = {}
    for frame in person.kept:
        data = frame.get("data")
        if isinstance(data, dict) and frame.get("name") == "round_opened":
            turns.update({turn["turn_id"]: turn["seat_id"] for turn in data["round"]["turns"]})
    return turns


async def _together(house: House) -> list[Person]:
    """Everybody writes at once, unseen, and the host withdraws a question."""
    settings: Json = {"plan": _TWO, "order": "simultaneous", "visibility": "after_round"}
    host = await _room(house, settings, ["baemin"])
    guest = await _guest(host, "guest", "candidate")
    watcher = await _guest(host, "observer", "observer")
    await guest.do("set_ready", {"ready": True})
    await host.do("set_ready", {"ready": True})
    guest.whenever(_answers(guest))
    await host.do("start_interview")
    opened = await _own_turn(host)
    await host.do("save_draft", {"turn_id": opened, "text": ANSWER})
    await host.event("turn_closed")
    everybody = [host, guest, watcher]
    await asyncio.gather(*(person.compare() for person in everybody))
    await host.do("skip_question", {"round_id": opened.rsplit("-", 1)[0]})
    await host.event("round_closed")
    await asyncio.gather(*(person.compare() for person in everybody))
    host.whenever(_answers(host))
    await _until_finished(*everybody)
    return everybody


async def _outage(house: House) -> list[Person]:
    """The server is killed in the middle of a turn and comes back."""
    player = await _room(house, {"plan": _TWO}, ["danggeun"])
    await player.do("set_ready", {"ready": True})
    opening = asyncio.create_task(_own_turn(player))
    await player.do("start_interview")
    player.whenever(_skips)
    opened = await opening
    await player.do("save_draft", {"turn_id": opened, "text": ANSWER})
    await player.event("draft_saved")
    await house.end(signal.SIGKILL)
    await house.start()
    await player.connect()
    await player.compare()
    player.whenever(_answers(player))
    await player.do("submit_answer", {"turn_id": opened, "text": ANSWER})
    await _until_finished(player)
    return [player]


PLAYS: Final[dict[str, Callable[[House], Awaitable[list[Person]]]]] = {
    "live_rotating": _alone({"plan": _TWO, "visibility": "live", "order": "rotating"}),
    "after_round_shuffled": _alone({"plan": _TWO, "visibility": "after_round", "order": "shuffled"}),
    "at_the_end_by_seat": _alone({"plan": _TWO, "visibility": "end", "order": "seat"}),
    "at_the_end_together": _alone({"plan": _TWO, "visibility": "end", "order": "simultaneous"}),
    "waiting_room": _waiting_room,
    "two_and_an_observer": _two_and_an_observer,
    "together": _together,
    "outage": _outage,
}
