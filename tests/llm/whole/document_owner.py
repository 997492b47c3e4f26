"""Somebody who uploads a document to a running server, and may agree to have it read."""

from __future__ import annotations

import json
import urllib.request

from tests.program.api_calls import Json, call

_EDGE = "edge-of-the-form"


class DocumentOwner:
    """A guest with one document."""

    def __init__(self, url: str, file_name: str, text: str) -> None:
        """Come in as a guest and upload a document.

        Args:
            url: The server.
            file_name: What the file is called.
            text: What it says.
        """
        self._url = url
        status, signed_in = call(f"{url}/api/guests", {"name": "김하늘"})
        assert status == 201, signed_in
        self._token = str(signed_in["token"])
        self._document_id = str(self._upload(file_name, text)["document_id"])

    def profile(self, *, consent: bool) -> tuple[int, Json]:
        """Ask for the document to be read by a model; return the status and what was said."""
        path = f"{self._url}/api/documents/{self._document_id}/profile"
        return call(path, {"consent": consent}, token=self._token)

    def _upload(self, file_name: str, text: str) -> Json:
        head = f'--{_EDGE}\r\nContent-Disposition: form-data; name="file"; filename="{file_name}"\r\n\r\n'
        request = urllib.request.Request(
            f"{self._url}/api/documents",
            f"{head}{text}\r\n--{_EDGE}--\r\n".encode(),
            {
                "Authorization": f"Bearer {self._token}",
                "Content-Type": f"multipart/form-data; boundary={_EDGE}",
            },
        )
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(request, timeout=30) as answer:
            said: Json = json.load(answer)
        return said
