"""All bugs that were planted on purpose."""

from __future__ import annotations

from typing import Final

from tests.planted.bugs_in_people import BUGS_IN_PEOPLE
from tests.planted.bugs_in_records import BUGS_IN_RECORDS
from tests.planted.bugs_in_rules import BUGS_IN_RULES

BUGS: Final = (*BUGS_IN_RULES, *BUGS_IN_RECORDS, *BUGS_IN_PEOPLE)
