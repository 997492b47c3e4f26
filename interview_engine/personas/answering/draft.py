"""Everything that the layouts of one answer draw on."""

from __future__ import annotations

import re

import attrs

from interview_engine.personas.answering.depth import Depth, depth_of
from interview_engine.personas.answering.lines import Line
from interview_engine.personas.answering.points import SpokenPoint, covered_points
from interview_engine.personas.answering.reactions import reaction
from interview_engine.personas.answering.request import AnswerRequest
from interview_engine.personas.answering.stories import choose_story
from interview_engine.personas.candidate import CandidatePersona, Lines, Story
from interview_engine.personas.chance import keyed_number, keyed_order
from interview_engine.personas.companies import places
from interview_engine.personas.particles import fill

# Each of the six shipped personas has phrases that nobody else says.
SHIPPED_VARIANTS = 6
_TAKES_SIDE = re.compile(
    r"동의|공감|반박|반론|다르게|이견|\b(?:dis)?agree|\brebut|\bcounterargument", re.IGNORECASE
)


@attrs.frozen(kw_only=True)
class Draft:
    """One answer in the making.

    Attributes:
        persona: Who answers.
        request: What is asked.
        depth: How much is told.
        points: The covered key points.
        story: The story to tell; None when the persona has none.
        reaction: What is said about an earlier speaker.
    """

    persona: CandidatePersona
    request: AnswerRequest
    depth: Depth
    points: tuple[SpokenPoint, ...]
    story: Story | None
    reaction: tuple[str, ...]

    def said(self, lines: Lines, purpose: str, count: int = 1) -> tuple[str, ...]:
        """Return some of the persona's phrases, filled in, not yet said in this interview if possible.

        Args:
            lines: Phrases to choose from.
            purpose: Keeps choices for different purposes apart.
            count: How many to return at most.
        """
        request = self.request
        before = " ".join(request.own_answers)
        filled = self.filled(lines)
        if self.persona.variant < SHIPPED_VARIANTS:
            ordered = keyed_order(filled, self.persona.id, request.question, request.variation, purpose)
        else:
            # Two personas of one's own may share the plain phrases: their places keep them apart.
            chance = keyed_number(self.persona.id)
            start = request.lane_of(self.persona.variant, chance) * count
            start = (start + keyed_number(request.question, purpose)) % max(1, len(filled))
            ordered = (*filled[start:], *filled[:start])
        fresh_first = sorted(ordered, key=lambda text: text in before)
        return tuple(fresh_first[:count])

    def filled(self, lines: Lines) -> tuple[str, ...]:
        """Return phrases in the room's language, with what the interview is for put in."""
        request = self.request
        words = (
            ("company", places().company_name(request.company).spoken_in(request.language)),
            ("role", places().role_name(request.role).spoken_in(request.language)),
        )
        return tuple(fill(line.spoken_in(request.language), words) for line in lines)

    def lines(self, phrases: Lines, purpose: str, weight: float, count: int = 1) -> tuple[Line, ...]:
        """Return some of the persona's phrases as lines of one weight."""
        return tuple(Line(text=text, weight=weight) for text in self.said(phrases, purpose, count))


def start_draft(persona: CandidatePersona, request: AnswerRequest) -> Draft:
    """Gather what an answer is made of.

    Args:
        persona: Who answers.
        request: What is asked.
    """
    story = choose_story(persona, request)
    points = covered_points(persona, request, story)
    reacted = reaction(persona, request)
    # A point that takes a side already must not be preceded by the other side.
    takes_side = any(_TAKES_SIDE.search(point.text) for point in points)
    return Draft(
        persona=persona,
        request=request,
        depth=depth_of(request.quality),
        points=points,
        story=story,
        reaction=reacted[:1] if takes_side else reacted,
    )
