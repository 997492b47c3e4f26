"""Every (role x route) cell: what each person gets from each route, and no route without a row."""

from __future__ import annotations

from typing import Final

import attrs
import pytest
from fastapi.routing import APIRoute

from adapters.http_api.asking import LIMITED
from tests.http_api.roles import ROLES, Cast, gather
from tests.http_api.stage import ANSWER, PANEL, RIVAL, ApiStage, play


@attrs.frozen
class Row:
    """What a route gives, by role.

    Attributes:
        body: What is sent.
        cells: The codes or statuses of ROLES, in order.
    """

    body: dict[str, object] | None
    cells: tuple[str, ...]


def row(cells: str, body: dict[str, object] | None = None) -> Row:
    return Row(body, tuple(cells.split()))


SIGN_IN: Final = "token_missing token_invalid token_expired"
ANYBODY: Final = "{0} {0} {0} {0} {0} {0} {0} {0}"
SIGNED_IN: Final = SIGN_IN + " {0} {0} {0} {0} {0}"
MEMBERS: Final = SIGN_IN + " no_such_room {0} {0} removed_from_room {0}"
OWNER: Final = SIGN_IN + " no_such_room owners_only owners_only owners_only {0}"

ROWS: Final[dict[str, Row]] = {
    "GET /healthz": row(ANYBODY.format(200)),
    "HEAD /healthz": row(ANYBODY.format(200)),
    "GET /readyz": row(ANYBODY.format(200)),
    "HEAD /readyz": row(ANYBODY.format(200)),
    "GET /metrics": row(ANYBODY.format(200)),
    "GET /docs": row(ANYBODY.format(200)),
    "GET /openapi.json": row(ANYBODY.format(200)),
    "POST /api/guests": row(ANYBODY.format(201), {"name": "새 손님"}),
    "POST /api/token/refresh": row(SIGNED_IN.format(200)),
    "GET /api/me": row(SIGNED_IN.format(200)),
    "GET /api/me/export": row(SIGNED_IN.format(200)),
    "DELETE /api/me": row(SIGNED_IN.format(200)),
    "POST /api/rooms": row(SIGNED_IN.format(201), {"rivals": [RIVAL], "panel": [PANEL]}),
    "GET /api/rooms": row(SIGNED_IN.format(200)),
    "GET /api/rooms/public": row(SIGNED_IN.format(200)),
    "GET /api/rooms/{room_id}": row(MEMBERS.format(200)),
    "PATCH /api/rooms/{room_id}": row(OWNER.format(200), {"title": "새 제목"}),
    "DELETE /api/rooms/{room_id}": row(OWNER.format(204)),
    "GET /api/rooms/{room_id}/legal": row(MEMBERS.format(200)),
    "POST /api/rooms/{room_id}/enter": row(MEMBERS.format(200), {}),
    "POST /api/rooms/{room_id}/commands": row(
        MEMBERS.format(200), {"id": "chat-1", "name": "send_chat", "data": {"text": "안녕하세요"}}
    ),
    "PATCH /api/rooms/{room_id}/settings": row(
        SIGN_IN + " no_such_room not_host not_host removed_from_room 200", {"settings": {"difficulty": 4}}
    ),
    "POST /api/rooms/{room_id}/start": row(
        SIGN_IN + " no_such_room not_host not_host removed_from_room not_everyone_ready"
    ),
    "POST /api/rooms/{room_id}/invitations": row(
        SIGN_IN + " no_such_room hosts_only hosts_only removed_from_room 201", {"role": "observer"}
    ),
    "DELETE /api/rooms/{room_id}/invitations": row(
        SIGN_IN + " no_such_room hosts_only hosts_only removed_from_room 204"
    ),
    "POST /api/join": row(SIGNED_IN.format("no_such_code"), {"code": "K7QD-2MXA"}),
    "POST /api/rooms/{room_id}/resume": row(
        SIGN_IN + " no_such_room no_such_document no_such_document removed_from_room no_such_document",
        {"document_id": "d-1"},
    ),
    "GET /api/rooms/{room_id}/results": row(MEMBERS.format(200)),
    "GET /api/rooms/{room_id}/report.html": row(MEMBERS.format(200)),
    "GET /api/rooms/{room_id}/report.csv": row(MEMBERS.format(200)),
    "GET /api/rooms/{room_id}/report.json": row(MEMBERS.format(200)),
    "GET /api/rooms/{room_id}/log.jsonl": row(
        SIGN_IN + " no_such_room owners_only owners_only removed_from_room not_finished"
    ),
    "GET /api/rooms/{room_id}/replay": row(MEMBERS.format(200)),
    "GET /api/rooms/{room_id}/replay?seat=observers": row(MEMBERS.format("not_finished")),
    "GET /api/rooms/{room_id}/costs": row(
        SIGN_IN + " no_such_room owners_only owners_only removed_from_room 200"
    ),
    "GET /api/costs/expected": row(SIGNED_IN.format(200)),
    "GET /api/rooms/{room_id}/verify": row(MEMBERS.format(200)),
    "POST /api/rooms/{room_id}/fork": row(MEMBERS.format("not_finished"), {"question": 1}),
    "GET /api/personas": row(SIGNED_IN.format(200)),
    "GET /api/interviewers": row(SIGNED_IN.format(200)),
    "POST /api/personas": row(SIGNED_IN.format(201), {"id": "mine", "name": "한결", "headline": "백엔드"}),
    "PUT /api/personas/{persona_id}": row(SIGN_IN + " no_such_persona" * 4 + " 200"),
    "DELETE /api/personas/{persona_id}": row(SIGN_IN + " no_such_persona" * 4 + " 204"),
    "POST /api/personas/{persona_id}/sample-answer": row(
        SIGN_IN + " no_such_persona" * 4 + " 200", {"question": "협업한 경험을 말씀해 주세요."}
    ),
    "GET /api/questions": row(SIGNED_IN.format(200)),
    "POST /api/questions": row(SIGNED_IN.format(201), {"text": "왜 이 일을 하시나요?"}),
    "DELETE /api/questions/{question_id}": row(SIGN_IN + " no_such_question" * 4 + " 204"),
    "POST /api/evaluations": row(
        SIGNED_IN.format(200),
        {"question": "장애를 어떻게 풀었나요?", "answers": [{"label": "가", "text": ANSWER}]},
    ),
    "POST /api/documents": row(SIGNED_IN.format(201)),
    "GET /api/documents": row(SIGNED_IN.format(200)),
    "GET /api/documents/{document_id}": row(SIGN_IN + " no_such_document" * 4 + " 200"),
    "POST /api/documents/{document_id}/profile": row(
        SIGN_IN + " no_such_document" * 4 + " models_off", {"consent": True}
    ),
    "GET /api/voice": row(SIGNED_IN.format(200)),
    "POST /api/rooms/{room_id}/transcriptions": row(
        SIGN_IN + " no_such_room not_candidate not_your_turn removed_from_room not_your_turn"
    ),
    "POST /api/rooms/{room_id}/speech": row(
        SIGN_IN + " no_such_room speech_off speech_off removed_from_room speech_off", {"round_id": "r1"}
    ),
    "DELETE /api/documents/{document_id}": row(SIGN_IN + " no_such_document" * 4 + " 204"),
}
PERSONA: Final = {"id": "owned", "name": "한결", "headline": "백엔드 개발자"}


