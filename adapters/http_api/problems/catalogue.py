"""Every problem code: its HTTP status, its title, and what to tell a person in both languages.

Refusals of the rules are problems too: their texts are the core's, their statuses stand here.
"""

from __future__ import annotations

from typing import Final

import attrs

from interview_engine.core.refusals import RefusalCode, message
from interview_engine.vocabulary import Bilingual, Language


@attrs.frozen
class Entry:
    """A code's meaning: status, English title, and the text for people; `{seconds}` is when to try again."""

    status: int
    title: str
    message: Bilingual


def _entry(status: int, title: str, ko: str, en: str) -> Entry:
    return Entry(status, title, Bilingual(ko=ko, en=en))


_AGAIN_KO: Final = "잠시 후 다시 시도해 주세요."
_AGAIN_EN: Final = "Please try again in a moment."

_OWN: Final[dict[str, Entry]] = {
    "bad_json": _entry(400, "The body is not JSON", "요청을 읽을 수 없습니다.", "The request can't be read."),
    "bad_form": _entry(400, "The form does not read", "양식을 읽을 수 없습니다.", "The form can't be read."),
    "bad_request": _entry(400, "Bad request", "요청을 읽을 수 없습니다.", "The request can't be read."),
    "token_missing": _entry(
        401, "A token is needed", "먼저 입장해 주세요.", "Sign in or enter as a guest first."
    ),
    "token_invalid": _entry(
        401, "The token is not good", "다시 입장해 주세요.", "Your sign-in is not valid. Sign in again."
    ),
    "account_closed": _entry(
        401,
        "The account was deleted",
        "탈퇴한 계정입니다. 새로 시작하시려면 다시 참여해 주세요.",
        "This account was deleted. To begin anew, become a guest again.",
    ),
    "token_expired": _entry(
        401,
        "The token has expired",
        "입장 시간이 지났습니다. 다시 입장해 주세요.",
        "Your sign-in has expired. Sign in again.",
    ),
    "not_yours": _entry(
        403, "Not yours to do", "본인의 좌석에서만 할 수 있습니다.", "You may act for your own seat only."
    ),
    "observers_only": _entry(
        403,
        "Invited as an observer",
        "참관인으로 초대받으셨습니다. 참관으로 입장해 주세요.",
        "You are invited as an observer. Join as one.",
    ),
    "owners_only": _entry(
        403,
        "Only the room's owner may do this",
        "면접방을 만든 분만 할 수 있습니다.",
        "Only the person who opened the room may do this.",
    ),
    "hosts_only": _entry(
        403,
        "Only the host may do this",
        "방장이나 면접방을 만든 분만 할 수 있습니다.",
        "Only the host or the room's owner may do this.",
    ),
    "removed_from_room": _entry(
        403,
        "Removed from the room",
        "방장이 이 면접방에서 내보냈습니다.",
        "The host removed you from this room.",
    ),
    "consent_missing": _entry(
        403,
        "The owner has not agreed",
        "동의하셔야 문서를 AI 모델에 보냅니다. 아무것도 보내지 않았습니다.",
        "A document goes to a language model only if you agree. Nothing was sent.",
    ),
    "not_found": _entry(
        404, "There is no such page", "없는 주소입니다.", "There is nothing at this address."
    ),
    "no_such_room": _entry(
        404,
        "There is no such room",
        "면접방을 찾을 수 없거나 들어갈 수 없습니다.",
        "There is no such room, or it is not open to you.",
    ),
    "no_such_code": _entry(
        404,
        "No room is open under this code",
        "이 코드로 들어갈 면접방이 없습니다. 글자를 다시 확인하시거나, 코드를 준 분께 새로 받아 주세요.",
        "No room is open under this code. Check its letters, or ask whoever gave it to you for a new one.",
    ),
    "no_such_persona": _entry(
        404, "There is no such persona", "없는 AI 지원자입니다.", "There is no such AI candidate."
    ),
    "no_such_question": _entry(
        404, "There is no such question", "없는 질문입니다.", "There is no such question."
    ),
    "no_such_view": _entry(
        404,
        "Nobody can look from there",
        "그 자리에서는 볼 수 없습니다. 지원자의 자리나 참관석을 골라 주세요.",
        "You can't look from there. Choose a candidate's seat or the observers' place.",
    ),
    "no_such_document": _entry(
        404, "There is no such document", "없는 문서입니다.", "There is no such document."
    ),
    "models_off": _entry(
        404,
        "No language model reads documents here",
        "이 서버에서는 AI 모델로 문서를 읽지 않아 아무것도 보내지 않았습니다. 내용은 직접 고쳐 주세요.",
        "No language model reads documents on this server, so nothing was sent. Edit the lines yourself.",
    ),
    "voice_off": _entry(
        404,
        "Nothing here turns speech into text",
        "이 서버에는 음성 인식이 설정되어 있지 않아 말로 답할 수 없습니다. 답변을 글로 입력해 주세요.",
        "Nothing on this server turns speech into text. Please type your answer.",
    ),
    "speech_off": _entry(
        404,
        "Nothing here reads texts aloud",
        "이 서버에는 읽어 주는 음성이 설정되어 있지 않습니다. 기기의 음성으로 들어 주세요.",
        "No voice is configured on this server. Use your device's own.",
    ),
    "nothing_to_read": _entry(
        404,
        "There is nothing to read aloud",
        "읽어 드릴 수 있는 질문이나 AI 지원자의 답변이 없습니다.",
        "There is no question and no AI candidate's answer to read under this id.",
    ),
    "guests_closed": _entry(
        404,
        "Guests are not taken",
        "이 서버는 손님 입장을 받지 않습니다. 로그인해 주세요.",
        "This server takes no guests. Sign in instead.",
    ),
    "documents_closed": _entry(
        404, "Documents are not taken", "이 서버는 문서를 받지 않습니다.", "This server takes no documents."
    ),
    "method_not_allowed": _entry(
        405, "Method not allowed", "지원하지 않는 요청입니다.", "This address does not take such requests."
    ),
    "not_finished": _entry(
        409,
        "The interview is not over",
        "면접이 끝난 뒤에 할 수 있습니다.",
        "This can be done when the interview is over.",
    ),
    "not_seated": _entry(
        409, "Not seated", "이 면접방에 앉은 뒤에 할 수 있습니다.", "Take a seat in this room first."
    ),
    "not_asked": _entry(
        409,
        "The question was not put to you",
        "본인이 받은 질문만 다시 답할 수 있습니다.",
        "Only a question that was put to you can be answered again.",
    ),
    "others_words": _entry(
        409,
        "Other people's words stand before it",
        "다른 분의 말이 담긴 면접은 이어서 다시 답할 수 없습니다.",
        "This interview holds other people's words, so it can't be answered again in a room of your own.",
    ),
    "words_deleted": _entry(
        409,
        "Words were deleted",
        "삭제된 글이 있어 다시 답할 수 없습니다.",
        "Words were deleted from this interview, so it can't go on from there.",
    ),
    "item_exists": _entry(
        409, "It exists already", "이미 있는 이름(id)입니다.", "There is one with this id already."
    ),
    "too_many_items": _entry(
        409,
        "Too many are kept",
        "더 보관할 수 없습니다. 쓰지 않는 것을 지운 뒤 다시 시도해 주세요.",
        "No more can be kept. Delete one that you don't use.",
    ),
    "body_too_large": _entry(
        413, "The body is too large", "보내신 내용이 너무 큽니다.", "What you sent is too large."
    ),
    "document_too_large": _entry(
        413, "The document is too large", "문서가 너무 큽니다.", "The document is too large."
    ),
    "recording_too_large": _entry(
        413, "The recording is too large", "녹음 파일이 너무 큽니다.", "The recording is too large."
    ),
    "recording_too_long": _entry(
        413,
        "The recording is too long",
        "녹음이 너무 깁니다. 나누어 녹음해 주세요.",
        "The recording is too long. Record it in parts.",
    ),
    "recording_unknown_kind": _entry(
        415,
        "The recording's kind is not taken",
        "WebM, MP4, WAV, Ogg 녹음만 글로 옮길 수 있습니다.",
        "Only WebM, MP4, WAV and Ogg recordings can be turned into text.",
    ),
    "unsupported_media_type": _entry(
        415,
        "The content type is not taken",
        "지원하지 않는 형식입니다.",
        "This content type is not taken.",
    ),
    "document_unknown_kind": _entry(
        415,
        "The document's kind is not taken",
        "PDF, DOCX, TXT, Markdown 문서만 읽을 수 있습니다.",
        "Only PDF, DOCX, TXT and Markdown documents can be read.",
    ),
    "bad_values": _entry(
        422,
        "Some values are not allowed",
        "입력한 값을 확인해 주세요.",
        "Check the values that you entered.",
    ),
    "bad_arguments": _entry(
        422,
        "The command's arguments are wrong",
        "입력한 값을 확인해 주세요.",
        "Check the values that you entered.",
    ),
    "unknown_command": _entry(
        422, "There is no such command", "없는 명령입니다.", "There is no such command."
    ),
    "command_id_reused": _entry(
        422,
        "The id or key was used for something else",
        "다른 요청에 이미 사용한 요청 번호(키)입니다. 새 번호로 다시 보내 주세요.",
        "This id or key was used for another request. Send it with a new one.",
    ),
    "invalid_persona": _entry(
        422,
        "The persona has problems",
        "AI 지원자의 내용을 확인해 주세요.",
        "Check what you wrote about the AI candidate.",
    ),
    "unknown_persona": _entry(
        422, "There is no such persona", "없는 AI 지원자입니다.", "There is no such AI candidate."
    ),
    "unknown_interviewer": _entry(
        422, "There is no such interviewer", "없는 면접관입니다.", "There is no such interviewer."
    ),
    "unknown_question": _entry(
        422, "There is no such question", "없는 질문입니다.", "There is no such question."
    ),
    "document_broken": _entry(
        422,
        "The document does not read",
        "문서가 손상되어 읽을 수 없습니다.",
        "The document is damaged and can't be read.",
    ),
    "document_encrypted": _entry(
        422,
        "The document is encrypted",
        "암호가 걸린 문서입니다. 암호를 풀고 다시 올려 주세요.",
        "The document is encrypted. Remove the password and upload it again.",
    ),
    "document_no_text": _entry(
        422,
        "The document has no text",
        "문서에서 글자를 찾지 못했습니다. 스캔한 문서는 읽을 수 없습니다.",
        "No text was found in the document. Scans can't be read.",
    ),
    "document_too_slow": _entry(
        422,
        "The document takes too long",
        "문서를 읽는 데 너무 오래 걸립니다. 더 작은 문서를 올려 주세요.",
        "Reading the document takes too long. Upload a smaller one.",
    ),
    "recording_empty": _entry(
        422, "The recording is empty", "녹음된 소리가 없습니다.", "There is nothing in the recording."
    ),
    "recording_broken": _entry(
        422,
        "The recording was not understood",
        "녹음을 읽지 못했습니다. 다시 녹음하거나 답변을 글로 입력해 주세요.",
        "The recording can't be read. Record it again, or type your answer.",
    ),
    "nothing_said": _entry(
        422,
        "Nothing was said",
        "말소리를 찾지 못했습니다. 마이크를 확인하고 다시 말씀해 주세요.",
        "No speech was found. Check your microphone and say it again.",
    ),
    "too_fast": _entry(
        429,
        "Too many changes to this room",
        "면접방을 너무 자주 바꾸고 있습니다. 잠시 후 다시 시도해 주세요.",
        "You are changing this room too often. Wait a moment.",
    ),
    "too_many_unfinished": _entry(
        409,
        "Too many unfinished rooms",
        "끝나지 않은 면접방이 너무 많습니다. 쓰지 않는 면접방을 삭제한 뒤 다시 시도해 주세요.",
        "You have too many unfinished rooms. Delete those that you don't need.",
    ),
    "too_many_requests": _entry(
        429,
        "Too many requests",
        "한꺼번에 너무 여러 번 시도하셨습니다. {seconds}초 뒤에 다시 시도해 주세요.",
        "That was too often at once. Try again in {seconds} s.",
    ),
    "models_spent": _entry(
        409,
        "The budget for language models is spent",
        "AI 사용 한도를 다 썼습니다. 내일 다시 시도하시거나 내용을 직접 고쳐 주세요.",
        "The budget for language models is spent. Try again tomorrow, or edit the lines yourself.",
    ),
    "voice_spent": _entry(
        409,
        "The budget for voice is spent",
        "음성 사용 한도를 다 썼습니다. 답변을 글로 입력해 주세요.",
        "The budget for voice is spent. Please type your answer.",
    ),
    "internal": _entry(
        500,
        "Something went wrong here",
        "서버에 문제가 생겼습니다. " + _AGAIN_KO,
        "Something went wrong on our side. " + _AGAIN_EN,
    ),
    "unavailable": _entry(
        503,
        "The store did not answer",
        "지금은 저장할 수 없습니다. " + _AGAIN_KO,
        "It can't be saved right now. " + _AGAIN_EN,
    ),
    "voice_silent": _entry(
        503,
        "No voice service answered",
        "음성 서비스가 응답하지 않았습니다. 다시 시도하거나 답변을 글로 입력해 주세요.",
        "No voice service answered. Try again, or type your answer.",
    ),
    "models_silent": _entry(
        503,
        "No language model answered",
        "AI 모델이 문서를 제대로 읽지 못했습니다. " + _AGAIN_KO,
        "No language model could read the document. " + _AGAIN_EN,
    ),
    "outcome_unknown": _entry(
        503,
        "It may have been done or not",
        "처리되었는지 확인하지 못했습니다. 같은 요청을 다시 보내 주세요.",
        "It may have been done or not. Send the same request again.",
    ),
    "store_full": _entry(
        503,
        "The store is full",
        "저장 공간이 부족합니다. 운영자에게 알려 주세요.",
        "The server's storage is full. Please tell its operator.",
    ),
    "room_quarantined": _entry(
        503,
        "The room's log does not read",
        "이 면접방의 기록에 문제가 있어 운영자의 확인을 기다리고 있습니다.",
        "This room's log is damaged and waits for the operator.",
    ),
    "took_too_long": _entry(
        503, "It took too long", "계산이 너무 오래 걸립니다. " + _AGAIN_KO, "It takes too long. " + _AGAIN_EN
    ),
    "draining": _entry(
        503,
        "The server is shutting down",
        "서버가 다시 시작하는 중입니다. " + _AGAIN_KO,
        "The server is restarting. " + _AGAIN_EN,
    ),
    "too_many_rooms": _entry(
        503,
        "The server is full",
        "열린 면접방이 너무 많습니다. " + _AGAIN_KO,
        "Too many rooms are open. " + _AGAIN_EN,
    ),
}

