"""What a language must be able to say for feedback to be written in it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

import attrs

from interview_engine.scoring.rubric import Criterion

if TYPE_CHECKING:
    from collections.abc import Mapping


def _sealed(phrases: Mapping[Criterion, tuple[str, ...]]) -> Mapping[Criterion, tuple[str, ...]]:
    return MappingProxyType({criterion: phrases[criterion] for criterion in Criterion})


@attrs.frozen(kw_only=True)
class Phrasebook:
    """Templates with named places; each tuple holds phrasings of one meaning.

    `impressions` go from weakest to strongest; `strong` and `low_obstacles` / `high_obstacles` are told
    apart by the mean level of the criterion.
    """

    ranked: str
    unranked: str
    unscored: str
    impressions: tuple[str, ...]
    strong: Mapping[Criterion, tuple[str, ...]] = attrs.field(converter=_sealed)
    modest: Mapping[Criterion, tuple[str, ...]] = attrs.field(converter=_sealed)
    quoted_strength: str
    quoted_obstacle: str
    asked: str
    low_obstacles: Mapping[Criterion, tuple[str, ...]] = attrs.field(converter=_sealed)
    high_obstacles: Mapping[Criterion, tuple[str, ...]] = attrs.field(converter=_sealed)
    unanswered: str
    nothing_scored: str
    drills: Mapping[Criterion, tuple[str, ...]] = attrs.field(converter=_sealed)
    drill_for_silence: str
    drill_for_nothing: str
    rival_ahead: str
    rival_behind: str
    rival_even: str
    rival_points: str
    first_place: str
    no_board: str
