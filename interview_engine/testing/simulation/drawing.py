"""What kind of interview is simulated: drawn once, before it begins."""

from __future__ import annotations

import attrs

from interview_engine.core.settings import (
    PLANS,
    Adaptation,
    Asked,
    OrderPolicy,
    Preset,
    Settings,
    Slot,
    Visibility,
)
from interview_engine.ids import Millis
from interview_engine.testing.dice import Dice
from interview_engine.vocabulary import Company, JobRole, Language

_ROOM_ORDERS = tuple(order for order in OrderPolicy if order is not OrderPolicy.INDIVIDUAL)


@attrs.frozen(kw_only=True)
class Draw:
    """One interview's frame.

    Attributes:
        settings: The room's settings.
        humans, rivals, interviewers, observers: How many of each.
        trouble: Chance, in percent, that a service fails an effect in one of its ways.
        unrest: Extra things that happen (people, host, network, crashes), while they last.
        services: Whether writers and judges work at all.
        quiet_after: Steps after which nobody acts any more and only the clock moves the room on.
        offline: Texts come from the offline writers and judges rather than from stubs.
    """

    settings: Settings
    humans: int
    rivals: int
    interviewers: int
    observers: int
    trouble: int
    unrest: int
    services: bool
    quiet_after: int
    offline: bool


def draw_interview(dice: Dice, *, offline: bool) -> Draw:
    """Draw an interview; one in four is calm, one in ten has dead services.

    Args:
        dice: The interview's chance.
        offline: Use the offline writers and judges: fewer rivals and questions keep it affordable.
    """
    humans = dice.pick((1, 1, 1, 2, 2, 3, 4))
    most = 3 if offline else dice.pick((1, 1, 2, 2, 3, 3, 4, 11))
    rivals = min(12 - humans, dice.between(0 if humans > 1 else 1, most))
    crowd = humans + rivals
    calm = dice.chance(25)
    return Draw(
        settings=_settings(dice, crowd),
        humans=humans,
        rivals=rivals,
        interviewers=dice.pick((1, 1, 2, 2, 3) if crowd > 4 or offline else (1, 1, 2, 2, 3, 5)),
        observers=dice.pick((0, 0, 0, 1)),
        trouble=0 if calm else dice.pick((0, 10, 25, 50)),
        unrest=0 if calm else dice.between(3, 25),
        services=not dice.chance(10),
        quiet_after=dice.between(10, 60) if dice.chance(25) else 400,
        offline=offline,
    )


def _settings(dice: Dice, crowd: int) -> Settings:
    plan = _plan(dice, crowd)
    return Settings(
        language=dice.pick(tuple(Language)),
        company=dice.pick((None, *Company)),
        role=dice.pick(tuple(JobRole)),
        preset=dice.pick(tuple(Preset)),
        plan=plan,
        difficulty=dice.between(1, 5),
        adaptation=dice.pick(tuple(Adaptation)),
        order=dice.pick(_ROOM_ORDERS),
        visibility=dice.pick(tuple(Visibility)),
        follow_up_budget=dice.pick((0, 1, 1, 2)),
        reading_ms=Millis(dice.pick((0, 5_000))),
        disconnect_grace_ms=Millis(dice.pick((0, 20_000, 120_000))),
        disconnect_cap_ms=Millis(dice.pick((0, 10_000, 60_000))),
        dormant_ms=Millis(dice.pick((60_000, 86_400_000))),
        comparison_budget=dice.pick((0, 0, 1, 3)) if crowd <= 5 else dice.pick((1, 4)),
    )


def _plan(dice: Dice, crowd: int) -> tuple[Slot, ...]:
    """Return a few slots of a preset's plan in their order: whole presets take too long in thousands."""
    preset = PLANS[dice.pick(tuple(Preset))]
    most = 5 if crowd <= 3 else 2
    wanted = dice.between(1, most)
    places = sorted(dice.shuffled(range(len(preset)))[:wanted])
    slots = []
    for place in places:
        slot = preset[place]
        if slot.asked is Asked.EACH and crowd > 5:
            slot = attrs.evolve(slot, asked=Asked.ONE)
        if slot.asked is Asked.ALL and dice.chance(25):
            slot = attrs.evolve(slot, order=dice.pick(_ROOM_ORDERS))
        slots.append(attrs.evolve(slot, answer_ms=Millis(dice.pick((5_000, 30_000, slot.answer_ms)))))
    return tuple(slots)
