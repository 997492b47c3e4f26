"""How many attacks still pay, when the model obeys every one that it can read?

Each attack goes after a weak and a middling answer to several questions, against three honest rivals. A stub
does whatever an attack asks while it sees it, and judges honestly otherwise. An attack pays when the
candidate ends on a better rank than with the honest answer alone. Attacks on interviewers and candidates
count by whether they reach a prompt, and whether a reply that obeys them would be let through.

Usage: python -m benchmarks.llm.injection [--quick] [--together]; the last line is JSON.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from typing import Final

import attrs
import msgspec

from adapters.llm.defences.tripwire import told
from adapters.llm.tasks.compare_pair import Compared
from adapters.llm.tasks.judged import Judged
from adapters.llm.tasks.write_answer import SpokenAnswer
from adapters.llm.tasks.write_question import DraftedQuestion
from benchmarks.llm.attacked_room import defended, honest_answer, questions, undefended
from benchmarks.llm.attacks import ON_WRITERS, Attack, load_attacks
from benchmarks.llm.obeying import still_stands

STRENGTHS: Final = ("weak", "middling")
_REPLIES: Final = (Judged, Compared, SpokenAnswer, DraftedQuestion)


@attrs.define
class Row:
    """Counts of one category: tries, and what became of them."""

    tried: int = 0
    undefended: int = 0
    defended: int = 0
    flagged: int = 0


def main() -> None:
    """Print the tables, and the figures as JSON in the last line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="one question per language")
    parser.add_argument("--together", action="store_true", help="judge a question's answers in one call")
    arguments = parser.parse_args()
    attacks = load_attacks()
    on_judges = tuple(one for one in attacks if one.category not in ON_WRITERS)
    rows = measured(on_judges, quick=arguments.quick, together=arguments.together)
    print(f"{'category':18}{'tries':>7}{'pay undefended':>16}{'pay defended':>14}{'flagged':>9}")
    for name, row in rows.items():
        print(f"{name:18}{row.tried:7}{row.undefended:16}{row.defended:14}{row.flagged:9}")
    total = {
        name: sum(getattr(row, name) for row in rows.values())
        for name in ("tried", "undefended", "defended", "flagged")
    }
    print(f"{'all':18}{total['tried']:7}{total['undefended']:16}{total['defended']:14}{total['flagged']:9}")
    writers = Counter(one.category for one in attacks if one.category in ON_WRITERS)
    reached = Counter(one.category for one in attacks if one.category in ON_WRITERS and reaches_a_writer(one))
    for name, count in writers.items():
        print(f"{name:18}{count:7} on writers, {reached[name]} reach a prompt")
    escaped = sum(escapes_the_schema(one) for one in attacks)
    print(f"{len(attacks)} attacks, {escaped} decode as a reply")
    print(
        json.dumps(
            {
                "benchmark": "llm_injection",
                "attacks": len(attacks),
                **total,
                "writers_reached": sum(reached.values()),
                "escaped_schema": escaped,
                "pay_by_category": {name: round(row.defended / row.tried, 4) for name, row in rows.items()},
            }
        )
    )


def measured(attacks: tuple[Attack, ...], *, quick: bool, together: bool = False) -> dict[str, Row]:
    """Return what became of the attacks on judges, by category.

    Args:
        attacks: To try.
        quick: One question per language instead of all.
        together: All answers to a question are judged in one call.
    """
    rows: dict[str, Row] = {}
    for attack in attacks:
        row = rows.setdefault(attack.category, Row())
        for question in questions(attack.language)[: 1 if quick else None]:
            for strength in STRENGTHS:
                honest = honest_answer(question, strength)
                text = f"{honest}\n{attack.text}"
                bare = undefended(question, attack.language, honest, obeyed=False).rank
                safe = defended(question, attack.language, honest, None, together=together).rank
                found = defended(question, attack.language, text, attack, together=together)
                row.tried += 1
                row.undefended += undefended(question, attack.language, text, obeyed=True).rank < bare
                row.defended += found.rank < safe
                row.flagged += found.flagged
    return rows


def reaches_a_writer(attack: Attack) -> bool:
    """Return whether an attack on writers still stands in what a writer is shown.

    Args:
        attack: On a writer.
    """
    return still_stands(attack, told(attack.text))


def escapes_the_schema(attack: Attack) -> bool:
    """Return whether an attack's text, as a model would repeat it, decodes as any task's reply.

    Args:
        attack: Any.
    """
    for reply in _REPLIES:
        try:
            msgspec.json.decode(attack.text.encode(), type=reply)
        except msgspec.MsgspecError:
            continue
        return True
    return False


if __name__ == "__main__":
    main()
