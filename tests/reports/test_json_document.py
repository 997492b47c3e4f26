from __future__ import annotations

import json

import pytest

from interview_engine.reports import json_schema, read_json, render_json
from interview_engine.vocabulary import Language
from tests.reports.interviews import report_of

KEYS = {
    "board",
    "candidates",
    "company",
    "competencies",
    "created_at",
    "criteria",
    "deletions",
    "ended_early",
    "feedback",
    "finished_at",
    "language",
    "latest_at",
    "notice",
    "panel",
    "preset",
    "questions",
    "result",
    "role",
    "room_id",
    "seat_id",
    "stage",
    "started_at",
    "summaries",
    "timeline",
}


@pytest.mark.parametrize("language", Language)
def test_a_report_comes_back_from_its_json(language: Language) -> None:
    report = report_of(language)
    assert read_json(render_json(report)) == report


def test_the_keys_are_the_promised_ones() -> None:
    document = json.loads(render_json(report_of()))
    assert set(document) == {"format", "version", "report"}
    assert (document["format"], document["version"]) == ("interview-report", 1)
    assert set(document["report"]) == KEYS
    assert set(document["report"]["questions"][0]["answers"][0]["levels"][0]) == {"criterion", "level"}


def test_equal_reports_are_equal_bytes_with_sorted_keys() -> None:
    data = render_json(report_of())
    assert data == render_json(report_of())
    again = json.dumps(json.loads(data), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    assert data.decode() == again


def test_the_schema_describes_every_key() -> None:
    schema = json.loads(json_schema())
    described = schema["$defs"]["InterviewReport"]
    assert set(described["properties"]) == KEYS
    assert set(described["required"]) == KEYS
    assert described["properties"]["language"] == {"$ref": "#/$defs/Language"}
    assert sorted(schema["$defs"]["Language"]["enum"]) == ["en", "ko"]


@pytest.mark.parametrize("change", [("interview-report", "shopping-list"), ('"version":1', '"version":2')])
def test_another_document_is_refused(change: tuple[str, str]) -> None:
    data = render_json(report_of()).decode().replace(*change).encode()
    with pytest.raises(ValueError, match="interview-report"):
        read_json(data)
