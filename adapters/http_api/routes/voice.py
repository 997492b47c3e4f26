"""Voice: a candidate's spoken answer as text to be checked, and questions and AI answers read aloud."""

# ruff: noqa: FAST003 -- the dependency that lets people in takes `room_id`
from __future__ import annotations

from typing import Annotated, Final

import msgspec
from fastapi import APIRouter, Depends, Request
from starlette.responses import Response

from adapters.http_api.asking import Inside, Reader, TheApi, VoiceInside
from adapters.http_api.languages import language_of
from adapters.http_api.problems.problem import ApiError
from adapters.http_api.voice import SpokenAnswer, VoiceFailed
from adapters.http_api.wire import answer, body_of, gives, gives_file, takes
from interview_engine.core.refusals import CommandRefused, RefusalCode
from interview_engine.core.seats import SeatKind
from interview_engine.core.views import Viewer, view

router = APIRouter(prefix="/api", tags=["voice"])

_SOUND: Final = ("audio/", "video/webm", "video/mp4", "application/octet-stream", "application/ogg")
"""What browsers call their recordings; what one is, its first bytes say."""


class VoiceAbilities(msgspec.Struct, frozen=True, kw_only=True):
    """What this server can do with voices.

    Attributes:
        transcribes: It turns recordings into text.
        speaks: It reads texts aloud.
        hearers: To whom recordings are sent, in the order in which they are asked.
        speakers: To whom texts are sent.
        longest_seconds, most_bytes: Larger recordings are refused.
    """

    transcribes: bool
    speaks: bool
    hearers: tuple[str, ...]
    speakers: tuple[str, ...]
    longest_seconds: int
    most_bytes: int


class WantedSpeech(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What to read aloud: a question, by its round, or an AI candidate's answer, by its turn."""

    round_id: Annotated[str, msgspec.Meta(max_length=100)] = ""
    turn_id: Annotated[str, msgspec.Meta(max_length=100)] = ""


RECORDING: Final[dict[str, object]] = {
    "requestBody": {
        "required": True,
        "content": {
            kind: {"schema": {"type": "string", "format": "binary"}}
            for kind in ("audio/webm", "audio/mp4", "audio/ogg", "audio/wav")
        },
    }
}


@router.get("/voice", responses=gives(VoiceAbilities))
async def abilities(api: TheApi, person: Reader) -> Response:
    """Say whether recordings are turned into text here, and texts read aloud, and by whom."""
    del person
    voice = api.parts.voice
    hearers = () if voice is None else voice.hearers
    speakers = () if voice is None else voice.speakers
    return answer(
        VoiceAbilities(
            transcribes=bool(hearers),
            speaks=bool(speakers),
            hearers=hearers,
            speakers=speakers,
            longest_seconds=api.settings.longest_recording_ms // 1000,
            most_bytes=api.settings.recording_limit,
        )
    )


@router.post("/rooms/{room_id}/transcriptions", openapi_extra=RECORDING, responses=gives(SpokenAnswer))
async def transcribe(request: Request, api: TheApi, inside: VoiceInside) -> Response:
    """Return what a candidate says in a recording, during their own turn; neither of the two is kept.

    Nothing is submitted: the text is for the person to check. How it was spoken counts for nothing.
    """
    _require_own_turn(inside)
    voice = api.parts.voice
    if voice is None or not voice.hearers:
        raise ApiError("voice_off")
    media_type = request.headers.get("content-type", "").lower()
    if not media_type.startswith(_SOUND):
        raise ApiError(
            "unsupported_media_type", detail="send the recording as it is, as audio/webm or the like"
        )
    data = await request.body()
    told = language_of(request.headers.get("accept-language", ""))
    spoken = inside.room.settings.language
    try:
        return answer(await voice.hear(inside.entrance.room_id, data, spoken, told))
    except VoiceFailed as error:
        raise ApiError(error.code) from error


@router.post(
    "/rooms/{room_id}/speech",
    openapi_extra=takes(WantedSpeech),
    responses=gives_file("audio/mpeg", "The text, read aloud."),
)
async def speak(
    api: TheApi, inside: VoiceInside, body: Annotated[WantedSpeech, Depends(body_of(WantedSpeech))]
) -> Response:
    """Read a question or an AI candidate's answer aloud that one may see now; people's words are not read."""
    seat = inside.room.seat(inside.entrance.seat_id)
    if seat is None or seat.left:
        raise ApiError("not_seated")
    text = _visible(inside, body)
    voice = api.parts.voice
    if voice is None or not voice.speakers:
        raise ApiError("speech_off")
    if not text:
        raise ApiError("nothing_to_read")
    try:
        sound = await voice.say(inside.entrance.room_id, text, inside.room.settings.language)
    except VoiceFailed as error:
        raise ApiError(error.code) from error
    return Response(sound.data, media_type=sound.media_type)


def _require_own_turn(inside: Inside) -> None:
    """Check that whoever asks is a candidate with the floor: nobody else has anything to say here.

    Raises:
        CommandRefused: They aren't.
    """
    room, seat_id = inside.room, inside.entrance.seat_id
    seat = room.seat(seat_id)
    if seat is None or seat.left or seat.kind is not SeatKind.HUMAN:
        raise CommandRefused(RefusalCode.NOT_CANDIDATE)
    if all(turn.seat_id != seat_id for turn in room.open_turns()):
        raise CommandRefused(RefusalCode.NOT_YOUR_TURN)


def _visible(inside: Inside, wanted: WantedSpeech) -> str:
    """Return the text as this seat sees it; empty where it sees none, or where it is a person's own."""
    room = view(inside.room, Viewer(seat_id=inside.entrance.seat_id))
    rounds = (*room.rounds, *((room.current,) if room.current is not None else ()))
    for found in rounds:
        if wanted.round_id and found.round_id == wanted.round_id:
            return found.question.text if found.question is not None and found.opened_at is not None else ""
        for turn in found.turns:
            seat = room.seat(turn.seat_id)
            if wanted.turn_id and turn.turn_id == wanted.turn_id:
                return turn.text if seat is not None and seat.kind is SeatKind.AI else ""
    return ""
