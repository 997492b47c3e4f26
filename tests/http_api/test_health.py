"""What machines ask, and what is written down of requests."""

from __future__ import annotations

import asyncio

import structlog
from prometheus_client.parser import text_string_to_metric_families

from adapters.http_api.metrics import watch_gateway
from adapters.http_api.settings import ApiSettings
from adapters.service.event_store import Snapshot, StoreFull, StoreUnavailable
from adapters.service.memory_store import MemoryEventStore
from interview_engine.ids import Millis, RoomId
from tests.http_api.stage import ANSWER, NO_LIMITS, ApiStage, play


class Unwell(MemoryEventStore):
    """A store that fails, or keeps silent."""

    mood = "well"

    async def load_snapshot(self, room_id: RoomId) -> Snapshot | None:
        if self.mood == "failing":
            raise StoreUnavailable
        if self.mood == "silent":
            await asyncio.sleep(60)
        return await super().load_snapshot(room_id)


def test_readiness_follows_the_store_and_the_shutdown() -> None:
    draining = False
    store = Unwell()

    async def scene(stage: ApiStage) -> None:
        nonlocal draining
        for mood, status, reason in (
            ("well", 200, ""),
            ("failing", 503, "store_unavailable"),
            ("silent", 503, "store_slow"),
            ("well", 200, ""),
        ):
            store.mood = mood
            stage.clock.ahead_ms += 1_000
            answer = await stage.nobody("GET", "/readyz")
            assert (answer.status_code, answer.json()["reason"]) == (status, reason)
        draining = True
        assert (await stage.nobody("GET", "/readyz")).json()["reason"] == "draining"
        assert (await stage.nobody("GET", "/healthz")).status_code == 200

    settings = ApiSettings(rates=NO_LIMITS, readiness_ms=Millis(50))
    play(scene, settings, store=store, draining=lambda: draining)


class Figures:
    """What a gateway counts."""

    def __init__(self) -> None:
        self.connections, self.rooms = 3, 2
        self.frames_sent, self.frames_dropped, self.resyncs = 100, 4, 1
        self.closed = {"too_slow": 1}


def test_metrics_tell_of_rooms_commands_appends_effects_and_connections() -> None:
    async def scene(stage: ApiStage) -> None:
        watch_gateway(stage.parts.registry, Figures)
        me = await stage.guest()
        await stage.finished_room(me)
        await me("POST", "/api/rooms/r-nowhere/start")
        text = (await stage.nobody("GET", "/metrics")).text
        samples = {
            (sample.name, *sorted(sample.labels.items())): sample.value
            for family in text_string_to_metric_families(text)
            for sample in family.samples
        }
        assert samples["interview_rooms_live",] == 1
        assert samples["interview_commands_total", ("code", ""), ("outcome", "committed")] >= 4
        assert samples["interview_append_seconds_count", ("outcome", "done")] >= 5
        effect = ("effect", "JudgeAnswer"), ("outcome", "done")
        assert samples["interview_effect_seconds_count", *effect] == 2
        assert samples["interview_connections",] == 3
        assert samples["interview_timer_lateness_ms",] >= 0
        assert samples["interview_frames_dropped_total",] == 4
        assert samples["interview_closed_total", ("reason", "too_slow")] == 1
        routes = {
            sample.labels["route"]
            for family in text_string_to_metric_families(text)
            for sample in family.samples
            if sample.name == "interview_http_requests_total"
        }
        assert "/api/rooms/{room_id}/start" in routes
        assert not any("r-nowhere" in route for route in routes)

    play(scene)


def test_a_request_leaves_one_line_without_anything_personal() -> None:
    async def scene(stage: ApiStage) -> tuple[str, ...]:
        me = await stage.guest("비밀이름")
        room_id = await stage.finished_room(me, title="비밀제목")
        await me("GET", f"/api/rooms/{room_id}?search=비밀물음", headers={"X-Request-Id": "my-own-id-1"})
        await me("GET", "/api/questions?search=비밀물음&difficulty=x")
        await me(
            "POST", "/api/evaluations", body={"question": "x", "answers": [{"label": "a", "text": ANSWER}]}
        )
        return (me.token, "비밀", ANSWER[:20])

    with structlog.testing.capture_logs(processors=[structlog.contextvars.merge_contextvars]) as logs:
        secrets = play(scene)
    written = str(logs)
    for secret in secrets:
        assert secret not in written
    mine = [line for line in logs if line.get("request_id") == "my-own-id-1"]
    assert len(mine) == 1
    (line,) = mine
    assert line["event"] == "http.answered"
    assert (line["method"], line["route"], line["status"]) == ("GET", "/api/rooms/{room_id}", 200)
    assert line["room"].startswith("r-")
    assert line["ms"] >= 0


