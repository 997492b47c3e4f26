"""The secret is made once, for its owner's eyes, and nothing weaker is taken for one."""

from __future__ import annotations

import os
import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from adapters.local_identity.secret import SecretRefused, load_or_make_secret
from interview_engine.vocabulary import Language


def private(path: Path, data: bytes, mode: int = 0o600) -> Path:
    path.write_bytes(data)
    path.chmod(mode)
    return path


def test_it_is_made_once_and_is_the_same_ever_after(tmp_path: Path) -> None:
    path = tmp_path / "secret"
    secret = load_or_make_secret(path)
    assert len(secret) == 32
    assert load_or_make_secret(path) == secret
    assert path.read_bytes() == secret
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret"]
    assert load_or_make_secret(tmp_path / "another") != secret


@pytest.mark.parametrize("umask", [0o000, 0o022, 0o077])
def test_only_its_owner_may_read_it_whatever_the_umask(tmp_path: Path, umask: int) -> None:
    before = os.umask(umask)
    try:
        load_or_make_secret(tmp_path / "secret")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_of_many_that_make_it_at_once_all_get_the_same(tmp_path: Path) -> None:
    with ThreadPoolExecutor(16) as pool:
        made = set(pool.map(lambda _: load_or_make_secret(tmp_path / "secret"), range(64)))
    assert len(made) == 1
    assert [entry.name for entry in tmp_path.iterdir()] == ["secret"]


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o644, 0o620, 0o602, 0o610])
def test_one_that_others_could_touch_is_refused_with_the_remedy(tmp_path: Path, mode: int) -> None:
    path = private(tmp_path / "secret", b"x" * 32, mode)
    with pytest.raises(SecretRefused, match="chmod 600") as caught:
        load_or_make_secret(path)
    assert caught.value.code == "secret_open_to_others"
    path.chmod(0o600)
    assert load_or_make_secret(path) == b"x" * 32


@pytest.mark.parametrize("size", [0, 1, 31])
def test_a_short_one_is_refused_and_left_alone(tmp_path: Path, size: int) -> None:
    path = private(tmp_path / "secret", b"k" * size)
    with pytest.raises(SecretRefused) as caught:
        load_or_make_secret(path)
    assert caught.value.code == "secret_too_short"
    assert path.read_bytes() == b"k" * size


def test_an_operators_own_longer_secret_is_taken(tmp_path: Path) -> None:
    assert load_or_make_secret(private(tmp_path / "secret", b"s" * 64, 0o400)) == b"s" * 64


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe", 0o600)
    for name in ("folder", "pipe"):
        with pytest.raises(SecretRefused) as caught:
            load_or_make_secret(tmp_path / name)
        assert caught.value.code == "secret_not_a_file"
    with pytest.raises(SecretRefused) as caught:
        load_or_make_secret(private(tmp_path / "huge", b"x" * 5_000))
    assert caught.value.code == "secret_not_a_file"


def test_a_missing_folder_is_said_to_be_out_of_reach(tmp_path: Path) -> None:
    with pytest.raises(SecretRefused) as caught:
        load_or_make_secret(tmp_path / "nowhere" / "secret")
    assert caught.value.code == "secret_unreachable"


def test_messages_say_the_same_in_both_languages_and_never_the_secret(tmp_path: Path) -> None:
    path = private(tmp_path / "secret", b"do-not-tell-this", 0o600)
    with pytest.raises(SecretRefused) as caught:
        load_or_make_secret(path)
    korean, english = caught.value.message(Language.KO), caught.value.message(Language.EN)
    assert str(path) in korean
    assert str(path) in english
    assert "다시" in korean
    assert str(caught.value) == english
    assert "do-not-tell-this" not in korean + english + repr(caught.value)
