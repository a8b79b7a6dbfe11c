"""The keyword table: what is asked, found or missing, and where. It begins with what the reader most needs to see."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from careercoach_desktop.features.matching.model import Keyword, Need, Place
from careercoach_desktop.foundation.uikit import Text, current_theme, icon_pixmap, plain_tip

_TERM_WIDTH = 132
_MET_AT_FIRST, _MISSING_AT_FIRST = 3, 4


class KeywordRow(QWidget):
    """Icon and word say found or missing; the text beside says where it stands, or who asks for it."""

    def __init__(self, keyword: Keyword) -> None:
        super().__init__()
        self._found = keyword.found
        self._mark = QLabel()
        self._mark.setFixedSize(16, 16)
        term = Text(keyword.term, size=12, weight=600, wrap=True)
        term.setFixedWidth(_TERM_WIDTH)
        where = Text(describe(keyword), size=12, tone="second", wrap=True)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(10)
        line.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(term, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(where, 1, Qt.AlignmentFlag.AlignTop)
        if keyword.asked:
            self.setToolTip(plain_tip(f"The posting: “{keyword.asked}”{years_of(keyword)}"))
        status = "in your résumé" if keyword.found else "missing"
        self.setAccessibleName(f"{keyword.term}, {status}: {describe(keyword)}")
        self._paint_mark()
        current_theme().changed.connect(self._paint_mark)

    def _paint_mark(self) -> None:
        name, colour = ("check-circle", "green") if self._found else ("x-circle", "amber")
        self._mark.setPixmap(icon_pixmap(name, colour, 16, self.devicePixelRatioF()))


def describe(keyword: Keyword) -> str:
    """Where it stands in the résumé, or how the posting asks and what comes near."""
    if keyword.found:
        place = keyword.places[0] if keyword.places else None
        if keyword.same_as:
            return f"same as “{keyword.same_as}”" + (f" · {_label(place)}" if place else "")
        if place is None:
            return "in your résumé"
        return _label(place) if place.quote in ("", keyword.term) else f"“{place.quote}” ·\u00a0{_label(place)}"
    wish = "would like it" if keyword.need is Need.NICE else _asked(keyword.times_asked)
    if keyword.related:
        return f"{wish}; you list {', '.join(keyword.related[:3])}"
    return f"{wish}: “{keyword.asked}”" if keyword.asked else wish


def years_of(keyword: Keyword) -> str:
    """ " · 5 years asked, 2 in jobs that name it", or nothing."""
    if not keyword.years_asked:
        return ""
    unit = "year" if keyword.years_asked == 1 else "years"
    return f" · {keyword.years_asked} {unit} asked, {keyword.years_shown or 0:g} in jobs that name it"


def most_telling(keywords: Sequence[Keyword]) -> list[Keyword]:
    """A few that are met, then those that are missing, must-haves first; everything when it is little more than
    that."""
    met = [keyword for keyword in keywords if keyword.found][:_MET_AT_FIRST]
    missing = sorted(
        (keyword for keyword in keywords if not keyword.found), key=lambda keyword: keyword.need is not Need.MUST
    )[:_MISSING_AT_FIRST]
    return list(keywords) if len(met) + len(missing) + 1 >= len(keywords) else met + missing


def _label(place: Place) -> str:
    """``Brightwater, 2022 – now`` with the years kept together on one line."""
    return place.label.replace(" – ", "\u00a0–\u00a0")


def _asked(times: int) -> str:
    return {1: "asked for", 2: "asked twice"}.get(times, f"asked {times} times")
