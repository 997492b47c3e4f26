"""Frames that no good client sends: mutated ones, JSON of any shape, and bytes of no shape at all."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import msgspec

from adapters.service.commands_on_wire import COMMANDS
from interview_engine.testing.dice import Dice

_TEXTS: Final = (
    "",
    "a",
    "r1-1",
    "김지원",
    "x" * 300,
    "x" * 5_001,
    "\u0000",
    "\u202e\u200b",
    "😀" * 40,
    "null",
    "../../etc",
    "' or 1=1 --",
    "p-9addb4286d8c3851",
)
_NUMBERS: Final = (0, 1, -1, 2**31, 2**53, 2**63, 2**64, 10**30, -(10**30), 1.5, -0.0, 1e308)
_ODD_JSON: Final = (
    b'{"type":"ping","t":1e999}',
    b'{"type":"ping","t":NaN}',
    b'{"type":"ping","t":1' + b"0" * 400 + b"}",
    b'{"type":"command","id":"\\ud800","name":"send_chat","data":{"text":"\\udfff"}}',
    b'{"type":"command","id":"a","name":"send_chat","data":{"text":"\\ud83d"}}',
    b'{"type":"command","id":"a","name":"send_chat","data":' + b"[" * 900 + b"]" * 900 + b"}",
    b'{"type":"command","id":"a","name":"send_chat","data":' + b'{"a":' * 3_000 + b"1" + b"}" * 3_000 + b"}",
    b"[" * 20_000,
    b'{"type":"hello"}',
    b'{"type":"resync","type":"ping","t":1}',
    b'{"type":"resync"} trailing',
    b'\xef\xbb\xbf{"type":"resync"}',
    b'{"type":"signal","kind":"typing"}',
    b'{"type":"ask_legal"}',
    b'{"type":"resync"}',
    b"",
    b" ",
    b"null",
    b"true",
    b'"hello"',
    b"\xff\xfe\x00",
    b"\xc0\x80",
    b'{"type":"\xff"}',
)
_FIELDS: Final = (
    *("type", "id", "name", "data", "kind", "t", "token", "room", "last_seq", "proto", "lang", "invitation"),
    *("turn_id", "text", "seat_id", "ready", "facts", "ms", "settings", "persona_id", "observer", "round_id"),
)


def fuzzed(dice: Dice) -> bytes:
    """Return one frame, drawn."""
    return dice.pick(_MAKERS)(dice)


def _valid(dice: Dice) -> bytes:
    arguments: dict[str, object] = {dice.pick(_FIELDS): _value(dice, 1) for _ in range(dice.below(3))}
    names = (*COMMANDS, "create_room", "tick", "", "submit_answer ")
    frame = {"type": "command", "id": f"f{dice.below(400)}", "name": dice.pick(names), "data": arguments}
    return msgspec.json.encode(frame)


def _well_meant(dice: Dice) -> bytes:
    name, arguments = dice.pick(
        (
            ("send_chat", {"text": f"말 {dice.below(100)}"}),
            ("set_ready", {"ready": dice.chance(50)}),
            ("join_room", {"name": "누구", "observer": dice.chance(50)}),
            ("share_resume", {"facts": ["하나", "둘"]}),
            ("change_settings", {"settings": {dice.pick(("difficulty", "plan", "x")): _value(dice, 2)}}),
            ("add_ai_candidate", {"persona_id": dice.pick(("naver-steady", "", "x"))}),
            ("submit_answer", {"turn_id": "r1-1", "text": "답"}),
            ("save_draft", {"turn_id": "r1-1", "text": "초안"}),
            ("start_interview", {}),
        )
    )
    frame = {"type": "command", "id": f"g{dice.below(10**6)}", "name": name, "data": arguments}
    return msgspec.json.encode(frame)


def _mutated(dice: Dice) -> bytes:
    frame = bytearray(dice.pick((_valid, _well_meant))(dice))
    for _ in range(dice.between(1, 4)):
        place = dice.below(len(frame)) if frame else 0
        match dice.below(4):
            case 0 if frame:
                frame[place] = dice.below(256)
            case 1:
                frame[place:place] = dice.pick((b'"', b"{", b"]", b"\\u", b",", b"0", b"\x00"))
            case 2:
                del frame[place : place + dice.between(1, 9)]
            case _:
                frame += frame[: dice.below(20)]
    return bytes(frame)


def _any_json(dice: Dice) -> bytes:
    kinds = ("hello", "command", "signal", "ping", "ask_legal", "resync", "welcome", "x", "")
    frame = {"type": dice.pick(kinds)} | {dice.pick(_FIELDS): _value(dice, 3) for _ in range(dice.below(5))}
    return msgspec.json.encode(frame)


def _bytes(dice: Dice) -> bytes:
    return bytes(dice.below(256) for _ in range(dice.pick((1, 3, 17, 60))))


def _odd(dice: Dice) -> bytes:
    return dice.pick(_ODD_JSON)


def _value(dice: Dice, depth: int) -> object:
    match dice.below(8 if depth else 5):
        case 0:
            return None
        case 1:
            return dice.chance(50)
        case 2:
            number = dice.pick(_NUMBERS)
            return number if abs(number) < 2**63 else str(number)
        case 3 | 4:
            return dice.pick(_TEXTS)
        case 5 | 6:
            return [_value(dice, depth - 1) for _ in range(dice.below(4))]
        case _:
            return {dice.pick(_FIELDS): _value(dice, depth - 1) for _ in range(dice.below(4))}


_MAKERS: Final[tuple[Callable[[Dice], bytes], ...]] = (
    _valid,
    _valid,
    _well_meant,
    _mutated,
    _mutated,
    _mutated,
    _any_json,
    _any_json,
    _bytes,
    _odd,
)
