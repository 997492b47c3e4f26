"""What each close code means and whether to come back, in both languages."""

from __future__ import annotations

from typing import Final

from adapters.websocket_server.close_codes import CloseCode
from interview_engine.vocabulary import Bilingual

CLOSE_CODES: Final = {
    CloseCode.NORMAL: Bilingual(
        ko="클라이언트가 닫았습니다. 다시 오지 않습니다.", en="The client closed. Don't come back."
    ),
    CloseCode.SERVICE_RESTART: Bilingual(
        ko="서버가 다시 시작합니다. `bye`가 알려 준 시간 뒤에 다시 오십시오.",
        en="The server restarts. Come back after the hint in `bye`.",
    ),
    CloseCode.REMOVED: Bilingual(
        ko="방장이 내보냈습니다. 다시 들어올 수 없습니다.", en="The host removed you. Don't come back."
    ),
    CloseCode.BAD_FRAME: Bilingual(
        ko="규약에 맞지 않는 프레임을 보냈습니다. 클라이언트를 고쳐야 합니다.",
        en="The client broke the protocol. It has to be mended.",
    ),
    CloseCode.NOT_AUTHENTICATED: Bilingual(
        ko="토큰이 없거나 만료되었거나 올바르지 않습니다. 다시 로그인한 뒤에 오십시오.",
        en="The token is missing, expired or wrong. Come back after signing in again.",
    ),
    CloseCode.NO_SUCH_ROOM: Bilingual(
        ko="면접방이 없거나, 지워졌거나, 들어갈 수 없는 방입니다.",
        en="The room is missing, deleted, or not yours.",
    ),
    CloseCode.HELLO_TIMEOUT: Bilingual(
        ko="첫 프레임 `hello`가 제때 오지 않았습니다. 다시 오십시오.",
        en="The first frame, `hello`, did not come in time. Come back.",
    ),
    CloseCode.SUPERSEDED: Bilingual(
        ko="같은 사람이 다른 곳에서 접속했습니다. 스스로 다시 오지 않습니다.",
        en="The same person connected elsewhere. Don't come back by yourself.",
    ),
    CloseCode.FRAME_TOO_LARGE: Bilingual(
        ko="프레임이 허용된 크기보다 큽니다. 클라이언트를 고쳐야 합니다.",
        en="A frame was larger than allowed. The client has to be mended.",
    ),
    CloseCode.UNKNOWN_PROTOCOL: Bilingual(
        ko="서버가 모르는 규약 버전입니다. 클라이언트를 새 버전으로 바꾸십시오.",
        en="The server doesn't know this version of the protocol. Upgrade the client.",
    ),
    CloseCode.TOO_FAST: Bilingual(
        ko="프레임을 너무 빠르게 보냈습니다. `bye`가 알려 준 시간 뒤에 다시 오십시오.",
        en="Frames came too fast. Come back after the hint in `bye`.",
    ),
    CloseCode.TRY_LATER: Bilingual(
        ko="저장소에 문제가 있거나 서버가 가득 찼습니다. `bye`가 알려 준 시간 뒤에 다시 오십시오.",
        en="The store is in trouble, or the server is full. Come back after the hint in `bye`.",
    ),
    CloseCode.TOO_SLOW: Bilingual(
        ko="보낸 것을 제때 받지 않았습니다. `last_seq`와 함께 다시 오십시오.",
        en="What was sent was not taken in time. Come back with `last_seq`.",
    ),
}
"""Every registered code. A connection that is lost without one counts as 1006: come back."""
