"""The shipped companies and jobs by name, and what a candidate from outside finds at each company."""

from __future__ import annotations

import functools

import attrs

from interview_engine.personas.package_data import read_file
from interview_engine.vocabulary import Bilingual, Company, JobRole


@attrs.frozen(kw_only=True)
class CompanyFacts:
    """A company's name, and sentences that say what draws a candidate there."""

    company: Company
    name: Bilingual
    draws: tuple[Bilingual, ...]


@attrs.frozen(kw_only=True)
class RoleFacts:
    """A job's name."""

    role: JobRole
    name: Bilingual


@attrs.frozen(kw_only=True)
class Places:
    """Everything that an interview can be for.

    Attributes:
        companies: One entry per company.
        roles: One entry per job.
        no_company: What to call the company when none is given.
        no_role: What to call the job when none is given.
        no_company_draws: What draws a candidate when no company is given.
        own_draws: What draws a candidate to any company, `{company}`, one per persona's variant.
    """

    companies: tuple[CompanyFacts, ...]
    roles: tuple[RoleFacts, ...]
    no_company: Bilingual
    no_role: Bilingual
    no_company_draws: tuple[Bilingual, ...]
    own_draws: tuple[Bilingual, ...]

    def company_name(self, company: Company | None) -> Bilingual:
        """Return a company's name, or the words for "this company"."""
        return next((facts.name for facts in self.companies if facts.company is company), self.no_company)

    def role_name(self, role: JobRole | None) -> Bilingual:
        """Return a job's name, or the words for "this job"."""
        return next((facts.name for facts in self.roles if facts.role is role), self.no_role)

    def draws(self, company: Company | None) -> tuple[Bilingual, ...]:
        """Return what draws a candidate to a company."""
        return next(
            (facts.draws for facts in self.companies if facts.company is company), self.no_company_draws
        )


@functools.cache
def places() -> Places:
    """Return the shipped companies and jobs."""
    return read_file("phrases/places.json", Places)
