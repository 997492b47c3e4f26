from __future__ import annotations

import pytest

from interview_engine.offline import panel_profiles, rival_profiles
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.personas.errors import UnknownEntry
from interview_engine.vocabulary import Company, Language


@pytest.mark.parametrize("company", Company)
def test_every_company_sends_a_rival(company: Company) -> None:
    (profile,) = rival_profiles(default_catalogue(), (company.value,), Language.KO)
    assert profile.company is company
    assert profile.qualities


def test_a_rival_may_be_named_by_its_persona() -> None:
    persona = default_catalogue().candidates[0]
    (profile,) = rival_profiles(default_catalogue(), (persona.id,), Language.EN)
    assert profile.persona_id == persona.id


def test_interviewers_are_named_by_their_ids() -> None:
    names = ("hr", "technical")
    profiles = panel_profiles(default_catalogue(), names, Language.KO)
    assert tuple(profile.persona_id for profile in profiles) == names


def test_a_name_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(UnknownEntry):
        rival_profiles(default_catalogue(), ("nobody",), Language.KO)
    with pytest.raises(UnknownEntry):
        panel_profiles(default_catalogue(), ("nobody",), Language.KO)