def test_a_request_id_that_could_be_anything_is_replaced() -> None:
    async def scene(stage: ApiStage) -> None:
        for bad in ("short", "x" * 65, "with space here", "new\tline-here"):
            answer = await stage.nobody("GET", "/healthz", headers={"X-Request-Id": bad})
            assert answer.headers["x-request-id"] != bad
        good = await stage.nobody("GET", "/healthz", headers={"X-Request-Id": "0123-abcd.ef_"})
        assert good.headers["x-request-id"] == "0123-abcd.ef_"

    play(scene)


def test_the_documentation_needs_no_network_and_no_script() -> None:
    async def scene(stage: ApiStage) -> None:
        page = await stage.nobody("GET", "/docs")
        assert page.headers["content-type"].startswith("text/html")
        assert "<script" not in page.text
        assert "src=" not in page.text
        assert "http://" not in page.text.replace("http://localhost", "")
        # The reader's own way to the server, and no other address.
        assert "https://" not in page.text.replace("https://interview.example", "")
        assert "curl -s https://interview.example/api/guests" in page.text
        assert "{base}" not in page.text
        document = (await stage.nobody("GET", "/openapi.json")).json()
        for path, operations in document["paths"].items():
            assert path in page.text
            for operation in operations.values():
                assert operation["description"]
                assert "500" in operation["responses"]
                if path.startswith("/api") and path != "/api/guests":
                    assert operation["security"] == [{"bearer": []}]
                    assert {"401", "404", "422", "429", "503"} <= set(operation["responses"])

    play(scene)


def test_metrics_are_for_this_machine_and_for_whoever_has_the_token() -> None:
    token = "a token of the operator's, long enough"

    async def scene(stage: ApiStage) -> None:
        async def asked(**headers: str) -> int:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            return (await stage.nobody("GET", "/metrics", headers=named)).status_code

        assert await asked() == 200
        # A proxy on this machine passes on what comes from elsewhere.
        for name in ("x_forwarded_for", "forwarded", "x_real_ip"):
            assert await asked(**{name: "203.0.113.9"}) == 404
        assert await asked(x_forwarded_for="203.0.113.9", authorization=f"Bearer {token}") == 200
        assert await asked(x_forwarded_for="203.0.113.9", authorization="Bearer wrong") == 404

    play(scene, ApiSettings(rates=NO_LIMITS, metrics_token=token))


def test_without_a_token_nobody_else_may_measure() -> None:
    async def scene(stage: ApiStage) -> None:
        headers = {"X-Forwarded-For": "203.0.113.9", "Authorization": "Bearer "}
        assert (await stage.nobody("GET", "/metrics", headers=headers)).status_code == 404

    play(scene)


def test_a_store_that_takes_nothing_is_not_ready_and_is_not_asked_too_often() -> None:
    asked = 0
    trouble: list[Exception] = []

    async def require_writable() -> None:
        nonlocal asked
        asked += 1
        if trouble:
            raise trouble[0]

    async def scene(stage: ApiStage) -> None:
        async def told() -> tuple[int, str]:
            answer = await stage.nobody("GET", "/readyz")
            return answer.status_code, answer.json()["reason"]

        assert await told() == (200, "")
        for error, reason in ((StoreFull(), "store_full"), (StoreUnavailable(), "store_unavailable")):
            trouble[:] = [error]
            stage.clock.ahead_ms += 1_000
            assert await told() == (503, reason)
        before = asked
        for _ in range(20):
            await told()
        assert asked <= before + 1
        trouble.clear()
        stage.clock.ahead_ms += 1_000
        assert await told() == (200, "")

    play(scene, require_writable=require_writable)
