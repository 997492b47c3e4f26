"""Shrinks the plan of a simulation that went wrong, and prints what is left of it.

python -m tests.server_simulation.shrinking SEED            the smallest plan that breaks the same law
python -m tests.server_simulation.shrinking SEED --trace    the same, and what happens in it
python -m tests.server_simulation.shrinking SEED --plan '{"faults": [...]}'   play a plan again
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import attrs

from interview_engine.testing.dice import Dice
from tests.server_simulation.faults import Fault, Plan, draw_plan
from tests.server_simulation.simulation import Played, simulate

Play = Callable[[str, Plan], Played]


def shrink(seed: str, play: Play = simulate, plan: Plan | None = None) -> tuple[Plan, Played]:
    """Return the smallest plan found that still breaks one of the laws that the whole plan breaks.

    Args:
        seed: Root of all other chance.
        play: Plays a plan.
        plan: What to begin with; the seed's own plan when None.

    Raises:
        ValueError: When the plan breaks no law.
    """
    smallest = draw_plan(Dice(f"{seed}/plan")) if plan is None else plan
    result = play(seed, smallest)
    laws = {violation.law for violation in result.violations}
    if not laws:
        raise ValueError(f"{seed} breaks no law")
    again = True
    while again:
        again = False
        for smaller in _smaller(smallest):
            tried = play(seed, smaller)
            if laws & {violation.law for violation in tried.violations}:
                smallest, result, again = smaller, tried, True
                break
    return smallest, result


def _smaller(plan: Plan) -> Iterator[Plan]:
    """Yield plans that are a little smaller: half of the entries, one fewer, or milder ones."""
    faults = plan.faults
    half = len(faults) // 2
    if half > 1:
        yield Plan(faults=faults[:half])
        yield Plan(faults=faults[half:])
    for place in range(len(faults)):
        yield Plan(faults=faults[:place] + faults[place + 1 :])
    for place, fault in enumerate(faults):
        for milder in _milder(fault):
            yield Plan(faults=(*faults[:place], milder, *faults[place + 1 :]))


def _milder(fault: Fault) -> Iterator[Fault]:
    if fault.ms > 1:
        yield attrs.evolve(fault, ms=fault.ms // 2)
    if fault.where:
        yield attrs.evolve(fault, where=0)


def main(arguments: list[str]) -> int:
    """Shrink, and print; 0 when nothing is wrong."""
    seed = arguments[0]
    if "--plan" in arguments:
        plan = Plan.from_json(arguments[arguments.index("--plan") + 1])
        played = simulate(seed, plan, keep_trace="--trace" in arguments)
    else:
        try:
            plan, played = shrink(seed)
        except ValueError as nothing:
            sys.stdout.write(f"{nothing}\n")
            return 0
        if "--trace" in arguments:
            played = simulate(seed, plan, keep_trace=True)
    for line in played.trace:
        sys.stdout.write(f"{line}\n")
    for violation in played.violations:
        sys.stdout.write(f"{violation.at} ms: {violation.law}: {violation.detail}\n")
    sys.stdout.write(f"seed {seed}, plan {plan.to_json()}\n")
    return 1 if played.violations else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
