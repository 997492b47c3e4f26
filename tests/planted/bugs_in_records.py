"""Bugs in what is shown and kept: effects, views, logs."""

from __future__ import annotations

from typing import Final

from tests.planted.planted_bug import PlantedBug

_CORE: Final = "interview_engine/core/"

BUGS_IN_RECORDS: Final = (
    PlantedBug(
        "an effect's id is the same for every judge",
        _CORE + "effects/pending.py",
        'EffectId(f"judge:{turn_id}:{judge}")',
        'EffectId(f"judge:{turn_id}:panel-1")',
        "tests/core/effects/test_pending.py",
    ),
    PlantedBug(
        "an ai candidate hears answers that are not revealed",
        _CORE + "effects/pending.py",
        "if room.current is not None and room.current.revealed else ()",
        "if room.current is not None else ()",
        "tests/core/effects/test_pending.py::TestAnswers",
    ),
    PlantedBug(
        "the seed is shown",
        _CORE + "state.py",
        'seed: Seed = Seed("")\n    seed_commitment',
        'seed: Seed = field(default=Seed(""), metadata=EVERYONE)\n    seed_commitment',
        "tests/core/test_views.py::TestSecrets",
    ),
    PlantedBug(
        "key points are shown with the question",
        _CORE + "questions.py",
        "key_points: tuple[str, ...] = field(default=(), metadata=ENDED)",
        "key_points: tuple[str, ...] = field(default=(), metadata=EVERYONE)",
        "tests/core/test_views.py::TestSecrets",
    ),
    PlantedBug(
        "an answer is shown before it is spoken",
        _CORE + "turns.py",
        '    prepared: str = ""\n',
        '    prepared: str = field(default="", metadata=EVERYONE)\n',
        "tests/core/test_views.py::TestSecrets",
    ),
    PlantedBug(
        "the drawn quality is shown",
        _CORE + "turns.py",
        "    quality: int | None = None\n",
        "    quality: int | None = field(default=None, metadata=EVERYONE)\n",
        "tests/core/test_views.py::TestSecrets",
    ),
    PlantedBug(
        "others read one's draft",
        _CORE + "turns.py",
        'draft: str = field(default="", metadata=OWNER)',
        'draft: str = field(default="", metadata=EVERYONE)',
        "tests/core/test_views.py::TestOwners",
    ),
    PlantedBug(
        "others read one's feedback",
        _CORE + "state.py",
        "feedback: Feedback | None = field(default=None, metadata=OWNER)",
        "feedback: Feedback | None = field(default=None, metadata=EVERYONE)",
        "tests/core/test_views.py::TestOwners",
    ),
    PlantedBug(
        "a borrowed seat shows what is its owner's alone",
        _CORE + "views.py",
        "scope.viewer == scope.owner and not scope.borrowed",
        "scope.viewer == scope.owner",
        "tests/core/test_borrowed_seats.py",
    ),
    PlantedBug(
        "answers are revealed before all have written",
        _CORE + "rules/conducting.py",
        "revealed=not planned.simultaneous",
        "revealed=True",
        "tests/core/test_views.py::TestReveal",
    ),
    PlantedBug(
        "a judge's quote reveals an answer",
        _CORE + "views.py",
        "return scope.visibility is Visibility.LIVE and scope.revealed",
        "return scope.visibility is Visibility.LIVE",
        "tests/core/test_views.py::TestReveal",
    ),
    PlantedBug(
        "the ranking shows before its time",
        _CORE + "views.py",
        "            return scope.finished or scope.visibility is Visibility.LIVE\n",
        "            return True\n",
        "tests/core/test_views_of_rankings.py::TestRanking",
    ),
    PlantedBug(
        "a new field is shown unless somebody hides it",
        _CORE + "views.py",
        "field.metadata.get(AUDIENCE, Audience.NOBODY)",
        "field.metadata.get(AUDIENCE, Audience.EVERYONE)",
        "tests/core/test_views.py::TestDenyByDefault",
    ),
    PlantedBug(
        "a seq is left out",
        _CORE + "log.py",
        "        seq = Seq(seq + 1)\n",
        "        seq = Seq(seq + 1 + (seq == 7))\n",
        "tests/core/test_log.py::TestChain",
    ),
    PlantedBug(
        "records are not chained",
        _CORE + "log.py",
        "        prev_hash = digest_of_all\n",
        "",
        "tests/core/test_log.py::TestChain",
    ),
    PlantedBug(
        "redaction keeps the salt",
        _CORE + "redaction.py",
        'changed(record, event=blanked(record.event), salt=Salt(""))',
        "changed(record, event=blanked(record.event))",
        "tests/core/test_redaction.py",
    ),
    PlantedBug(
        "redaction leaves one's words in others' mouths",
        _CORE + "redaction.py",
        "if record.owner == owner or _quotes(record, runs)",
        "if record.owner == owner",
        "tests/core/test_redaction.py::TestQuotes",
    ),
    PlantedBug(
        "a forger writes into a redacted record",
        _CORE + "verifying.py",
        "return record.event == blanked(record.event)",
        "return True",
        "tests/core/test_verifying.py::TestTampering",
    ),
    PlantedBug(
        "a forger overrides what was hashed",
        _CORE + "verifying.py",
        "return decode_event(tag, record.schema, record.data) == blanked(record.event)",
        "return True",
        "tests/core/test_verifying.py::TestTampering",
    ),
    PlantedBug(
        "chance depends on nothing but the seed",
        _CORE + "chance.py",
        'key = f"{seed}\\x1f{purpose}\\x1f{entity}\\x1f{counter}".encode()',
        'key = f"{seed}".encode()',
        "tests/core/test_chance.py",
    ),
    PlantedBug(
        "a ledger forgets",
        _CORE + "ledger.py",
        "newest = levels.pop() | newest",
        "levels.pop()",
        "tests/core/test_ledger.py",
    ),
)
