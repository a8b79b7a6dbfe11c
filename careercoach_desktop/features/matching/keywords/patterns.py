"""One pattern out of several pieces, as every list of wordings here is written."""

from __future__ import annotations

import re


def any_of(*pieces: str) -> re.Pattern[str]:
    """Finds any of the pieces, whatever the case."""
    return re.compile("|".join(pieces), re.IGNORECASE)
