"""What a speaker is told about the delivery: figures first, then what they mean; never a score.

Delivery earns and costs nothing: the judges read the text alone. The usual ranges are a guide of ours for an
interview's formal speech, around the rates at which the shipped AI candidates speak.
"""

from __future__ import annotations

from typing import Final

from adapters.llm.speech.delivery import Delivery
from interview_engine.vocabulary import Bilingual, Language

USUAL_PACE: Final = {Language.KO: (260, 380), Language.EN: (120, 170)}
"""Syllables (Korean) or words (English) a minute within which nobody would remark on the pace."""
_LONG_WAIT_MS: Final = 5_000
_LONG_PAUSE_MS: Final = 3_000
_MANY_FILLERS: Final = 6.0
"""Fillers a minute from which listeners notice them."""
_MILLIS_PER_MINUTE: Final = 60_000

_PACE: Final = Bilingual(
    ko="1분에 {pace}{unit}로 말씀하셨습니다(보통 {low}~{high}{unit}).",
    en="You spoke {pace} {unit} a minute (usually {low} to {high}).",
)
_UNIT: Final = {
    Language.KO: Bilingual(ko="음절", en="syllables"),
    Language.EN: Bilingual(ko="단어", en="words"),
}
_FAST: Final = Bilingual(
    ko="조금 빠릅니다. 문장이 끝날 때마다 한 박자 쉬어 보세요.",
    en="That is a little fast. Take a beat at the end of each sentence.",
)
_SLOW: Final = Bilingual(
    ko="조금 느립니다. 첫 문장을 미리 정해 두면 말이 이어집니다.",
    en="That is a little slow. Settle your first sentence beforehand, and the rest follows more easily.",
)
_PAUSES: Final = Bilingual(
    ko="멈춘 곳이 {count}번, 가장 길게는 {longest}초였습니다.",
    en="Pauses: {count}, the longest of {longest} seconds.",
)
_LONG_PAUSE: Final = Bilingual(
    ko="말이 끊기면 “잠시 정리하고 말씀드리겠습니다”라고 하셔도 괜찮습니다.",
    en="When you lose the thread, it is fine to say that you need a moment.",
)
_WAITED: Final = Bilingual(
    ko="첫마디까지 {seconds}초가 걸렸습니다.", en="It took you {seconds} seconds to begin."
)
_FILLERS: Final = Bilingual(ko="군말이 {count}번 나왔습니다({said}).", en="Fillers: {count} ({said}).")
_FEWER: Final = Bilingual(
    ko="군말이 나오려 할 때 입을 다물고 숨을 쉬면 훨씬 또렷하게 들립니다.",
    en="When one is on its way, close your mouth and breathe: it sounds much clearer.",
)


def remarks(delivery: Delivery, spoken: Language, told: Language) -> tuple[str, ...]:
    """Return what to tell the speaker, a sentence or two for each thing worth telling.

    Args:
        delivery: How the answer was spoken.
        spoken: The language of the answer.
        told: The language of the remarks.
    """
    low, high = USUAL_PACE[spoken]
    unit = _UNIT[spoken].spoken_in(told)
    lines = [_PACE.spoken_in(told).format(pace=delivery.pace, unit=unit, low=low, high=high)]
    if delivery.pace > high:
        lines.append(_FAST.spoken_in(told))
    elif delivery.pace < low and delivery.timed:
        lines.append(_SLOW.spoken_in(told))
    if delivery.waited_ms >= _LONG_WAIT_MS:
        lines.append(_WAITED.spoken_in(told).format(seconds=_seconds(delivery.waited_ms)))
    if delivery.pauses:
        longest = max(pause.length_ms for pause in delivery.pauses)
        text = _PAUSES.spoken_in(told)
        lines.append(text.format(count=len(delivery.pauses), longest=_seconds(longest)))
        if longest >= _LONG_PAUSE_MS:
            lines.append(_LONG_PAUSE.spoken_in(told))
    if delivery.filler_count:
        said = ", ".join(f"{word} {count}" for word, count in delivery.fillers)
        lines.append(_FILLERS.spoken_in(told).format(count=delivery.filler_count, said=said))
        if delivery.filler_count * _MILLIS_PER_MINUTE >= _MANY_FILLERS * delivery.speaking_ms:
            lines.append(_FEWER.spoken_in(told))
    return tuple(lines)


def _seconds(millis: int) -> str:
    return f"{millis / 1000:.1f}"
