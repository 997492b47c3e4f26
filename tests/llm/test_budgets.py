"""Budgets: whatever is reserved, settled and cut off in whatever order, no limit is ever exceeded."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from adapters.llm.asking import Account
from adapters.llm.budgets.estimate import ALLOWANCE, most_usage
from adapters.llm.budgets.journal import KEPT_DAYS, Journal
from adapters.llm.budgets.ledger import Amount, BudgetExhausted, Ledger, Limit, Limits, Reservation, Scope
from adapters.llm.budgets.price import Price
from adapters.llm.calling.call import Usage
from interview_engine.ids import RoomId
from tests.llm.families import a_call

LIMITS = Limits(
    room=Limit(tokens=500, micros=400),
    person=Limit(tokens=700, micros=900),
    day=Limit(tokens=1_200, micros=1_500),
)
TODAY = 20_000
amounts = st.builds(Amount, tokens=st.integers(0, 300), micros=st.integers(0, 300))


def account(room: str = "room-1", person: str = "jiwon") -> Account:
    return Account(room_id=RoomId(room), person=person)


class Budgets(RuleBasedStateMachine):
    """Calls of several rooms and people on several days, each settled at most at what it reserved."""

    def __init__(self) -> None:
        super().__init__()
        self.day = TODAY
        self.ledger = Ledger(LIMITS, lambda: self.day)
        self.open: list[Reservation] = []

    @rule(room=st.sampled_from("abc"), person=st.sampled_from(["", "p", "q"]), amount=amounts)
    def reserve(self, room: str, person: str, amount: Amount) -> None:
        before = {pot: self.ledger.taken(pot) for pot in self._pots(room, person)}
        try:
            self.open.append(self.ledger.reserve(account(room, person), amount))
        except BudgetExhausted:
            assert {pot: self.ledger.taken(pot) for pot in self._pots(room, person)} == before

    @rule(place=st.integers(0, 50), share=st.floats(0, 1))
    def settle(self, place: int, share: float) -> None:
        if self.open:
            held = self.open.pop(place % len(self.open))
            spent = Amount(tokens=int(held.amount.tokens * share), micros=int(held.amount.micros * share))
            self.ledger.settle(held, spent)
            self.ledger.settle(held, held.amount)

    @rule()
    def sleep(self) -> None:
        self.day += 1

    @invariant()
    def nothing_is_overspent(self) -> None:
        for pot, limit in (
            *(((Scope.ROOM, room, 0), LIMITS.room) for room in "abc"),
            *(
                ((Scope.PERSON, person, day), LIMITS.person)
                for person in "pq"
                for day in range(TODAY, self.day + 1)
            ),
            *(((Scope.DAY, "", day), LIMITS.day) for day in range(TODAY, self.day + 1)),
        ):
            taken = self.ledger.taken(pot)
            assert limit.tokens is not None
            assert limit.micros is not None
            assert 0 <= taken.tokens <= limit.tokens
            assert 0 <= taken.micros <= limit.micros

    def _pots(self, room: str, person: str) -> tuple[tuple[Scope, str, int], ...]:
        return (Scope.ROOM, room, 0), (Scope.PERSON, person, self.day), (Scope.DAY, "", self.day)


TestBudgets = Budgets.TestCase


def test_a_new_day_has_its_own_budget_and_a_room_has_not() -> None:
    day = TODAY
    ledger = Ledger(Limits(room=Limit(tokens=10), day=Limit(tokens=10)), lambda: day)
    ledger.reserve(account("one"), Amount(tokens=8))
    with pytest.raises(BudgetExhausted) as exhausted:
        ledger.reserve(account("two"), Amount(tokens=8))
    assert exhausted.value.scope is Scope.DAY
    day += 1
    ledger.reserve(account("two"), Amount(tokens=8))
    with pytest.raises(BudgetExhausted) as exhausted:
        ledger.reserve(account("one"), Amount(tokens=8))
    assert exhausted.value.scope is Scope.ROOM


def test_the_ledger_outlives_the_process(tmp_path: Path) -> None:
    one = Ledger(Limits(day=Limit(micros=100)), lambda: TODAY, Journal(tmp_path, TODAY))
    settled = one.reserve(account(), Amount(tokens=90, micros=60))
    one.settle(settled, Amount(tokens=9, micros=20))
    one.reserve(account(), Amount(tokens=50, micros=70))
    journal = Journal(tmp_path, TODAY)
    two = Ledger(Limits(day=Limit(micros=100)), lambda: TODAY, journal)
    journal.recall(two)
    assert two.today() == Amount(tokens=59, micros=90)
    with pytest.raises(BudgetExhausted):
        two.reserve(account(), Amount(micros=11))


def test_a_torn_line_is_passed_over(tmp_path: Path) -> None:
    one = Ledger(Limits(), lambda: TODAY, Journal(tmp_path, TODAY))
    one.settle(one.reserve(account(), Amount(tokens=5)), Amount(tokens=5))
    (file,) = tmp_path.iterdir()
    file.write_bytes(file.read_bytes() + b'["torn')
    journal = Journal(tmp_path, TODAY)
    two = Ledger(Limits(), lambda: TODAY, journal)
    journal.recall(two)
    assert two.today().tokens == 5


def test_old_days_are_forgotten_and_no_other_file(tmp_path: Path) -> None:
    old = Ledger(Limits(), lambda: TODAY - KEPT_DAYS - 1, Journal(tmp_path, TODAY - KEPT_DAYS - 1))
    old.reserve(account(), Amount(tokens=5))
    (tmp_path / "letter.txt").write_text("mine")
    Journal(tmp_path, TODAY)
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


def test_only_the_owner_reads_what_was_spent(tmp_path: Path) -> None:
    ledger = Ledger(Limits(), lambda: TODAY, Journal(tmp_path / "new", TODAY))
    ledger.reserve(account(), Amount(tokens=5))
    (file,) = (tmp_path / "new").iterdir()
    assert file.stat().st_mode & 0o077 == 0


@given(
    fresh=st.integers(0, 10_000),
    cached=st.integers(0, 10_000),
    written=st.integers(0, 10_000),
    output=st.integers(0, 10_000),
    price=st.builds(
        Price,
        input=st.floats(0, 20),
        output=st.floats(0, 80),
        cached=st.floats(0, 2),
        cache_write=st.floats(0, 30),
    ),
)
def test_no_call_costs_more_than_the_most_it_can_cost(
    fresh: int, cached: int, written: int, output: int, price: Price
) -> None:
    usage = Usage(
        input_tokens=fresh + cached + written,
        cached_tokens=cached,
        cache_written_tokens=written,
        output_tokens=output,
    )
    assert price.micros(usage) <= price.most_micros(usage.input_tokens, usage.output_tokens) + 1


def test_a_price_is_dollars_per_million_tokens() -> None:
    price = Price(input=2.0, output=10.0, cached=0.1, cache_write=2.5)
    usage = Usage(
        input_tokens=1_000_000, cached_tokens=500_000, cache_written_tokens=100_000, output_tokens=200_000
    )
    assert price.micros(usage) == 400_000 * 2 + 50_000 + 250_000 + 2_000_000


def test_the_estimate_counts_every_byte() -> None:
    call = a_call()
    text = call.stable + call.room + call.turn
    assert most_usage(call).input_tokens > len(text.encode()) + ALLOWANCE
    assert most_usage(call).output_tokens == call.most_output_tokens


def test_spent_sound_stops_no_text_and_is_remembered_beyond_the_process(tmp_path: Path) -> None:
    limits = Limits(room=Limit(seconds=60))
    first = Ledger(limits, lambda: TODAY, Journal(tmp_path, TODAY))
    heard = first.reserve(account(), Amount(seconds=60, micros=6_000))
    # A service may count more than the recording said.
    first.settle(heard, Amount(seconds=70, micros=7_000))
    journal = Journal(tmp_path, TODAY)
    again = Ledger(limits, lambda: TODAY, journal)
    journal.recall(again)
    assert again.taken((Scope.ROOM, "room-1", 0)) == Amount(seconds=70, micros=7_000)
    with pytest.raises(BudgetExhausted):
        again.reserve(account(), Amount(seconds=1))
    again.reserve(account(), Amount(tokens=10, micros=1))
