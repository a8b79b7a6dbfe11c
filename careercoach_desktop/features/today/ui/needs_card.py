"""What needs the person: each with why, and the one thing to do about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal

from careercoach_desktop.features.today.model import DayView, Need, NeedKind
from careercoach_desktop.features.today.ui.day_card import OUT, DayCard, inset
from careercoach_desktop.features.today.ui.doors import Leading
from careercoach_desktop.features.today.ui.lines import DoLine, LineList
from careercoach_desktop.features.today.ui.words import (
    NEED_ICONS,
    button_word,
    counted,
    headline,
    is_late,
    need_words,
    tr,
)
from careercoach_desktop.foundation.uikit import STRETCH, Button, IconView, Space, Text, holder, row

FEW, ALL = 6, 200
"""How many are shown at first, and at most: nobody does more in a day."""


class NeedsCard(DayCard):
    """``wanted`` asks for another number of needs."""

    wanted = Signal(int)

    def __init__(self, leading: Leading) -> None:
        super().__init__(tr("What needs you"))
        self._leading = leading
        self._now = datetime.now().astimezone()
        self._shown: tuple[object, ...] = ()
        self._more = 0
        self.lines: LineList[Need, DoLine] = LineList(tr("What needs you"), self._make, self._show_need)
        self._quiet = Text(tr("Nothing needs you today."), tone="second")
        quiet = holder(row(IconView("check-circle", "green"), self._quiet, STRETCH, spacing=Space.S))
        self.nothing = inset(quiet)
        self.all = Button("", "link")
        self.all.clicked.connect(lambda: self.wanted.emit(ALL if self._more else FEW))
        self.add(self.lines, self.nothing, row(self.all, STRETCH, margins=(OUT - 2, 0, 0, 0)), STRETCH)
        self.nothing.hide()
        self.all.hide()

    def show_day(self, day: DayView) -> None:
        """What is the same is left alone."""
        if self._shown == (day.needs, day.more_needs, day.now.date()):
            return
        self._shown = day.needs, day.more_needs, day.now.date()
        self._now, self._more = day.now, day.more_needs
        self.lines.show_values(day.needs)
        self.nothing.setVisible(not day.needs)
        more = counted(day.more_needs, tr("Show 1 more"), tr("Show {0} more"))
        self.all.setText(more if day.more_needs else tr("Show fewer"))
        self.all.setVisible(bool(day.more_needs) or len(day.needs) > FEW)

    def _make(self) -> DoLine:
        line = DoLine()
        line.pressed.connect(lambda: self._leading.act(self.lines.value(line)))
        line.opened.connect(lambda: self._leading.open(self.lines.value(line)))
        line.menu_wanted.connect(lambda: line.open_menu(self._leading.entries(self.lines.value(line))))
        return line

    def _show_need(self, line: DoLine, need: Need) -> None:
        title = headline(need.name, need.company)
        late = is_late(need, self._now)
        ink = "amber" if late else "green" if need.kind is NeedKind.OFFER else "second"
        line.line.show_words(NEED_ICONS[need.kind], title, need_words(need, self._now), ink)
        line.show_button(button_word(need), title, more=need.reminder_id is not None)
