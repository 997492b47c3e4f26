"""Words that carry no content of their own in an answer or in a key point: data."""

from __future__ import annotations

_WORDS = """
a an the and or but nor so of to in on at by for from with without as than then that this these
those it its i me my mine we us our you your he she they them their his her who which what when
where why how whom whose is are was were be been being am do does did done have has had having will
would shall should can could may might must not no if while because since until about into over
under between through during before after there here such also only just very more most some any
each every other same both either all again further up down out off too own s t d ll m re ve get got
make made let one 그 이 저 것 수 등 및 또 더 잘 때 좀 위 중 간 후 전 제 저는 제가 저의 우리 저희
그것 이것 무엇 어떤 어떻게 어떠 누구 왜 언제 있습 있는 있다 있었 있었습니다 있습니다 없는 없었
합니다 하는 했던 했습니다 하고 하며 그리고 그래서 하지만 그런 이런 저런 대한 대해 위해 통해 따라
관련 경우 모든 여러 각 매우 아주 싶은 싶다 싶습 싶어 있는지 때의 때는 따른 않고 않는 않은 않도록
없이 있게 점을 점은 점이 일을 일은 일이 것은 것을 것이 한다고 있고 없다 주신 주시고 주셔서 한 두 된
될 할 하나 그래 어느 아닌 아니라 본인 자신 지원자 말씀 설명 주세요 주시겠습니까 생각 경험 과정 방법
이유 점 부분 내용 방식 일
"""

STOP_WORDS = frozenset(_WORDS.split())
