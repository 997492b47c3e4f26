"""What is said over the socket: JSON text, one object a frame, told apart by `type`.

The first frame is `Hello`; then `Welcome`, and from there on each side speaks when it has something to say.
Seqs are contiguous for each viewer: `event` and `skip` together leave no gap, and a `snapshot` starts anew.
"""

from __future__ import annotations

from typing import Final

import msgspec

PROTOCOL: Final = 1
"""The version of the protocol."""
LARGEST_FRAME: Final = 65_536
"""Most bytes of a frame that a client may send."""
NOTHING: Final = msgspec.Raw(b"{}")


class Frame(msgspec.Struct, frozen=True, kw_only=True, tag_field="type"):
    """Anything said over the socket."""


# From the client


class Hello(Frame, frozen=True, kw_only=True, tag="hello"):
    """The first frame: who, where, and what is known already.

    Attributes:
        proto: The protocol's version, 1.
        token: A guest token, or an identity provider's.
        room: Which room.
        last_seq: The last seq that this client has applied; None for a fresh start.
        invitation: A signed invitation, if that is how one comes in.
        lang: Language of messages for people, `ko` or `en`; empty for the room's.
    """

    proto: int
    token: str
    room: str
    last_seq: int | None = None
    invitation: str = ""
    lang: str = ""


class CommandFrame(Frame, frozen=True, kw_only=True, tag="command"):
    """A command. The same id may be sent again until its outcome has come.

    Attributes:
        id: 1 to 64 characters; one's own, for this command alone, and unguessable: a random UUID will do.
        name: Which command, as `submit_answer`.
        data: Its arguments.
    """

    id: str
    name: str
    data: msgspec.Raw = NOTHING


class SignalFrame(Frame, frozen=True, kw_only=True, tag="signal"):
    """A passing sign of life for the others: `typing`, `speaking` or `idle`. Never stored, may get lost."""

    kind: str


class Ping(Frame, frozen=True, kw_only=True, tag="ping"):
    """Asks for the server's time; `t` is the client's own, in ms, and comes back."""

    t: float


class AskLegal(Frame, frozen=True, kw_only=True, tag="ask_legal"):
    """Asks what one may do now."""


class Resync(Frame, frozen=True, kw_only=True, tag="resync"):
    """Asks for a snapshot: the client has found a gap, or distrusts its state."""


ClientFrame = Hello | CommandFrame | SignalFrame | Ping | AskLegal | Resync


# From the server


class You(msgspec.Struct, frozen=True, kw_only=True):
    """Who the client is in this room.

    Attributes:
        seat_id: The client's place, taken or not.
        role: What one may sit as: `candidate` or `observer`.
        owner: Whether one opened the room.
    """

    seat_id: str
    role: str
    owner: bool


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """What the server holds a client to.

    Attributes:
        largest_frame: Bytes.
        frames_per_second: Sustained rate; short bursts may be faster.
        draft_every_ms: Drafts that come faster are refused.
    """

    largest_frame: int
    frames_per_second: float
    draft_every_ms: int


class Welcome(Frame, frozen=True, kw_only=True, tag="welcome"):
    """The answer to `hello`.

    Attributes:
        proto: The protocol's version.
        room: Which room.
        you: Who one is here.
        resumed: True: the events behind `last_seq` follow. False: `snapshot` is the state to start from.
        seq: The seq that the client's state has when it has applied this frame.
        snapshot: The room as one may see it; null when resumed.
        server_time: ms since the Unix epoch.
        limits: What the server holds a client to.
    """

    proto: int
    room: str
    you: You
    resumed: bool
    seq: int
    snapshot: msgspec.Raw
    server_time: int
    limits: Limits


class SnapshotFrame(Frame, frozen=True, kw_only=True, tag="snapshot"):
    """The whole state again, in the same socket.

    Attributes:
        seq: The seq of this state; what was missed before it is in it.
        room: The room as one may see it.
        reason: `asked`, `lagging` (too much was waiting to be sent) or `rewritten` (words were deleted).
    """

    seq: int
    room: msgspec.Raw
    reason: str


class EventFrame(Frame, frozen=True, kw_only=True, tag="event"):
    """Something happened.

    Attributes:
        seq: Its place in the room's log.
        name: Which event, as `turn_opened`.
        data: The event as one may see it; `at` within it is its instant.
    """

    seq: int
    name: str
    data: msgspec.Raw


class Skip(Frame, frozen=True, kw_only=True, tag="skip"):
    """Something happened that this viewer may not see: seqs from `seq` to `through`, both included."""

    seq: int
    through: int


class OutcomeFrame(Frame, frozen=True, kw_only=True, tag="outcome"):
    """What came of a command; when `committed` or `duplicate`, it is durable.

    Attributes:
        id: The command's.
        status: `committed`, `duplicate`, `refused`, or `unknown`: ask again with the same id.
        seq: Of its first event; null when refused or unknown.
        code: Why it was refused; empty otherwise.
        message: The same for a person, in their language.
        detail: For developers.
    """

    id: str
    status: str
    seq: int | None = None
    code: str = ""
    message: str = ""
    detail: str = ""


class PeerSignal(Frame, frozen=True, kw_only=True, tag="peer_signal"):
    """Somebody else is typing or speaking, or no longer."""

    seat_id: str
    kind: str


class Pong(Frame, frozen=True, kw_only=True, tag="pong"):
    """The answer to `ping`: its `t`, and the server's time in ms since the Unix epoch."""

    t: float
    server_time: float


class Legal(Frame, frozen=True, kw_only=True, tag="legal"):
    """What one may do now: command names. `seq` is the state that this is said of."""

    seq: int
    commands: tuple[str, ...]


class Warn(Frame, frozen=True, kw_only=True, tag="warning"):
    """Something is wrong, and the connection goes on: `slow_down`, `bad_frame`."""

    code: str
    message: str


class Bye(Frame, frozen=True, kw_only=True, tag="bye"):
    """The last frame before a close, if there is time for one.

    Attributes:
        code: The close code.
        reason: Its name.
        message: The same for a person.
        retry_after_ms: When to come back; null for never.
    """

    code: int
    reason: str
    message: str
    retry_after_ms: int | None = None


ServerFrame = (
    Welcome | SnapshotFrame | EventFrame | Skip | OutcomeFrame | PeerSignal | Pong | Legal | Warn | Bye
)

_client_frames: Final[msgspec.json.Decoder[ClientFrame]] = msgspec.json.Decoder(ClientFrame)
_server_frames: Final[msgspec.json.Decoder[ServerFrame]] = msgspec.json.Decoder(ServerFrame)
_encoder: Final = msgspec.json.Encoder()


UNREADABLE: Final = (msgspec.DecodeError, UnicodeDecodeError, RecursionError)
"""What decoding raises for bytes that are no frame."""


def encode(frame: Frame) -> bytes:
    """Return a frame as JSON."""
    return _encoder.encode(frame)


def decode_client(text: bytes) -> ClientFrame:
    """Return a client's frame.

    Raises:
        UNREADABLE: It is none.
    """
    return _client_frames.decode(text)


def decode_server(text: bytes) -> ServerFrame:
    """Return a server's frame; unknown fields are passed over.

    Raises:
        msgspec.DecodeError: It is none.
    """
    return _server_frames.decode(text)
