"""A résumé becomes a profile to ask about: with consent, from the document's own lines, and blind.

The person sees it and edits it; nothing of it is asked about before they share it.
"""

from __future__ import annotations

import attrs

from adapters.llm.asking import Account, Asking, Prompt, ReplyUnfit, Task
from adapters.llm.defences.blind_interview import background_in
from adapters.llm.defences.fence import Fence, FreshToken, fresh_token
from adapters.llm.defences.private_lines import without_private_lines
from adapters.llm.defences.quoting import stands_in
from adapters.llm.defences.shown_text import LONGEST_SHOWN, one_line
from adapters.llm.defences.tripwire import read
from adapters.llm.prompts.book import prompt_text
from interview_engine.core.provenance import Provenance
from interview_engine.core.rules.texts import LONGEST_FACT, MOST_FACTS
from interview_engine.vocabulary import Language

_LONGEST_DOCUMENT = 20_000
_LONGEST_FIELD = 300
_MOST_EXPERIENCES, _MOST_SKILLS = 12, 20
_TOKENS = 2_500


class ConsentMissing(Exception):
    """A document is sent to no provider without its owner's word."""


@attrs.frozen(kw_only=True)
class Experience:
    """One thing that somebody did, and the line of the document that says so."""

    title: str
    did: str
    result: str
    source: str

    def fact(self) -> str:
        """Return it as one line that a person may share with a room."""
        return " — ".join(filter(None, (self.title, self.did, self.result)))[:LONGEST_FACT]


@attrs.frozen(kw_only=True)
class ResumeProfile:
    """What a résumé says that an interviewer could ask about."""

    headline: str
    experiences: tuple[Experience, ...]
    skills: tuple[str, ...]

    def facts(self) -> tuple[str, ...]:
        """Return the profile as facts that a person may share with a room."""
        return tuple(one.fact() for one in self.experiences)[:MOST_FACTS]


@attrs.frozen(kw_only=True)
class Profiled:
    """A profile and how it was made."""

    profile: ResumeProfile
    provenance: Provenance


async def write_profile(
    asking: Asking,
    document: str,
    language: Language,
    account: Account,
    *,
    consented: bool,
    token: FreshToken = fresh_token,
) -> Profiled:
    """Sort out what a résumé says.

    Contact data, what a blind interview leaves out, and lines that give orders are taken out before anything
    is sent; an experience whose line isn't in the document is dropped.

    Args:
        asking: Asks the models.
        document: Its text.
        language: The language of the instructions.
        account: Whose budgets pay.
        consented: The owner agreed that the document is sent to the configured provider.
        token: Makes the call's marks.

    Raises:
        ConsentMissing: The owner did not agree.
        NoModelAnswered: No model gave a fit profile in time.
    """
    if not consented:
        raise ConsentMissing
    lines = without_private_lines(_told_by(document[:_LONGEST_DOCUMENT]))
    text = prompt_text(Task.PROFILE, language)
    fence = Fence(token())
    prompt = Prompt(
        version=text.version,
        stable=text.fill("stable"),
        turn=text.fill(
            "turn",
            document=fence.around("document", lines, _LONGEST_DOCUMENT),
        ),
        most_output_tokens=_TOKENS,
    )
    asked = await asking.ask(
        Task.PROFILE, prompt, ResumeProfile, check=lambda reply: _check(reply, lines), budget=account
    )
    return Profiled(profile=proven(asked.reply, lines), provenance=asked.provenance)


def proven(profile: ResumeProfile, document: str) -> ResumeProfile:
    """Return a profile with only what the document says and a blind interview allows.

    Args:
        profile: What the model wrote.
        document: The text that was shown.
    """
    kept = (
        Experience(
            title=one_line(one.title, _LONGEST_FIELD),
            did=one_line(one.did, _LONGEST_FIELD),
            result=one_line(one.result, _LONGEST_FIELD),
            source=one_line(one.source, _LONGEST_FIELD),
        )
        for one in profile.experiences
        if stands_in(one.source, (document,)) and _may_stay(one)
    )
    skills = (one_line(skill, 60) for skill in profile.skills)
    headline = one_line(profile.headline, _LONGEST_FIELD)
    return ResumeProfile(
        headline="" if background_in(headline) or read(headline).tripped else headline,
        experiences=tuple(kept)[:_MOST_EXPERIENCES],
        skills=tuple(skill for skill in skills if skill and stands_in(skill, (document,)))[:_MOST_SKILLS],
    )


def _told_by(document: str) -> str:
    """Return a document without what in it gives orders; in pieces, for the tripwire reads no more."""
    pieces: list[str] = [""]
    for line in document.splitlines():
        if len(pieces[-1]) + len(line) > LONGEST_SHOWN:
            pieces.append("")
        pieces[-1] += f"{line}\n"
    return "\n".join(read(piece).clean for piece in pieces)


def _may_stay(experience: Experience) -> bool:
    whole = "\n".join(attrs.astuple(experience))
    return not background_in(whole) and not read(whole).tripped


def _check(profile: ResumeProfile, document: str) -> None:
    if profile.experiences and not proven(profile, document).experiences:
        raise ReplyUnfit("sources_invented", "Copy each source from the document exactly, one line.")
