"""A document is read by a language model when its owner agrees, and by nobody otherwise."""

from __future__ import annotations

import pytest

from adapters.http_api.profiling import ExperienceSeen, NotRead, ProfileSeen
from adapters.service.people.identity import Person
from interview_engine.vocabulary import Language
from tests.http_api.stage import ApiStage, Guest, play

LINE = "결제 서버를 개편해 응답 시간을 40% 줄였습니다."
FILE_NAME = "홍길동_이력서.txt"


class Reading:
    """A profile reader that keeps what it was given."""

    providers = ("openai", "anthropic")

    def __init__(self, fails: NotRead | None = None) -> None:
        self.given: list[tuple[str, str, str, Language]] = []
        self._fails = fails

    async def read(self, person: Person, document_id: str, text: str, language: Language) -> ProfileSeen:
        self.given.append((person.user_id, document_id, text, language))
        if self._fails is not None:
            raise self._fails
        found = ExperienceSeen(
            title="결제 서버 개편", did="", result="40% 단축", source=LINE, fact="결제 서버 개편 — 40% 단축"
        )
        return ProfileSeen(
            headline="백엔드 개발자", skills=("Kotlin",), experiences=(found,), model="openai:some"
        )


async def uploaded(me: Guest) -> str:
    sent = await me("POST", "/api/documents", files={"file": (FILE_NAME, LINE.encode())})
    return str(sent.json()["document_id"])


def test_with_consent_each_experience_comes_back_with_its_proving_line() -> None:
    reading = Reading()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        document = await uploaded(me)
        path = f"/api/documents/{document}/profile"
        found = await me("POST", path, body={"consent": True}, headers={"Accept-Language": "en"})
        assert found.status_code == 200, found.text
        assert found.json() == {
            "headline": "백엔드 개발자",
            "skills": ["Kotlin"],
            "experiences": [
                {
                    "title": "결제 서버 개편",
                    "did": "",
                    "result": "40% 단축",
                    "source": LINE,
                    "fact": "결제 서버 개편 — 40% 단축",
                }
            ],
            "model": "openai:some",
        }
        assert reading.given == [(me.user_id, document, LINE, Language.EN)]
        # Nothing of it is kept: the document stays as it was read here.
        assert (await me("GET", f"/api/documents/{document}")).json()["document"]["facts"] == [LINE]

    play(scene, profiles=reading)


@pytest.mark.parametrize("body", [{}, {"consent": False}])
def test_without_consent_nothing_is_read(body: dict[str, bool]) -> None:
    reading = Reading()

    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        answer = await me("POST", f"/api/documents/{await uploaded(me)}/profile", body=body)
        assert (answer.status_code, answer.json()["code"]) == (403, "consent_missing")

    play(scene, profiles=reading)
    assert not reading.given


def test_another_persons_document_is_not_read() -> None:
    reading = Reading()

    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("박이람")
        path = f"/api/documents/{await uploaded(me)}/profile"
        assert (await other("POST", path, body={"consent": True})).json()["code"] == "no_such_document"

    play(scene, profiles=reading)
    assert not reading.given


@pytest.mark.parametrize("language, said", [("ko", "이 서버에서는"), ("en", "on this server")])
def test_where_no_model_reads_documents_a_person_is_told_so(language: str, said: str) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        path = f"/api/documents/{await uploaded(me)}/profile"
        answer = await me("POST", path, body={"consent": True}, headers={"Accept-Language": language})
        assert (answer.status_code, answer.json()["code"]) == (404, "models_off")
        assert said in answer.json()["message"]
        assert (await me("GET", "/api/documents")).json()["profilers"] == []

    play(scene)


@pytest.mark.parametrize("spent, status, code", [(True, 409, "models_spent"), (False, 503, "models_silent")])
def test_a_profile_that_no_model_gave_is_a_problem_that_says_why(spent: bool, status: int, code: str) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        answer = await me("POST", f"/api/documents/{await uploaded(me)}/profile", body={"consent": True})
        assert (answer.status_code, answer.json()["code"]) == (status, code)

    play(scene, profiles=Reading(NotRead(spent=spent)))


def test_the_list_names_who_would_be_sent_a_document_before_anybody_agrees() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        await uploaded(me)
        assert (await me("GET", "/api/documents")).json()["profilers"] == ["openai", "anthropic"]

    play(scene, profiles=Reading())
