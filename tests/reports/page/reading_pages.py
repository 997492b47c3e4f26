"""Pages read as trees: every page of ours is also well-formed XML, so a tear in the escaping shows."""

from __future__ import annotations

from xml.etree import ElementTree as ET

from interview_engine.reports import InterviewReport, render_html
from interview_engine.vocabulary import Language


def tree(page: str) -> ET.Element:
    head, _, rest = page.partition("\n")
    assert head == "<!doctype html>"
    return ET.fromstring(rest)


def tree_of(report: InterviewReport, language: Language = Language.KO) -> ET.Element:
    return tree(render_html(report, language))


def words_of(element: ET.Element) -> str:
    return "".join(element.itertext())
