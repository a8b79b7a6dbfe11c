"""Being somebody's superior, which guiding, training or answering for a thing is not."""

from __future__ import annotations

import re

from careercoach_desktop.features.evidence.truth.base import Fragment
from careercoach_desktop.features.evidence.truth.saying import Saying

IS_BOSS = re.compile(
    r"line[- ]manag|people manag|report|mir unterst|personalverantwort|disziplinar|responsabilité hi", re.IGNORECASE
)
"""Words of leading that say so outright."""
_GUIDED = re.compile(
    r"\b(?:mentor\w*|coach\w*|train\w*|tutor\w*|induct\w*|buddy|guid\w+|ansprechpart\w+|einarbeit\w*|eingearbeitet|"
    r"anleit\w*|betreu\w*|patin|pate|form(?:é|er|ation)|accompagn\w+|parrain\w*|acompañ\w+|tutel\w+|form(?:ar|ación))\b",
    re.IGNORECASE,
)
_HEADS_PEOPLE = 6
"""The rank of a head or director: an account manager leads accounts."""


def guided_only(text: str) -> bool:
    """Whether evidence tells of people that they were taught or looked after."""
    return _GUIDED.search(text) is not None


def heads_people(said: Saying, each: Fragment) -> bool:
    """Whether evidence is a title that stands above people, whatever it was that they did."""
    titled = each.quote.path.endswith(".position") or each.quote.path == "basics.label"
    return titled and any(naming.rank >= _HEADS_PEOPLE for naming in said.evidence.namings_of(each))
