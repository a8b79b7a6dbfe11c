"""Which record somebody means: a number, a whole name or a part of one that only one record has."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping

from careercoach_desktop.foundation.errors import UserError

_SHOWN = 8


def the_one(wanted: str, names: Mapping[int, str], noun: str) -> int:
    """The id of the record ``wanted`` names. ``noun``: what the records are, ``job``.

    Raises UserError ``nothing-meant`` when there is none, ``several-meant`` (with the candidates) when there are more.
    """
    if wanted.isascii() and wanted.isdecimal() and int(wanted) in names:
        return int(wanted)
    same = [key for key, name in names.items() if _folded(name) == _folded(wanted)]
    words = _folded(wanted).split()
    found = same or [key for key, name in names.items() if words and all(word in _folded(name) for word in words)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise UserError(
            f"There is no {noun} “{wanted}”.", "Name it by its number or a part of its title.", code="nothing-meant"
        )
    shown = ", ".join(f"{key} “{names[key]}”" for key in found[:_SHOWN])
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    raise UserError(f"“{wanted}” could be several: {shown}{more}.", "Say its number.", code="several-meant")


def _folded(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).casefold()
    return " ".join("".join(letter for letter in plain if not unicodedata.combining(letter)).split())
