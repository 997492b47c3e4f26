# ruff: noqa: INP001 -- a folder of scripts is no package
"""Korean sentences for the reference: the same that the protocol's page shows."""

from __future__ import annotations

from adapters.websocket_server.asyncapi_words import COMMANDS, EVENTS, SETTINGS

__all__ = ["COMMANDS", "EVENTS", "SETTINGS"]
