from __future__ import annotations

import pytest

from interview_engine.personas import BankQuestion, BrokenPackageData, Catalogue
from interview_engine.personas.package_data import decode, read_file, read_folder
from interview_engine.vocabulary import Company


@pytest.mark.parametrize("body", [b"[", b'[{"id": 3}]', b"\xff", b'{"id": "a"}'])
def test_a_broken_file_is_named_with_the_reason(body: bytes) -> None:
    with pytest.raises(BrokenPackageData, match=r"bank/x\.json does not read") as caught:
        decode("bank/x.json", body, tuple[BankQuestion, ...])
    assert caught.value.file == "bank/x.json"
    assert caught.value.code == "broken_package_data"


def test_a_file_of_another_shape_is_refused() -> None:
    with pytest.raises(BrokenPackageData, match=r"phrases/places\.json"):
        read_file("phrases/places.json", tuple[BankQuestion, ...])


def test_a_folder_is_read_in_file_name_order() -> None:
    topics = read_folder("bank", tuple[BankQuestion, ...])
    assert len(topics) >= 10
    assert topics[0][0].id.startswith("closing-")
    assert topics[-1][0].id.startswith("technical-product-")


def test_a_company_leads_to_its_candidate(catalogue: Catalogue) -> None:
    assert {catalogue.candidate_of(company).company for company in Company} == set(Company)
    assert catalogue.question(catalogue.questions[5].id) is catalogue.questions[5]
