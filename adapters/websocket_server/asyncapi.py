"""The protocol's document: AsyncAPI 3.0 for programs, a page for people."""

from __future__ import annotations

from adapters.websocket_server.asyncapi_document import asyncapi_document, asyncapi_json
from adapters.websocket_server.asyncapi_page import asyncapi_page

__all__ = ["asyncapi_document", "asyncapi_json", "asyncapi_page"]
