"""The API's reader of documents, on the language models' profiles."""

from __future__ import annotations

import structlog

from adapters.http_api.profiling import ExperienceSeen, NotRead, ProfileSeen
from adapters.llm.asking import NoModelAnswered
from adapters.llm.profiling import Profiling
from adapters.service.people.identity import Person
from interview_engine.vocabulary import Language

log = structlog.get_logger("server")


class ModelReader:
    """Has documents read by the configured models; see `ProfileReader`."""

    def __init__(self, profiling: Profiling) -> None:
        """Prepare.

        Args:
            profiling: Asks the models.
        """
        self._profiling = profiling

    @property
    def providers(self) -> tuple[str, ...]:
        """Names of those to whom a document may be sent."""
        return self._profiling.providers

    async def read(self, person: Person, document_id: str, text: str, language: Language) -> ProfileSeen:
        """Return what a document says."""
        try:
            done = await self._profiling.profile(person.user_id, document_id, text, language)
        except NoModelAnswered as none:
            log.info("document.not_profiled", document=document_id, trouble=" ".join(none.reasons))
            raise NotRead(spent=_spent(none.reasons)) from none
        profile, provenance = done.profile, done.provenance
        return ProfileSeen(
            headline=profile.headline,
            skills=profile.skills,
            experiences=tuple(
                ExperienceSeen(
                    title=one.title, did=one.did, result=one.result, source=one.source, fact=one.fact()
                )
                for one in profile.experiences
            ),
            model=f"{provenance.family}:{provenance.model}",
        )


def _spent(reasons: tuple[str, ...]) -> bool:
    """Return whether budgets alone kept every model from being asked."""
    return bool(reasons) and all("budget_" in reason for reason in reasons)
