"""What the SDKs' common HTTP library says when a connection fails."""

from __future__ import annotations

from typing import Final

from adapters.llm.calling.failures import FailureKind

_BY_NAME: Final = {
    "ConnectError": FailureKind.UNREACHABLE,
    "ConnectTimeout": FailureKind.UNREACHABLE,
    "PoolTimeout": FailureKind.TIMED_OUT,
    "ReadTimeout": FailureKind.TIMED_OUT,
    "WriteTimeout": FailureKind.TIMED_OUT,
    "ReadError": FailureKind.CUT_OFF,
    "WriteError": FailureKind.CUT_OFF,
    "CloseError": FailureKind.CUT_OFF,
    "RemoteProtocolError": FailureKind.CUT_OFF,
    "DecodingError": FailureKind.GARBLED,
    "UnsupportedProtocol": FailureKind.BAD_REQUEST,
    "InvalidURL": FailureKind.BAD_REQUEST,
    "TimeoutError": FailureKind.TIMED_OUT,
}


def kind_of_transport(error: BaseException) -> FailureKind | None:
    """Return what an error of the transport means, looked up by class name through its causes; or None.

    By name, so that nothing is imported that the SDK in use has not imported itself.
    """
    seen: set[int] = set()
    found: BaseException | None = error
    while found is not None and id(found) not in seen:
        for cls in type(found).__mro__:
            if cls.__name__ in _BY_NAME:
                return _BY_NAME[cls.__name__]
        seen.add(id(found))
        found = found.__cause__ or found.__context__
    return None
