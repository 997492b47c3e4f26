from __future__ import annotations

import pytest

from interview_engine.reports.page.markup import element, foreign, joined, paragraphs, text


def test_text_escapes_everything_that_markup_means() -> None:
    assert text('<a href="x">&\'') == "&lt;a href=&quot;x&quot;&gt;&amp;&#39;"


def test_attributes_are_escaped_and_none_leaves_one_out() -> None:
    made = element("p", text("a"), cls='"><script>', lang=None, aria_label="b")
    assert made == '<p class="&quot;&gt;&lt;script&gt;" aria-label="b">a</p>'


def test_an_empty_element_closes_itself() -> None:
    assert element("circle", cx="1", viewBox="x") == '<circle cx="1" viewBox="x"/>'


@pytest.mark.parametrize(
    "control", ["\u202e", "\u2066", "\u0000", "\u0085x"[1:] + "\u007f", "\ud800", "\ufffe"]
)
def test_characters_that_only_machines_see_are_left_out(control: str) -> None:
    assert foreign(f"가{control}나").replace("x", "") == "<bdi>가나</bdi>"


def test_letters_of_right_to_left_scripts_stay() -> None:
    assert foreign("שלום\u200f") == "<bdi>שלום\u200f</bdi>"


def test_lines_become_paragraphs_of_their_own_direction() -> None:
    assert paragraphs("하나\r\n\n둘\u2028<셋>") == (
        '<p dir="auto">하나</p><p dir="auto">둘</p><p dir="auto">&lt;셋&gt;</p>'
    )


def test_joining_leaves_out_what_is_empty() -> None:
    assert joined(text("a"), text(""), text("b"), by=" & ") == "a &amp; b"
