from __future__ import annotations

import pytest

from adapters.llm.defences.calling_by_name import calls_by_name
from interview_engine.vocabulary import Language


@pytest.mark.parametrize(
    "question,name,language",
    [
        ("김하늘 지원자, 그 결정의 근거는 무엇이었습니까?", "김하늘", Language.KO),
        ("그렇다면 하늘님은 어떻게 하셨습니까?", "하늘", Language.KO),
        ("Mina, why did you choose that?", "Mina", Language.EN),
        ("Why did you choose that, mina?", "Mina", Language.EN),
    ],
)
def test_whoever_is_called_by_name_is_noticed(question: str, name: str, language: Language) -> None:
    assert calls_by_name(question, name, language)


@pytest.mark.parametrize(
    "question,name,language",
    [
        ("지원자님은 그때 무엇을 하셨습니까?", "지원자", Language.KO),
        ("한 가지 경험을 말씀해 주시겠습니까?", "경험", Language.KO),
        ("다른 지원자의 말에 어떻게 생각하십니까?", "", Language.KO),
        ("What would you hope for in that case?", "Hope", Language.EN),
        ("What makes a good candidate?", "Candidate", Language.EN),
    ],
)
def test_nobody_is_called_where_a_name_is_only_a_word(question: str, name: str, language: Language) -> None:
    assert not calls_by_name(question, name, language)
