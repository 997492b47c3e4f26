"""Answer a question again, as a library: a fork of the log, the same rivals, another answer."""

from __future__ import annotations

from interview_engine import Interview, Settings, fork, verify
from interview_engine.core.commands import OutageEnded
from interview_engine.core.forking import seq_of_round
from interview_engine.core.settings import Preset
from interview_engine.ids import RoomId, Salt

FIRST = "열심히 했습니다."
SECOND = (
    "저는 장애를 숫자로 좁히는 개발자입니다. 느린 요청 2만 건을 나누어 원인을 찾았고, "
    "조회를 하나로 묶어 응답 시간을 3초에서 0.4초로 줄였습니다. 측정에서 출발해야 한다는 점을 배웠습니다."
)

before = Interview.begin(seed="demo", rivals=("naver",), settings=Settings(preset=Preset.SHORT))
while before.wait():
    before.answer(FIRST)

first_round = before.room.rounds[0].round_id
beginning = fork(
    tuple(before.log),
    seq_of_round(tuple(before.log), first_round),
    room_id=RoomId("second-try"),
    salt=Salt("a secret of the shell"),
)
again = Interview(salt=Salt("another secret of the shell"), log=beginning)
again.send(OutageEnded(now=again.now, since=again.now))
again.wait()
again.answer(SECOND)
again.wait()

for name, interview in (("before", before), ("again", again)):
    turns = interview.room.rounds[0].turns
    mine = next(turn for turn in turns if turn.seat_id == "me")
    print(name, mine.score.total if mine.score else None, verify(tuple(interview.log)).sound)
