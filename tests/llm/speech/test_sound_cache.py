from __future__ import annotations

import asyncio

import pytest

from adapters.llm.speech.sound_cache import SoundCache
from adapters.llm.speech.transcribing import Speech, SpeechFailed
from interview_engine.vocabulary import Language

KO = Language.KO


class Reader:
    """Reads texts aloud, and counts how often."""

    def __init__(self, size: int = 10) -> None:
        self.asked = 0
        self.fails = False
        self._size = size

    async def __call__(self) -> Speech:
        self.asked += 1
        await asyncio.sleep(0.01)
        if self.fails:
            raise SpeechFailed("no_service")
        return Speech(data=bytes(self._size), media_type="audio/mpeg")


def test_a_text_is_paid_for_once_by_however_many_people_at_once() -> None:
    async def scene() -> int:
        cache, reader = SoundCache(), Reader()
        await asyncio.gather(*(cache.get("질문", KO, reader) for _ in range(4)))
        await cache.get("질문", KO, reader)
        return reader.asked

    assert asyncio.run(scene()) == 1


def test_another_text_or_language_is_another_sound() -> None:
    async def scene() -> int:
        cache, reader = SoundCache(), Reader()
        await cache.get("질문", KO, reader)
        await cache.get("질문", Language.EN, reader)
        await cache.get("질문 둘", KO, reader)
        return reader.asked

    assert asyncio.run(scene()) == 3


def test_what_was_heard_longest_ago_goes_first() -> None:
    async def scene() -> list[int]:
        cache, reader = SoundCache(most_bytes=25), Reader()
        for text in ("가", "나", "가", "다"):
            await cache.get(text, KO, reader)
        counts = [reader.asked]
        await cache.get("가", KO, reader)
        counts.append(reader.asked)
        await cache.get("나", KO, reader)
        return [*counts, reader.asked]

    assert asyncio.run(scene()) == [3, 3, 4]


def test_a_sound_that_is_too_large_is_not_kept() -> None:
    async def scene() -> int:
        cache, reader = SoundCache(most_bytes=25), Reader(size=26)
        await cache.get("가", KO, reader)
        await cache.get("가", KO, reader)
        return reader.asked

    assert asyncio.run(scene()) == 2


def test_a_failure_is_not_remembered() -> None:
    async def scene() -> int:
        cache, reader = SoundCache(), Reader()
        reader.fails = True
        with pytest.raises(SpeechFailed):
            await cache.get("가", KO, reader)
        reader.fails = False
        await cache.get("가", KO, reader)
        return reader.asked

    assert asyncio.run(scene()) == 2


def test_who_asked_first_may_go_away_while_others_wait() -> None:
    async def scene() -> tuple[int, int]:
        cache, reader = SoundCache(), Reader()
        first = asyncio.create_task(cache.get("가", KO, reader))
        await asyncio.sleep(0)
        second = asyncio.create_task(cache.get("가", KO, reader))
        await asyncio.sleep(0)
        first.cancel()
        return len((await second).data), reader.asked

    assert asyncio.run(scene()) == (10, 1)
