"""The engine as a library: one interview against two AI candidates, without a terminal."""

from __future__ import annotations

from interview_engine import Interview, Settings, verify
from interview_engine.core.settings import Preset

interview = Interview.begin(seed="demo", rivals=("naver", "toss"), settings=Settings(preset=Preset.SHORT))
while interview.wait():
    print("Q.", interview.question())
    interview.answer("지표로 원인을 좁혀 응답 시간을 3초에서 0.4초로 줄였고, 측정의 중요성을 배웠습니다.")
for row in interview.board().rows:
    print(row.rank, row.seat_id, row.total)
print(verify(tuple(interview.log)).sound)
