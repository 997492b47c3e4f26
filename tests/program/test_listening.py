from __future__ import annotations

import pytest

from adapters.program.listening import CannotListen, link, listen
from adapters.program.texts import program_texts
from adapters.program.troubles import explained_listening
from interview_engine.vocabulary import Language


def test_port_0_takes_a_free_one_and_a_taken_one_is_refused_with_another() -> None:
    with listen("127.0.0.1", 0) as first:
        port = first.getsockname()[1]
        assert port > 0
        with pytest.raises(CannotListen) as found:
            listen("127.0.0.1", port)
    assert found.value.code == "port_taken"
    for language in Language:
        told = explained_listening(found.value, program_texts(language))
        assert str(port) in told.message
        assert f"--port {port + 1}" in told.hint
    listen("127.0.0.1", port).close()


def test_an_address_that_is_not_ours_is_refused() -> None:
    for host in ("203.0.113.7", "no.such.host.invalid"):
        with pytest.raises(CannotListen) as found:
            listen(host, 0)
        assert found.value.code == "no_such_host"
        assert host in explained_listening(found.value, program_texts(Language.KO)).message


@pytest.mark.parametrize(
    "host,public_url,expected",
    [
        ("127.0.0.1", "", "http://127.0.0.1:8000"),
        ("0.0.0.0", "", "http://localhost:8000"),
        ("::", "", "http://localhost:8000"),
        ("::1", "", "http://[::1]:8000"),
        ("127.0.0.1", "https://interview.example/", "https://interview.example"),
    ],
)
def test_the_link_is_one_that_people_can_open(host: str, public_url: str, expected: str) -> None:
    assert link(host, 8000, public_url) == expected
