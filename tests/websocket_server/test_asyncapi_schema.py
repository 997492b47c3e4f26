"""The document against the AsyncAPI initiative's own schema."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest
from jsonschema_rs import Draft7Validator, ValidationError

from adapters.websocket_server.asyncapi import asyncapi_json
from tests.examples.node_packages import install

PACKAGE = Path(__file__).parent / "asyncapi_specs"

pytestmark = pytest.mark.slow


def test_the_document_is_asyncapi_3(tmp_path: Path) -> None:
    folder = install(PACKAGE, tmp_path) / "@asyncapi" / "specs" / "schemas"
    schema = Draft7Validator(json.loads((folder / "3.0.0.json").read_text(encoding="utf-8")))
    document = json.loads(asyncapi_json())
    schema.validate(document)
    broken = copy.deepcopy(document)
    broken["operations"]["tell"]["action"] = "shout"
    with pytest.raises(ValidationError):
        schema.validate(broken)
