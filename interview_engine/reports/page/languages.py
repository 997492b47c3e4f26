"""The languages that the page speaks."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from interview_engine.reports.page.wording import Wording
from interview_engine.reports.page.words_en import ENGLISH
from interview_engine.reports.page.words_ko import KOREAN
from interview_engine.vocabulary import Language

WORDINGS: Mapping[Language, Wording] = MappingProxyType({Language.KO: KOREAN, Language.EN: ENGLISH})