_REFUSAL_STATUS: Final[dict[RefusalCode, int]] = {
    RefusalCode.NO_ROOM: 404,
    RefusalCode.UNKNOWN_SEAT: 422,
    RefusalCode.UNKNOWN_TURN: 422,
    RefusalCode.UNKNOWN_ROUND: 422,
    RefusalCode.NOT_HOST: 403,
    RefusalCode.NOT_CANDIDATE: 403,
    RefusalCode.NOT_YOUR_TURN: 403,
    RefusalCode.BAD_VALUE: 422,
    RefusalCode.ANSWER_EMPTY: 422,
    RefusalCode.TEXT_TOO_LONG: 422,
    RefusalCode.DRAFT_TOO_SOON: 429,
    RefusalCode.CHAT_TOO_FAST: 429,
}
"""Statuses of refusals; the others conflict with the room as it is: 409."""


def _refusal(code: RefusalCode) -> Entry:
    texts = Bilingual(ko=message(code, Language.KO), en=message(code, Language.EN))
    title = code.value.replace("_", " ").capitalize()
    return Entry(_REFUSAL_STATUS.get(code, 409), title, texts)


CATALOGUE: Final[dict[str, Entry]] = _OWN | {code.value: _refusal(code) for code in RefusalCode}
"""Every code that a problem may carry."""


def codes_by_status() -> dict[int, tuple[str, ...]]:
    """Return the codes of each status, both in order."""
    found: dict[int, list[str]] = {}
    for code, entry in CATALOGUE.items():
        found.setdefault(entry.status, []).append(code)
    return {status: tuple(sorted(codes)) for status, codes in sorted(found.items())}
