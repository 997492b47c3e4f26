"""What the protocol's page says around the tables, in both languages."""

from __future__ import annotations

from typing import Final

import attrs

from interview_engine.vocabulary import Bilingual, Language

_EXCHANGE: Final = """\
> {"type":"hello","proto":1,"token":"…","room":"…","last_seq":null}
< {"type":"welcome","proto":1,"resumed":false,"seq":7,"snapshot":{…},"you":{…},…}
> {"type":"command","id":"0c1f…","name":"join_room","data":{"name":"김지원"}}
< {"type":"outcome","id":"0c1f…","status":"committed","seq":8,…}
< {"type":"event","seq":8,"name":"seat_taken","data":{…}}
< {"type":"skip","seq":9,"through":11}
< {"type":"event","seq":12,"name":"turn_opened","data":{"turn_id":"…","deadline":…}}
> {"type":"command","id":"77ab…","name":"submit_answer","data":{"turn_id":"…","text":"…"}}"""

_AUDIENCES: Final = {
    "everyone": Bilingual(ko="모두", en="everyone"),
    "owner": Bilingual(ko="본인만", en="its owner only"),
    "revealed": Bilingual(ko="본인, 공개된 뒤 모두", en="its owner; everyone once public"),
    "live": Bilingual(ko="순위가 실시간일 때와 끝난 뒤", en="while rankings are live, and at the end"),
    "round": Bilingual(ko="질문의 결과가 공개된 뒤", en="once the round's results may be shown"),
    "ended": Bilingual(ko="끝난 뒤 모두", en="everyone at the end"),
}


@attrs.frozen(kw_only=True)
class Wording:
    """The page's own sentences."""

    language: Language
    title: str
    opening: str
    document: str
    contents: str
    conversation: str
    steps: tuple[str, ...]
    from_client: str
    commands: str
    about_commands: str
    from_server: str
    events: str
    about_events: str
    close_codes: str
    about_close_codes: str
    values: str
    name: str
    meaning: str
    field: str
    fields: str
    type: str
    who_sees: str
    code: str
    come_back: str
    yes: str
    no: str
    may_be_left_out: str
    exchange: str = _EXCHANGE

    def seen_by(self, audience: str) -> str:
        """Return who may see a field or an event."""
        return _AUDIENCES[audience].spoken_in(self.language)


_KOREAN: Final = Wording(
    language=Language.KO,
    title="면접 서버 WebSocket 규약",
    opening=(
        "면접방 하나에 연결 하나로 참여합니다. 프레임은 JSON 글이고 `type`으로 구별합니다. 시각과 길이는 "
        "밀리초입니다."
    ),
    document="프로그램이 읽을 AsyncAPI 3.0 문서",
    contents="차례",
    conversation="대화의 흐름",
    steps=(
        "`/ws`에 연결하고 5초 안에 `hello`를 보냅니다. 토큰은 여기에만 넣고 주소에는 절대 넣지 않습니다.",
        (
            "`welcome`이 옵니다. 처음이면 `snapshot`에서 시작하고, `last_seq`를 보냈으면 그 다음 "
            "이벤트가 이어집니다."
        ),
        (
            "`event`와 `skip`의 seq는 빈틈없이 이어집니다. 빈틈이 보이면 `resync`를 보내고 "
            "`snapshot`에서 다시 시작합니다."
        ),
        (
            "`command`에는 무작위로 만든 새 `id`를 붙입니다. `outcome`이 올 때까지는 끊겼다 이어져도 "
            "같은 `id`로 다시 보냅니다. 두 번 일어나지 않습니다."
        ),
        (
            "`outcome`이 `committed`나 `duplicate`면 안전하게 저장된 것입니다. 거절된 명령은 아무것도 "
            "바꾸지 않으며 다시 보낼 수 있습니다."
        ),
        "`ping`을 몇 번 보내 왕복 시간이 가장 짧은 것으로 서버 시각을 맞춥니다. 마감은 서버 시각 기준입니다.",
        "`bye`와 닫는 코드가 다시 와도 되는지, 언제 와야 하는지 알려 줍니다.",
    ),
    from_client="클라이언트가 보내는 프레임",
    commands="명령",
    about_commands=(
        '명령은 `{"type":"command","id":…,"name":…,"data":{…}}`로 보냅니다. `data`에는 아래 필드를 넣습니다.'
    ),
    from_server="서버가 보내는 프레임",
    events="이벤트",
    about_events=(
        '이벤트는 `{"type":"event","seq":…,"name":…,"data":{…}}`로 옵니다. 볼 수 없는 필드에는 기본값이 '
        "들어 있고, "
        "볼 수 없는 이벤트 자리에는 `skip`이 옵니다. 여기에 없는 필드는 누구에게나 기본값입니다."
    ),
    close_codes="닫는 코드",
    about_close_codes="코드 없이 끊긴 연결은 1006으로 보고 다시 오면 됩니다.",
    values="값",
    name="이름",
    meaning="뜻",
    field="필드",
    fields="필드",
    type="형",
    who_sees="누가 보나",
    code="코드",
    come_back="다시 오나",
    yes="예",
    no="아니요",
    may_be_left_out="생략할 수 있습니다.",
)
_ENGLISH: Final = Wording(
    language=Language.EN,
    title="The interview server's WebSocket protocol",
    opening=(
        "One connection takes part in one room. Frames are JSON text, told apart by `type`; instants and "
        "lengths are in milliseconds."
    ),
    document="The same for programs: the AsyncAPI 3.0 document",
    contents="Contents",
    conversation="How a conversation goes",
    steps=(
        (
            "Connect to `/ws` and send `hello` within 5 seconds. The token goes in here, and never into the "
            "address."
        ),
        (
            "`welcome` comes: start from its `snapshot`, or, when you sent `last_seq`, from the events "
            "behind it."
        ),
        (
            "The seqs of `event` and `skip` leave no gap. If you see one, send `resync` and start from "
            "the `snapshot`."
        ),
        (
            "Give each `command` a fresh random `id`, and send it again with the same `id` after every lost "
            "connection until its `outcome` comes. It never happens twice."
        ),
        (
            "An `outcome` of `committed` or `duplicate` is durable. A refused command changed nothing "
            "and may be sent again."
        ),
        (
            "Send a few `ping`s and trust the one with the shortest round trip for the server's time: "
            "deadlines are in it."
        ),
        "`bye` and the close code say whether to come back, and when.",
    ),
    from_client="Frames from the client",
    commands="Commands",
    about_commands=(
        'A command is sent as `{"type":"command","id":…,"name":…,"data":{…}}`; `data` holds these fields.'
    ),
    from_server="Frames from the server",
    events="Events",
    about_events=(
        'An event comes as `{"type":"event","seq":…,"name":…,"data":{…}}`. A field that you may not see '
        "holds its "
        "default; instead of an event that you may not see comes a `skip`. A field that is not listed "
        "holds its "
        "default for everybody."
    ),
    close_codes="Close codes",
    about_close_codes="A connection that is lost without a code counts as 1006: come back.",
    values="Values",
    name="Name",
    meaning="Meaning",
    field="Field",
    fields="Fields",
    type="Type",
    who_sees="Who sees it",
    code="Code",
    come_back="Come back?",
    yes="yes",
    no="no",
    may_be_left_out="May be left out.",
)


def wording_in(language: Language) -> Wording:
    """Return the page's sentences in a language."""
    return _KOREAN if language is Language.KO else _ENGLISH
