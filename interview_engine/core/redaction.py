"""`redact(log, owner)`: delete a person's words; the log still verifies and the rest stays readable."""

from __future__ import annotations

from interview_engine.core.changed import changed
from interview_engine.core.codec import blanked, canonical, personal_body, personal_fields
from interview_engine.core.log import Record
from interview_engine.ids import Salt, SeatId

SHORTEST_QUOTE = 14
"""From this many characters on, a run of the owner's words in another's text counts as a quotation."""


def redact(log: tuple[Record, ...], owner: SeatId) -> tuple[Record, ...]:
    """Return the log without a seat's personal text, and without others' texts that quote it.

    Hashes stay as they are: the chain covers digests, whose salts are deleted with the texts.
    What others said *about* the person in their own words stays theirs, with the name if they used it:
    a name may be any common word, and deleting every text that holds it could delete everybody's.

    Args:
        log: The log.
        owner: Whose words are deleted: name, résumé facts, drafts, answers, chat, evidence, feedback.
    """
    own_words = tuple(
        canonical(text).decode()[1:-1]
        for record in log
        if record.owner == owner and not record.redacted
        for text in _texts(record)
        if len(text) >= SHORTEST_QUOTE
    )
    runs = frozenset(
        text[start : start + SHORTEST_QUOTE]
        for text in own_words
        for start in range(len(text) - SHORTEST_QUOTE + 1)
    )
    return tuple(
        _without_text(record) if record.owner == owner or _quotes(record, runs) else record for record in log
    )


def _texts(record: Record) -> tuple[str, ...]:
    """Return the free texts that a record's owner wrote: what others may have quoted."""
    texts: list[str] = []
    for name in personal_fields(record.event):
        value = getattr(record.event, name)
        if isinstance(value, str):
            texts.append(value)
        elif isinstance(value, tuple):
            texts.extend(item for item in value if isinstance(item, str))
    return tuple(texts)


def _quotes(record: Record, runs: frozenset[str]) -> bool:
    if not record.digest or record.redacted or not runs:
        return False
    body = canonical(personal_body(record.event)).decode()
    return any(
        body[start : start + SHORTEST_QUOTE] in runs for start in range(len(body) - SHORTEST_QUOTE + 1)
    )


def _without_text(record: Record) -> Record:
    if not record.digest or record.redacted:
        return record
    return changed(record, event=blanked(record.event), salt=Salt(""))
