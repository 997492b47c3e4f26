from __future__ import annotations

import pytest

from interview_engine.personas.particles import fill, with_particle


@pytest.mark.parametrize(
    "word, particle, expected",
    [
        ("네이버", "을", "네이버를"),
        ("쿠팡", "을", "쿠팡을"),
        ("당근", "이", "당근이"),
        ("카카오", "이", "카카오가"),
        ("토스", "과", "토스와"),
        ("배달의민족", "과", "배달의민족과"),
        ("서울", "으로", "서울로"),
        ("부산", "으로", "부산으로"),
        ("제주", "으로", "제주로"),
        ("김하늘", "은", "김하늘은"),
        ("‘설계’", "이라", "‘설계’라"),
        ("‘운영’", "이라", "‘운영’이라"),
        ("3", "이", "3이"),
        ("2", "이", "2가"),
        ("API", "을", "API를"),
        ("Kafka", "은", "Kafka는"),
        ("SQL", "을", "SQL을"),
        ("토스", "에서", "토스에서"),
        ("", "은", "는"),
    ],
)
def test_a_particle_follows_the_last_sound(word: str, particle: str, expected: str) -> None:
    assert with_particle(word, particle) == expected


def test_a_template_is_filled_and_unknown_places_stay() -> None:
    filled = fill(
        "{company:을} 좋아해 {company}의 {role} 직무에, {other}", (("company", "당근"), ("role", "데이터"))
    )
    assert filled == "당근을 좋아해 당근의 데이터 직무에, {other}"
