"""Refusals: why a command was not carried out. Codes are stable; every text exists in both languages.

CommandRefused
 `- carries a RefusalCode and a short detail for developers; `message(code, language)` is for people.
"""

from __future__ import annotations

import enum

from interview_engine.vocabulary import Bilingual, Language


class RefusalCode(enum.Enum):
    """Stable reasons for refusing a command."""

    ROOM_EXISTS = "room_exists"
    NO_ROOM = "no_room"
    WRONG_STAGE = "wrong_stage"
    PAUSED = "paused"
    NOT_PAUSED = "not_paused"
    UNKNOWN_SEAT = "unknown_seat"
    SEAT_TAKEN = "seat_taken"
    SEAT_GONE = "seat_gone"
    NOT_HOST = "not_host"
    NOT_CANDIDATE = "not_candidate"
    ROOM_FULL = "room_full"
    TOO_FEW_CANDIDATES = "too_few_candidates"
    NO_HUMAN = "no_human"
    NO_INTERVIEWER = "no_interviewer"
    NOT_EVERYONE_READY = "not_everyone_ready"
    NOTHING_TO_DO = "nothing_to_do"
    BAD_VALUE = "bad_value"
    UNKNOWN_TURN = "unknown_turn"
    NOT_YOUR_TURN = "not_your_turn"
    TURN_CLOSED = "turn_closed"
    TURN_NOT_OPEN = "turn_not_open"
    TIME_IS_UP = "time_is_up"
    ANSWER_EMPTY = "answer_empty"
    TEXT_TOO_LONG = "text_too_long"
    DRAFT_TOO_SOON = "draft_too_soon"
    CHAT_CLOSED = "chat_closed"
    CHAT_TOO_FAST = "chat_too_fast"
    NOT_SPEAKING = "not_speaking"
    UNKNOWN_ROUND = "unknown_round"


