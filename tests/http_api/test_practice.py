"""Practice: personas, questions, sample answers, and evaluating answers."""

from __future__ import annotations

import pytest

from adapters.http_api.persona_text import mark_of, read_persona
from adapters.service.people.identity import UserId
from interview_engine.ids import PersonaId
from interview_engine.personas.catalogue import default_catalogue
from interview_engine.vocabulary import Language
from tests.http_api.stage import ANSWER, RIVAL, ApiStage, command, play

TOML = """
id = "steady"
name = { ko = "한결", en = "Hangyeol" }
headline = "결제를 맡은 백엔드 개발자"
[quality]
default = [40, 70]
[[stories]]
situation = "정산이 하루 늦었습니다."
actions = ["배치를 나누었습니다.", "지표를 \\"매일\\" 보았습니다."]
result = "정산이 3시간 안에 끝났습니다."
competencies = ["ownership"]
"""
PERSONA = {"id": "steady", "name": "한결", "headline": "백엔드 개발자"}


def test_built_in_personas_show_no_hidden_numbers() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        listed = await me("GET", "/api/personas")
        assert {shown["persona_id"] for shown in listed.json()["personas"]} == {
            persona.id for persona in default_catalogue().candidates
        }
        panel = await me("GET", "/api/interviewers")
        assert len(panel.json()["interviewers"]) == len(default_catalogue().interviewers)
        for word in ("qualities", "quality", "stories", "severity", "follow_up_percent", "variant"):
            assert f'"{word}":' not in listed.text
            assert f'"{word}":' not in panel.text

    play(scene)


def test_a_persona_is_written_seated_rewritten_and_deleted() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        headers = {"Content-Type": "application/toml"}
        made = await me("POST", "/api/personas", content=TOML.encode(), headers=headers)
        assert made.status_code == 201, made.text
        persona_id = made.json()["persona_id"]
        assert persona_id == f"{mark_of(UserId(me.user_id))}-steady"
        assert '\\"매일\\"' in made.json()["toml"]
        again = await me("POST", "/api/personas", content=TOML.encode(), headers=headers)
        assert (again.status_code, again.json()["code"]) == (409, "item_exists")
        room_id = await stage.room(me, rivals=[persona_id])
        assert (await command(me, room_id, "add_ai_candidate", persona_id=RIVAL)).status_code == 200
        changed = await me("PUT", f"/api/personas/{persona_id}", body=PERSONA | {"headline": "새 소개"})
        assert changed.json()["headline"]["ko"] == "새 소개"
        profile = stage.parts.casting.candidate(PersonaId(persona_id), Language.KO)
        assert profile is not None
        assert profile.headline == "새 소개"
        sample = await me("POST", f"/api/personas/{persona_id}/sample-answer", body={"question": "왜요?"})
        assert sample.json()["text"]
        assert (await me("DELETE", f"/api/personas/{persona_id}")).status_code == 204
        assert stage.parts.casting.candidate(PersonaId(persona_id), Language.KO) is None
        # What is kept reads the same when the server starts anew.
        kept, text = read_persona(made.json()["toml"], UserId(me.user_id))
        assert (kept.id, text) == (persona_id, made.json()["toml"])

    play(scene)


def test_every_problem_of_a_persona_is_named_with_its_field() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        wrong = {
            "id": "Not Good",
            "name": "",
            "headline": "x",
            "colour": "red",
            "quality": {"default": [9, 1]},
        }
        answer = await me("POST", "/api/personas", body=wrong)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_persona")
        fields = {problem["field"] for problem in answer.json()["errors"]}
        assert fields == {"id", "name", "colour", "quality.default"}

    play(scene)


