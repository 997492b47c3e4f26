from __future__ import annotations

from interview_engine.core.ledger import CommandLedger
from interview_engine.ids import CommandId, Seq

MANY = 10_000


def filled(count: int) -> CommandLedger:
    ledger = CommandLedger()
    for number in range(1, count + 1):
        ledger = ledger.with_command(CommandId(f"c{number}"), Seq(number))
    return ledger


def test_ten_thousand_commands_are_remembered_at_a_flat_cost() -> None:
    ledger = CommandLedger()
    copied = 0
    for number in range(1, MANY + 1):
        before = {id(level) for level in ledger._levels}
        ledger = ledger.with_command(CommandId(f"c{number}"), Seq(number))
        copied += sum(len(level) for level in ledger._levels if id(level) not in before)
    assert len(ledger) == MANY
    assert ledger.seq_of(CommandId("c1")) == 1
    assert ledger.seq_of(CommandId(f"c{MANY}")) == MANY
    assert ledger.seq_of(CommandId("c0")) is None
    # n log2 n is 133,000; copying the whole at each step would be 50 million.
    assert copied < 140_000
    assert len(ledger._levels) <= 14


def test_an_older_version_knows_nothing_of_what_came_later() -> None:
    versions = [filled(0)]
    for number in range(1, 66):
        versions.append(versions[-1].with_command(CommandId(f"c{number}"), Seq(number)))
    for count, version in enumerate(versions):
        assert len(version) == count
        assert version.seq_of(CommandId(f"c{count + 1}")) is None
        assert version.entries() == tuple((CommandId(f"c{n}"), Seq(n)) for n in range(1, count + 1))


def test_ledgers_with_the_same_entries_are_equal_however_they_were_built() -> None:
    ledger = filled(21)
    again = CommandLedger.from_entries(ledger.entries())
    assert again == ledger
    assert hash(again) == hash(ledger)
    assert ledger != filled(20)
    assert ledger != "ledger"
    assert CommandLedger.from_entries(()) == CommandLedger()