_MESSAGES: dict[RefusalCode, Bilingual] = {
    RefusalCode.ROOM_EXISTS: Bilingual(ko="이미 만들어진 면접방입니다.", en="This room already exists."),
    RefusalCode.NO_ROOM: Bilingual(
        ko="면접방이 아직 없습니다. 먼저 면접방을 만들어 주세요.",
        en="There is no room yet. Create one first.",
    ),
    RefusalCode.WRONG_STAGE: Bilingual(
        ko="지금 단계에서는 할 수 없는 동작입니다.",
        en="This can't be done at this stage of the interview.",
    ),
    RefusalCode.PAUSED: Bilingual(
        ko="면접이 일시 정지되어 있습니다. 재개된 뒤에 다시 시도해 주세요.",
        en="The interview is paused. Try again when it goes on.",
    ),
    RefusalCode.NOT_PAUSED: Bilingual(
        ko="면접이 일시 정지된 상태가 아닙니다.", en="The interview is not paused."
    ),
    RefusalCode.UNKNOWN_SEAT: Bilingual(
        ko="면접방에 없는 좌석입니다.", en="There is no such seat in this room."
    ),
    RefusalCode.SEAT_TAKEN: Bilingual(ko="이미 다른 분이 앉은 좌석입니다.", en="This seat is already taken."),
    RefusalCode.SEAT_GONE: Bilingual(ko="이미 퇴장한 좌석입니다.", en="This seat was given up."),
    RefusalCode.NOT_HOST: Bilingual(ko="방장만 할 수 있는 동작입니다.", en="Only the host may do this."),
    RefusalCode.NOT_CANDIDATE: Bilingual(
        ko="지원자 좌석에서만 할 수 있는 동작입니다.", en="Only a candidate's seat may do this."
    ),
    RefusalCode.ROOM_FULL: Bilingual(ko="남은 좌석이 없습니다.", en="There is no seat left."),
    RefusalCode.TOO_FEW_CANDIDATES: Bilingual(
        ko="지원자가 두 명 이상이어야 시작할 수 있습니다. AI 지원자를 추가해 주세요.",
        en="At least two candidates are needed. Add an AI candidate.",
    ),
    RefusalCode.NO_HUMAN: Bilingual(
        ko="참가자가 한 명 이상 있어야 시작할 수 있습니다.",
        en="At least one person must sit as a candidate.",
    ),
    RefusalCode.NO_INTERVIEWER: Bilingual(
        ko="면접관을 한 명 이상 배정해 주세요.", en="Add at least one interviewer."
    ),
    RefusalCode.NOT_EVERYONE_READY: Bilingual(
        ko="아직 준비를 마치지 않은 지원자가 있습니다.", en="Not every candidate is ready yet."
    ),
    RefusalCode.NOTHING_TO_DO: Bilingual(ko="이미 그 상태입니다.", en="That is already so."),
    RefusalCode.BAD_VALUE: Bilingual(
        ko="허용되지 않는 값입니다. 안내된 범위 안에서 다시 입력해 주세요.",
        en="This value is not allowed. Choose one within the stated limits.",
    ),
    RefusalCode.UNKNOWN_TURN: Bilingual(ko="존재하지 않는 답변 차례입니다.", en="There is no such turn."),
    RefusalCode.NOT_YOUR_TURN: Bilingual(ko="본인의 답변 차례가 아닙니다.", en="It is not your turn."),
    RefusalCode.TURN_CLOSED: Bilingual(ko="이미 마감된 답변입니다.", en="This turn has already ended."),
    RefusalCode.TURN_NOT_OPEN: Bilingual(
        ko="아직 답변이 시작되지 않았습니다. 차례를 기다려 주세요.",
        en="This turn has not begun. Wait for it to open.",
    ),
    RefusalCode.TIME_IS_UP: Bilingual(
        ko="답변 시간이 종료되었습니다. 저장된 초안이 있으면 자동으로 제출됩니다.",
        en="Time is up. Your latest saved draft, if any, is submitted for you.",
    ),
    RefusalCode.ANSWER_EMPTY: Bilingual(
        ko="답변 내용이 비어 있습니다. 답변을 입력하거나 건너뛰기를 선택해 주세요.",
        en="The answer is empty. Write something, or skip the turn.",
    ),
    RefusalCode.TEXT_TOO_LONG: Bilingual(
        ko="글이 너무 깁니다. 줄여서 다시 보내 주세요.",
        en="The text is too long. Shorten it and send it again.",
    ),
    RefusalCode.DRAFT_TOO_SOON: Bilingual(
        ko="초안은 몇 초에 한 번만 저장됩니다. 잠시 후 다시 저장됩니다.",
        en="Drafts are saved once every few seconds. It will be saved shortly.",
    ),
    RefusalCode.CHAT_CLOSED: Bilingual(
        ko="답변이 진행되는 동안에는 채팅을 보낼 수 없습니다.",
        en="Chat is closed while someone is answering.",
    ),
    RefusalCode.CHAT_TOO_FAST: Bilingual(
        ko="메시지를 너무 빠르게 보내고 있습니다. 잠시 후 다시 보내 주세요.",
        en="You are sending messages too fast. Wait a moment.",
    ),
    RefusalCode.NOT_SPEAKING: Bilingual(
        ko="건너뛸 수 있는 AI 지원자의 발언이 없습니다.",
        en="No AI candidate is speaking in this turn.",
    ),
    RefusalCode.UNKNOWN_ROUND: Bilingual(
        ko="지금 진행 중인 질문이 아닙니다.", en="This question is not being asked now."
    ),
}


def message(code: RefusalCode, language: Language) -> str:
    """Return what to tell a person whose command was refused, in their language."""
    return _MESSAGES[code].spoken_in(language)


class CommandRefused(Exception):
    """A command was not carried out; nothing happened, and the same command may be sent again."""

    def __init__(self, code: RefusalCode, detail: str = "") -> None:
        super().__init__(code, detail)
        self.code = code
        self.detail = detail

    def __str__(self) -> str:
        """Return the code with its detail."""
        return f"{self.code.value}: {self.detail}" if self.detail else self.code.value
