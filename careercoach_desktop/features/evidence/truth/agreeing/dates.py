"""Days a sentence tells, as partial dates with what they are: a beginning, an end, or just a time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from careercoach_desktop.features.evidence.vocabulary.tokens import fold

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan januar janner janvier janv enero ene",
            "february feb februar fevrier fevr febrero",
            "march mar marz mars marzo",
            "april apr avril avr abril abr",
            "may mai mayo",
            "june jun juni juin junio",
            "july jul juli juillet juil julio",
            "august aug aout agosto ago",
            "september sep sept septembre septiembre setiembre",
            "october oct oktober okt octobre octubre",
            "november nov novembre noviembre",
            "december dec dezember dez decembre diciembre dic",
        ),
        1,
    )
    for name in names.split()
}
_DATE = re.compile(
    rf"(?:\b(?P<month>{'|'.join(sorted(_MONTHS, key=len, reverse=True))})\b\.?,?\s+(?:de\s+|of\s+)?"
    r"|\b(?P<number>0?[1-9]|1[0-2])\s?[/.]\s?)?(?<![\d€$£])(?P<year>19[5-9]\d|20[0-4]\d)\b(?![%\d])"
)
_STARTS = re.compile(
    r"(?:since|from|as of|starting|started in|beginning|seit|ab|von|vom|depuis|des|de|du|desde)\b[^,.;]{0,6}$|"
    r"(?:joined|(?:started|began) (?:at|as|with)|rejoint|entre|incorpor\w+|angefangen|begonnen)\b[^,.;]{0,50}$"
)
_ENDS = re.compile(
    r"(?:until|till|to|through|bis|jusqu'(?:en|a|au)|hasta|a)\b[^,.;]{0,6}$|"
    r"(?:left|leaving|quitte|deje|verliess?|verlassen)\b[^,.;]{0,50}$"
)
"""The verbs have the employer's name between them and the date, the small words hardly anything."""


@dataclass(frozen=True, slots=True)
class Told:
    """``value`` is ``YYYY`` or ``YYYY-MM``; ``text`` as it stands; ``start`` and ``end`` are its place."""

    value: str
    text: str
    start: int
    end: int
    begins: bool = False
    ends: bool = False

    @property
    def year(self) -> int:
        return int(self.value[:4])

    def differs_from(self, date: str) -> bool:
        """Whether a partial date is another one, as far as both say."""
        return not self.value.startswith(date[: len(self.value)]) and not date.startswith(self.value)


def dates_told(text: str) -> Iterator[Told]:
    """Every date of a sentence in order; a cue holds for the date after it, until the next one."""
    flat = "".join(fold(char)[:1] or " " if not char.isascii() else char.lower() for char in text)
    after = 0
    for found in _DATE.finditer(flat):
        month = _MONTHS.get(found["month"] or "") or int(found["number"] or 0)
        value = f"{found['year']}-{month:02}" if month else found["year"]
        before = flat[after : found.start()]
        start, end = (_last(pattern, before) for pattern in (_STARTS, _ENDS))
        yield Told(
            value, text[found.start() : found.end()], found.start(), found.end(), begins=start > end, ends=end > start
        )
        after = found.end()


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Where the last cue begins, -1 when there is none."""
    places = [at for at in range(len(text)) if (at == 0 or not text[at - 1].isalnum()) and pattern.match(text, at)]
    return places[-1] if places else -1
