"""The signing secret in a file: made once, whole or not at all, and readable by its owner alone."""

from __future__ import annotations

import os
import secrets
import stat
from contextlib import suppress
from pathlib import Path
from typing import Final

from adapters.local_identity.signing import SHORTEST_SECRET
from interview_engine.vocabulary import Bilingual, Language

SECRET_BYTES: Final = 32

_LONGEST: Final = 4_096
_OTHERS: Final = stat.S_IRWXG | stat.S_IRWXO
_MESSAGES: Final = {
    "secret_open_to_others": Bilingual(
        ko="{path} 파일을 다른 사용자도 읽을 수 있습니다. `chmod 600 {path}`를 실행해 주십시오. 이미 "
        "유출되었을 수 있다면 파일을 지우십시오. 새로 만들어지며, 모든 손님은 다시 들어와야 합니다.",
        en="{path} is open to other users; run `chmod 600 {path}`. If somebody may have read it, delete it: "
        "a new one is made, and all guests have to come in anew.",
    ),
    "secret_too_short": Bilingual(
        ko="{path} 파일의 서명 비밀이 너무 짧습니다. 32바이트 이상이어야 합니다. 파일을 지우면 새로 "
        "만들어지며, 모든 손님은 다시 들어와야 합니다.",
        en="the signing secret in {path} is too short, it must have 32 bytes or more; delete the file: "
        "a new one is made, and all guests have to come in anew.",
    ),
    "secret_not_a_file": Bilingual(
        ko="{path}에서 서명 비밀을 읽을 수 없습니다. 4KiB 이하의 일반 파일이어야 합니다.",
        en="{path} is no signing secret: it must be a regular file of at most 4 KiB.",
    ),
    "secret_unreachable": Bilingual(
        ko="서명 비밀 파일 {path}을(를) 읽거나 만들 수 없습니다: {why}",
        en="the signing secret {path} can be neither read nor made: {why}",
    ),
}


class SecretRefused(Exception):
    """A file that is not used as a secret. `code` is stable.

    Attributes:
        code: `secret_open_to_others`, `secret_too_short`, `secret_not_a_file` or `secret_unreachable`.
        path: Which file.
        why: The system's reason, when there is one.
    """

    def __init__(self, code: str, path: Path, why: str = "") -> None:
        super().__init__(code, path, why)
        self.code, self.path, self.why = code, path, why

    def message(self, language: Language) -> str:
        """Return what is wrong and what to do, for an operator."""
        return _MESSAGES[self.code].spoken_in(language).format(path=self.path, why=self.why)

    def __str__(self) -> str:
        """Return the English message; never the secret."""
        return self.message(Language.EN)


def load_or_make_secret(path: Path) -> bytes:
    """Return the secret in a file, made if there is none; of two that make it at once, one wins for both.

    Args:
        path: The file; its folder must exist.

    Raises:
        SecretRefused: It can't be used, or not be made.
    """
    try:
        if not path.exists():
            _make(path)
        return _load(path)
    except OSError as error:
        raise SecretRefused("secret_unreachable", path, error.strerror or type(error).__name__) from error


def _load(path: Path) -> bytes:
    # O_NONBLOCK: a pipe without a writer must not hold up the start.
    handle = os.open(path, os.O_RDONLY | os.O_CLOEXEC | os.O_NONBLOCK)
    try:
        found = os.fstat(handle)
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LONGEST:
            raise SecretRefused("secret_not_a_file", path)
        if stat.S_IMODE(found.st_mode) & _OTHERS:
            raise SecretRefused("secret_open_to_others", path)
        secret = os.read(handle, _LONGEST)
    finally:
        os.close(handle)
    if len(secret) < SHORTEST_SECRET:
        raise SecretRefused("secret_too_short", path)
    return secret


def _make(path: Path) -> None:
    """Make the file under another name, and give it its own when all of it is on the disk."""
    draft = path.with_name(f"{path.name}.{secrets.token_hex(8)}.part")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)
    try:
        try:
            os.write(handle, secrets.token_bytes(SECRET_BYTES))
            os.fsync(handle)
        finally:
            os.close(handle)
        # A link, unlike a renaming, never takes the place of a file that somebody else made meanwhile.
        with suppress(FileExistsError):
            os.link(draft, path)
    finally:
        draft.unlink()
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