@pytest.mark.parametrize(
    "text",
    ["", "id = ", "id = 1979-05-27", "a = [[[[", 'id = "x"\nname = nan', "x" * 70_000, 'id = "\\ud800"'],
)
def test_no_text_breaks_the_reading_of_personas(text: str) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        headers = {"Content-Type": "application/toml"}
        answer = await me("POST", "/api/personas", content=text.encode(), headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (422, "invalid_persona")

    play(scene)


def test_questions_are_filtered_and_paged() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("박이람")
        bank = default_catalogue().questions
        everything = (await me("GET", "/api/questions?limit=1")).json()
        assert everything["total"] == len(bank)
        assert len(everything["questions"]) == 1
        found = (await me("GET", "/api/questions?kind=technical&role=backend&language=en&limit=100")).json()
        assert found["total"] == sum(
            question.kind.value == "technical" and (question.role is None or question.role.value == "backend")
            for question in bank
        )
        assert all(question["key_points"] == [] for question in found["questions"])
        own = {"text": "이 회사의 결제 지표를 어떻게 개선하시겠어요?", "key_points": ["지표를 고른다"]}
        kept = (await me("POST", "/api/questions", body=own)).json()
        searched = (await me("GET", "/api/questions?search=결제 지표를")).json()["questions"]
        assert searched[0]["question_id"] == kept["question_id"]
        assert searched[0]["key_points"] == ["지표를 고른다"]
        assert kept["question_id"] not in (await other("GET", "/api/questions?limit=100")).text
        assert (await other("DELETE", f"/api/questions/{kept['question_id']}")).status_code == 404

    play(scene)


def test_a_set_of_answers_is_judged_compared_and_ranked() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        body = {
            "question": "장애를 어떻게 해결하셨나요?",
            "key_points": ["지표로 원인을 좁힌다", "결과를 숫자로 말한다"],
            "answers": [
                {"label": "빈약", "text": "열심히 했습니다."},
                {"label": "충실", "text": ANSWER},
                {"label": "복사", "text": ANSWER},
            ],
        }
        answer = await me("POST", "/api/evaluations", body=body)
        assert answer.status_code == 200, answer.text
        found = answer.json()
        places = {place["label"]: place["rank"] for place in found["ranking"]}
        assert places["충실"] == places["복사"] == 1
        assert places["빈약"] == 3
        verdicts = {(pair["first"], pair["second"]): pair["verdict"] for pair in found["pairs"]}
        assert verdicts == {
            ("빈약", "충실"): "second",
            ("빈약", "복사"): "second",
            ("충실", "복사"): "tie",
        }
        results = {result["label"]: result for result in found["answers"]}
        assert results["충실"]["similar"][0] == {"label": "복사", "ratio": 1.0, "flagged": True}
        assert all(level["quote"] in ANSWER for level in results["충실"]["levels"])
        assert results["빈약"]["missed_points"] == body["key_points"]
        assert found["judge"] == "heuristic"
        assert found["notice"]
        assert answer.content == (await me("POST", "/api/evaluations", body=body)).content

    play(scene)


def test_a_question_of_the_bank_brings_its_key_points_and_a_reference_ranks_short_answers() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        question = next(q for q in default_catalogue().questions if q.kind.value == "experience")
        answers = [{"label": "a", "text": ANSWER}]
        found = await me("POST", "/api/evaluations", body={"question_id": question.id, "answers": answers})
        assert found.json()["question"] == question.text.ko
        points = {point.point.ko for point in question.key_points}
        assert set(found.json()["answers"][0]["missed_points"]) <= points
        body = {
            "question": "HTTP에서 없는 자원을 뜻하는 상태 코드는?",
            "reference": "404 Not Found입니다.",
            "answers": [
                {"label": "틀림", "text": "500입니다."},
                {"label": "맞음", "text": "404 Not Found입니다."},
            ],
        }
        ranked = (await me("POST", "/api/evaluations", body=body)).json()
        assert ranked["pairs"] == [{"first": "틀림", "second": "맞음", "verdict": "second"}]

    play(scene)


@pytest.mark.parametrize(
    "change",
    [
        {"answers": []},
        {"answers": [{"label": "a", "text": "x"}] * 13},
        {"answers": [{"label": "a", "text": "x" * 20_001}]},
        {"answers": [{"label": "a", "text": "x"}, {"label": "a", "text": "y"}]},
        {"question": ""},
        {"key_points": ["x"] * 11},
    ],
)
def test_evaluations_are_bounded(change: dict[str, object]) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        body = {"question": "왜요?", "answers": [{"label": "a", "text": "x"}]} | change
        answer = await me("POST", "/api/evaluations", body=body)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad_values")

    play(scene)


def test_an_uploaded_document_is_shown_back_and_only_its_owners() -> None:
    async def scene(stage: ApiStage) -> None:
        me, other = await stage.guest(), await stage.guest("박이람")
        files = {"file": ("C:\\\\이력\\\\resume.txt", "결제 서비스를 맡음\n".encode() * 60)}
        made = await me("POST", "/api/documents", files=files)
        assert made.status_code == 201
        said = made.json()
        assert (said["kind"], said["name"]) == ("resume", "resume.txt")
        assert said["facts"][0] == "결제 서비스를 맡음"
        assert len(said["excerpt"]) == 500 < said["characters"]
        path = f"/api/documents/{said['document_id']}"
        assert len((await me("GET", path)).json()["text"]) == said["characters"]
        assert (await other("GET", path)).status_code == 404
        assert (await me("DELETE", path)).status_code == 204
        assert (await me("GET", "/api/documents")).json()["documents"] == []

    play(scene)


@pytest.mark.parametrize(
    "code, status",
    [
        ("too_large", 413),
        ("unknown_kind", 415),
        ("encrypted", 422),
        ("no_text", 422),
        ("broken", 422),
        ("too_slow", 422),
        ("anything_new", 422),
    ],
)
def test_a_document_that_does_not_read_is_a_problem_that_says_why(code: str, status: int) -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        answer = await me("POST", "/api/documents", files={"file": (f"refused-{code}.pdf", b"x")})
        known = "document_broken" if code == "anything_new" else f"document_{code}"
        assert (answer.status_code, answer.json()["code"]) == (status, known)

    play(scene)


def test_a_form_without_a_file_or_that_is_no_form_is_refused() -> None:
    async def scene(stage: ApiStage) -> None:
        me = await stage.guest()
        kind = {"Content-Type": "multipart/form-data; boundary=x"}
        empty = await me("POST", "/api/documents", content=b"--x--\r\n", headers=kind)
        assert empty.json()["code"] == "bad_values"
        broken = await me("POST", "/api/documents", content=b"what", headers=kind)
        assert broken.status_code in (400, 422)
        json = await me("POST", "/api/documents", body={})
        assert json.json()["code"] == "unsupported_media_type"

    play(scene)
