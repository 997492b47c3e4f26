"""Korean particles (조사) that follow the last sound of the word before them (받침), and templates."""

from __future__ import annotations

import re

_PAIRS = {
    "은": ("은", "는"),
    "이": ("이", "가"),
    "을": ("을", "를"),
    "과": ("과", "와"),
    "으로": ("으로", "로"),
    "이라": ("이라", "라"),
    "이라는": ("이라는", "라는"),
    "이었": ("이었", "였"),
    "아": ("아", "야"),
}
_FIRST_SYLLABLE, _LAST_SYLLABLE, _FINALS, _RIEUL = 0xAC00, 0xD7A3, 28, 8
# How the last sign is read aloud in Korean: 영 일 이 삼 사 오 육 칠 팔 구.
_DIGIT_FINALS = {
    "0": 21,
    "1": _RIEUL,
    "2": 0,
    "3": 16,
    "4": 0,
    "5": 0,
    "6": 1,
    "7": _RIEUL,
    "8": _RIEUL,
    "9": 0,
}
# Latin letters whose Korean reading, or whose usual sound at a word's end, closes the syllable.
_LATIN_FINALS = {"l": _RIEUL, "m": 16, "n": 4, "b": 17, "p": 17, "k": 1, "c": 1, "g": 1}
_PLACE = re.compile(r"\{(?P<name>[a-z_]+)(?::(?P<particle>[가-힣]+))?\}")
_CLOSERS = "\"'”’)]」』… .,"


def final_sound(word: str) -> int:
    """Return the number of the final consonant (종성) of a word, 0 when it ends in a vowel.

    Args:
        word: Hangul, digits or Latin letters; closing quotes and brackets are skipped.
    """
    bare = word.rstrip(_CLOSERS)
    if not bare:
        return 0
    last = bare[-1]
    if _FIRST_SYLLABLE <= ord(last) <= _LAST_SYLLABLE:
        return (ord(last) - _FIRST_SYLLABLE) % _FINALS
    return _DIGIT_FINALS.get(last, _LATIN_FINALS.get(last.lower(), 0))


def with_particle(word: str, particle: str) -> str:
    """Return the word with the right form of a particle.

    Args:
        word: The word before the particle.
        particle: The form after a consonant: 은 이 을 과 으로 이라 이라는 이었 아;
            any other is kept as it is.
    """
    closed, opened = _PAIRS.get(particle, (particle, particle))
    final = final_sound(word)
    # 으로 alone treats ㄹ like a vowel: 서울로, not 서울으로.
    is_open = final == 0 or (particle == "으로" and final == _RIEUL)
    return word + (opened if is_open else closed)


def fill(template: str, words: tuple[tuple[str, str], ...]) -> str:
    """Put words into a template: `{company}` plainly, `{company:을}` with the right particle.

    Args:
        template: Text with places; a place that has no word is left as it is.
        words: Pairs of a place's name and its word.
    """
    known = dict(words)

    def put(place: re.Match[str]) -> str:
        word = known.get(place["name"])
        if word is None:
            return place[0]
        return with_particle(word, place["particle"]) if place["particle"] else word

    return _PLACE.sub(put, template)
