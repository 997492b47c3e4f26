"""`render_json`: the whole report for programs, in canonical JSON."""

from __future__ import annotations

import attrs
import msgspec

from interview_engine.reports.report import InterviewReport

FORMAT = "interview-report"
VERSION = 1
"""Rises when a key changes its meaning or goes; new keys may come without it."""

_encoder = msgspec.json.Encoder(order="sorted")


@attrs.frozen(kw_only=True)
class ReportDocument:
    """A report with the name and version of its format around it."""

    format: str = FORMAT
    version: int = VERSION
    report: InterviewReport


_decoder = msgspec.json.Decoder(ReportDocument)


def render_json(report: InterviewReport) -> bytes:
    """Return a report as canonical JSON: UTF-8, keys sorted, instants in ms since the epoch."""
    return _encoder.encode(ReportDocument(report=report))


def read_json(data: bytes) -> InterviewReport:
    """Return the report from its JSON.

    Raises:
        ValueError: For bytes that are no report of this version (msgspec's errors are ValueErrors).
    """
    document = _decoder.decode(data)
    if document.format != FORMAT or document.version != VERSION:
        raise ValueError(f"not an {FORMAT} of version {VERSION}: {document.format} {document.version}")
    return document.report


def json_schema() -> bytes:
    """Return the JSON Schema (2020-12) that `render_json` keeps to."""
    return _encoder.encode(msgspec.json.schema(ReportDocument))
