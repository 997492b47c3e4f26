"""What people are told, in Korean and English: warnings, farewells, and why a command was not taken."""

from __future__ import annotations

from typing import Final

from adapters.websocket_server.close_codes import CloseCode
from interview_engine.vocabulary import Bilingual, Language

_FAREWELLS: Final = {
    CloseCode.NORMAL: Bilingual(ko="연결을 종료했습니다.", en="The connection was closed."),
    CloseCode.SERVICE_RESTART: Bilingual(
        ko="서버를 다시 시작하고 있습니다. 잠시 후 자동으로 다시 연결됩니다. 진행 상황은 그대로 보존됩니다.",
        en="The server is restarting. You will be reconnected shortly; nothing is lost.",
    ),
    CloseCode.REMOVED: Bilingual(
        ko="방장에 의해 면접방에서 퇴장되었습니다.", en="The host removed you from the room."
    ),
    CloseCode.BAD_FRAME: Bilingual(
        ko="읽을 수 없는 메시지를 받아 연결을 종료했습니다. 화면을 새로 고쳐 주세요.",
        en="The connection was closed because of messages that can't be read. Reload the page.",
    ),
    CloseCode.NOT_AUTHENTICATED: Bilingual(
        ko="로그인 정보가 없거나 유효하지 않습니다. 다시 로그인해 주세요.",
        en="Your sign-in is missing or not valid. Sign in again.",
    ),
    CloseCode.NO_SUCH_ROOM: Bilingual(
        ko="면접방을 찾을 수 없습니다. 주소나 초대 링크를 확인해 주세요.",
        en="There is no such room. Check the address or the invitation link.",
    ),
    CloseCode.HELLO_TIMEOUT: Bilingual(
        ko="연결 후 첫 메시지가 제때 오지 않았습니다. 다시 연결해 주세요.",
        en="The first message did not come in time. Connect again.",
    ),
    CloseCode.SUPERSEDED: Bilingual(
        ko="다른 창이나 기기에서 접속하여 이 연결을 종료했습니다.",
        en="You connected in another window or on another device, so this connection was closed.",
    ),
    CloseCode.FRAME_TOO_LARGE: Bilingual(
        ko="한 번에 보낼 수 있는 크기를 넘어 연결을 종료했습니다.",
        en="The connection was closed because a message was too large.",
    ),
    CloseCode.UNKNOWN_PROTOCOL: Bilingual(
        ko="지원하지 않는 버전입니다. 화면을 새로 고치거나 프로그램을 업데이트해 주세요.",
        en="This version is not supported. Reload the page or update the program.",
    ),
    CloseCode.TOO_FAST: Bilingual(
        ko="요청이 너무 많아 연결을 종료했습니다. 잠시 후 다시 연결해 주세요.",
        en="The connection was closed because of too many requests. Reconnect in a moment.",
    ),
    CloseCode.TRY_LATER: Bilingual(
        ko="지금은 연결할 수 없습니다. 잠시 후 다시 시도해 주세요.",
        en="This is not possible right now. Try again in a moment.",
    ),
    CloseCode.TOO_SLOW: Bilingual(
        ko="네트워크가 느려 연결을 종료했습니다. 다시 연결하면 이어서 진행됩니다.",
        en="The connection was too slow and was closed. Reconnect to go on where you were.",
    ),
}

_WARNINGS: Final = {
    "slow_down": Bilingual(
        ko="요청이 너무 빠릅니다. 조금 천천히 보내 주세요.", en="You are sending too fast. Slow down."
    ),
    "bad_frame": Bilingual(ko="읽을 수 없는 메시지입니다.", en="This message can't be read."),
}

_NOT_TAKEN: Final = {
    "too_fast": Bilingual(
        ko="요청이 너무 빨라 처리하지 않았습니다. 잠시 후 다시 보내 주세요.",
        en="You are sending too fast, so this was not done. Send it again in a moment.",
    ),
    "unknown_command": Bilingual(ko="알 수 없는 요청입니다.", en="There is no such command."),
    "bad_arguments": Bilingual(
        ko="요청 내용이 올바르지 않습니다. 입력값을 확인해 주세요.",
        en="The arguments of this command are not right.",
    ),
    "bad_command_id": Bilingual(
        ko="요청 번호가 올바르지 않습니다.", en="The command's id must have 1 to 64 characters."
    ),
    "account_closed": Bilingual(
        ko="탈퇴한 계정이어서 처리하지 않았습니다.", en="This account was deleted, so this was not done."
    ),
    "command_id_reused": Bilingual(
        ko="다른 요청에 이미 사용한 요청 번호입니다. 새 번호로 다시 보내 주세요.",
        en="This id was used for another command. Send it with a new one.",
    ),
    "observers_only": Bilingual(
        ko="참관자로 초대되었습니다. 참관자로 입장해 주세요.",
        en="You were invited as an observer. Join as one.",
    ),
    "not_yours": Bilingual(
        ko="본인의 좌석에서만 할 수 있는 동작입니다.", en="This can be done for your own seat only."
    ),
    "not_allowed": Bilingual(ko="허용되지 않은 동작입니다.", en="This is not allowed."),
    "try_again": Bilingual(
        ko="저장 여부가 아직 확인되지 않았습니다. 같은 요청을 다시 보내면 결과를 알 수 있습니다.",
        en="It is not known yet whether this was saved. Send the same command again to find out.",
    ),
}


def farewell(code: CloseCode, language: Language) -> str:
    """Return why a connection ends."""
    return _FAREWELLS[code].spoken_in(language)


def warning(code: str, language: Language) -> str:
    """Return what a warning says."""
    return _WARNINGS[code].spoken_in(language)


def not_taken(code: str, language: Language) -> str:
    """Return why a command was not taken, for the gateway's own codes; the room's refusals have their own."""
    return _NOT_TAKEN.get(code, _NOT_TAKEN["not_allowed"]).spoken_in(language)