def routes_of(stage: ApiStage) -> set[str]:
    found = set()
    for route in _flat(stage.app.routes):
        assert isinstance(route, APIRoute), route
        found |= {f"{method} {route.path}" for method in route.methods or ()}
    return found


def _flat(routes: object) -> list[object]:
    assert isinstance(routes, list)
    found: list[object] = []
    for route in routes:
        inner = getattr(route, "original_router", None)
        found += _flat(inner.routes) if inner is not None else [route]
    return found


def test_no_route_is_without_a_row() -> None:
    async def scene(stage: ApiStage) -> None:
        assert routes_of(stage) == {name.partition("?")[0] for name in ROWS}

    play(scene)


def test_every_route_of_the_api_has_a_rate_class() -> None:
    async def scene(stage: ApiStage) -> None:
        for route in _flat(stage.app.routes):
            assert isinstance(route, APIRoute)
            if not route.path.startswith("/api"):
                continue
            calls = [dependency.call for dependency in route.dependant.dependencies]
            limited = any(isinstance(call, LIMITED) for call in calls)
            assert limited, route.path

    play(scene)


@pytest.mark.parametrize("name", sorted(ROWS))
def test_what_each_role_gets(name: str) -> None:
    assert len(ROWS[name].cells) == len(ROLES)

    async def scene(stage: ApiStage) -> dict[str, str]:
        # The owner comes last: what the others may not do, they leave as it was.
        cast = await gather(stage)
        return {role: await ask(cast, name, role) for role in ROLES}

    assert play(scene) == dict(zip(ROLES, ROWS[name].cells, strict=True))


async def ask(cast: Cast, name: str, role: str) -> str:
    owner, person = cast.people["owner"], cast.people[role]
    method, _, path = name.partition(" ")
    files = None
    body: object = ROWS[name].body
    if "{persona_id}" in path:
        await owner("POST", "/api/personas", body=PERSONA)
        listed = (await owner("GET", "/api/personas")).json()["personas"]
        made = next(shown["persona_id"] for shown in listed if shown["own"])
        path = path.replace("{persona_id}", made)
        body = PERSONA if method == "PUT" else body
    if "{question_id}" in path:
        kept = (await owner("POST", "/api/questions", body={"text": "왜요?"})).json()["question_id"]
        path = path.replace("{question_id}", kept)
    if "{document_id}" in path:
        sent = await owner("POST", "/api/documents", files={"file": ("a.txt", b"text")})
        path = path.replace("{document_id}", sent.json()["document_id"])
    if name == "POST /api/documents":
        files = {"file": ("a.txt", "결제 서비스를 맡았습니다.".encode())}
    answer = await person(method, path.replace("{room_id}", cast.room_id), body=body, files=files)
    problem = (
        answer.headers["content-type"].startswith("application/problem+json") if answer.content else False
    )
    return answer.json()["code"] if problem else str(answer.status_code)


def test_another_persons_room_looks_exactly_like_a_missing_one() -> None:
    async def scene(stage: ApiStage) -> None:
        cast = await gather(stage)
        stranger = cast.people["stranger"]
        for name, wanted in ROWS.items():
            method, _, path = name.partition(" ")
            if "{room_id}" not in path:
                continue
            answers = [
                await stranger(
                    method,
                    path.replace("{room_id}", room_id),
                    body=wanted.body,
                    headers={"X-Request-Id": "the-same-id"},
                )
                for room_id in (cast.room_id, "r-missing")
            ]
            assert answers[0].status_code == answers[1].status_code == 404, name
            assert answers[0].content == answers[1].content, name
            assert dict(answers[0].headers) == dict(answers[1].headers), name

    play(scene)
