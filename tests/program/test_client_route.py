"""The web client at the real server: files by name, its page everywhere else, the server's own kept."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from pathlib import Path

import httpx2
import pytest

from adapters.program import bootstrap
from adapters.program.client_files import FOLDER, installed_client
from adapters.program.client_route import POLICY
from adapters.program.settings import ServerSettings

PAGE = '<!doctype html><html><body><script type="module" src="/assets/index-1a2b.js"></script></body></html>'
SCRIPT = "export const rooms = [];\n" * 200
BUILT = {
    "index.html": PAGE,
    "assets/index-1a2b.js": SCRIPT,
    "favicon.svg": "<svg/>",
    ".secret.js": "hidden",
    "notes.py": "no kind that a client needs",
}
MISSING = (
    "/assets/index-0000.js",
    "/assets/nothing",
    "/missing.png",
    "/.secret.js",
    "/notes.py",
    "/outside.txt",
    "/..%2fsigning-key.txt",
    "/%2e%2e/signing-key.txt",
    "/api/no-such-thing",
    "/api",
    "/docs/no-such-thing",
)
Scene = Callable[[httpx2.AsyncClient], Awaitable[None]]
Visit = Callable[[Scene], None]


@pytest.fixture
def client_folder(tmp_path: Path) -> Path:
    folder = tmp_path / "web_client"
    for name, text in BUILT.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (tmp_path / "signing-key.txt").write_text("secret", encoding="utf-8")
    (folder / "outside.txt").symlink_to(tmp_path / "signing-key.txt")
    return folder


@pytest.fixture
def visit(tmp_path: Path, client_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    """Return a function that plays a scene at a server with a client."""
    return at_a_server(tmp_path / "data", client_folder, monkeypatch)


def at_a_server(data: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Visit:
    monkeypatch.setattr(bootstrap, "collect_seldom", lambda: None)
    monkeypatch.setattr(bootstrap, "installed_client", lambda: installed_client(folder))

    async def played(scene: Scene) -> None:
        async with (
            bootstrap.running_server(ServerSettings(port=0, data=data)) as server,
            httpx2.AsyncClient(base_url=f"http://127.0.0.1:{server.port}", trust_env=False) as client,
        ):
            await scene(client)

    return lambda scene: asyncio.run(played(scene))


def test_every_address_of_the_client_begins_with_its_page(visit: Visit) -> None:
    async def scene(client: httpx2.AsyncClient) -> None:
        for path in ("/", "/join", "/rooms/r-1", "/rooms/r-1/results", "/index.html"):
            answer = await client.get(path)
            assert (answer.status_code, answer.text) == (200, PAGE)
            assert answer.headers["content-type"] == "text/html; charset=utf-8"
            assert answer.headers["cache-control"] == "no-cache"
            assert answer.headers["x-content-type-options"] == "nosniff"
            again = await client.get(path, headers={"If-None-Match": answer.headers["etag"]})
            assert (again.status_code, again.content) == (304, b"")

    visit(scene)


def test_no_script_runs_that_is_not_a_file_of_the_client(visit: Visit) -> None:
    async def scene(client: httpx2.AsyncClient) -> None:
        told = (await client.get("/")).headers["content-security-policy"]
        assert told == POLICY
        rules = dict(rule.strip().split(" ", 1) for rule in told.split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["script-src"] == rules["style-src"] == rules["connect-src"] == "'self'"
        assert "unsafe" not in told
        assert "http" not in told

    visit(scene)


def test_files_whose_names_tell_their_content_are_kept_and_compressed(visit: Visit) -> None:
    async def scene(client: httpx2.AsyncClient) -> None:
        answer = await client.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "gzip"})
        assert answer.text == SCRIPT
        assert answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) < len(SCRIPT) / 10
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"
        assert answer.headers["vary"] == "Accept-Encoding"
        plain = await client.get("/assets/index-1a2b.js", headers={"Accept-Encoding": "identity"})
        assert plain.text == SCRIPT
        assert "content-encoding" not in plain.headers
        icon = await client.get("/favicon.svg")
        assert icon.headers["content-type"] == "image/svg+xml"
        assert icon.headers["cache-control"] == "no-cache"
        head = await client.head("/favicon.svg")
        assert (head.status_code, head.content) == (200, b"")

    visit(scene)


def test_what_is_not_there_is_missing(visit: Visit) -> None:
    async def scene(client: httpx2.AsyncClient) -> None:
        for path in MISSING:
            answer = await client.get(path)
            assert answer.status_code == 404, path
            assert "secret" not in answer.text
            assert "<html" not in answer.text

    visit(scene)


def test_the_servers_own_addresses_stay_its_own(visit: Visit) -> None:
    async def scene(client: httpx2.AsyncClient) -> None:
        assert (await client.get("/readyz")).json() == {"reason": "", "status": "ready"}
        assert "openapi.json" in (await client.get("/docs")).text
        assert "asyncapi" in (await client.get("/about")).text
        assert (await client.get("/api/guests")).status_code == 405
        assert (await client.post("/join")).status_code in (404, 405)

    visit(scene)


def test_without_a_client_the_first_page_and_the_invitations_page_say_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def scene(client: httpx2.AsyncClient) -> None:
        first, invited = await client.get("/"), await client.get("/join")
        assert "다대다 면접 서버" in first.text
        assert "초대 링크" in invited.text
        assert "초대 링크" not in first.text
        assert "invitation" in (await client.get("/join?lang=en")).text
        assert (await client.get("/rooms/r-1")).status_code == 404

    at_a_server(tmp_path / "data", tmp_path / "nowhere", monkeypatch)(scene)


def test_the_client_is_looked_for_beside_the_program(tmp_path: Path) -> None:
    assert FOLDER.name == "web_client"
    assert FOLDER.parent.name == "program"
    assert installed_client(tmp_path) is None
