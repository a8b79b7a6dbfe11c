"""Choosing a day by what it is from here: chips for the usual ones, and a field for any other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.jobs.ui.days import read_day, written_day
from careercoach_desktop.features.jobs.ui.words import short_date, tr
from careercoach_desktop.foundation.uikit import (
    Chip,
    Dialog,
    FlowLayout,
    MenuEntry,
    Space,
    TextField,
    column,
)

FOLLOW_UPS = (("In 3 days", 3), ("In 1 week", 7), ("In 2 weeks", 14))
REMINDERS = (("Tomorrow", 1), ("In 3 days", 3), ("In 1 week", 7))
SNOOZES = (("Tomorrow", 1), ("In 3 days", 3), ("Next week", 7))


class DayChoice(QWidget):
    """Chips for days from ``today`` on, and a field for another. ``nothing`` is the chip for no day at all."""

    changed = Signal()

    def __init__(
        self,
        name: str,
        today: date,
        choices: Sequence[tuple[str, int]],
        *,
        days: int | None = None,
        day: date | None = None,
        nothing: str = "",
    ) -> None:
        """``days`` or ``day`` is chosen at first."""
        super().__init__()
        self._today = today
        self._day = day if days is None else today + timedelta(days=days)
        self.setAccessibleName(name)
        self._chips: dict[date | None, Chip] = {}
        flow = FlowLayout(6)
        if nothing:
            self._add(flow, nothing, None)
        for words, ahead in choices:
            self._add(flow, tr(words), today + timedelta(days=ahead))
        self._other = Chip(tr("Pick a date…"), icon="calendar-blank")
        self._other.clicked.connect(self._pick)
        flow.addWidget(self._other)
        self.field = TextField(name, placeholder=tr("such as {0}").format(written_day(today + timedelta(days=10))))
        self.field.setFixedWidth(180)
        self.field.textChanged.connect(self._typed)
        self.field.hide()
        self.setLayout(column(flow, self.field, spacing=Space.S))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if self._day is not None and self._day not in self._chips:
            self._show_field(written_day(self._day))
        self._show()

    def day(self) -> date | None:
        """The day, if one is chosen and understood."""
        return self._day

    def is_sure(self) -> bool:
        """Whether what was chosen is a day to come, or none on purpose."""
        if self._day is None:
            return self.field.isHidden() and None in self._chips
        return self._day >= self._today

    def _add(self, flow: FlowLayout, words: str, day: date | None) -> None:
        chip = self._chips[day] = Chip(words)
        chip.clicked.connect(lambda: self._choose(day))
        flow.addWidget(chip)

    def _choose(self, day: date | None) -> None:
        self._day = day
        self.field.hide()
        self._show()
        self.changed.emit()

    def _pick(self) -> None:
        self._show_field(written_day(self._day or self._today + timedelta(days=7)))
        self.field.setFocus()
        self.field.selectAll()

    def _show_field(self, text: str) -> None:
        self.field.setText(text)
        self.field.show()
        self._typed()

    def _typed(self) -> None:
        if self.field.isHidden():
            return
        self._day = read_day(self.field.text())
        wrong = self._day is None or self._day < self._today
        self.field.set_state("error" if wrong and self.field.text() else "plain")
        self._show()
        self.changed.emit()

    def _show(self) -> None:
        typing = not self.field.isHidden()
        for day, chip in self._chips.items():
            chip.set_selected(day == self._day and not typing)
            said = tr("chosen") if day == self._day and not typing else ""
            chip.setAccessibleDescription(said)
        self._other.set_selected(typing)


class DayDialog(Dialog):
    """Asks for one day; ``day()`` after it was confirmed."""

    def __init__(self, parent: QWidget | None, title: str, confirm: str, today: date) -> None:
        super().__init__(title, parent, width=420)
        self.choice = DayChoice(title, today + timedelta(days=1), (), days=6)
        self.body.addWidget(self.choice)
        self.add_button(tr("Cancel"), "")
        self._go = self.add_button(confirm, "go", "primary")
        self.choice.changed.connect(lambda: self._go.setEnabled(self.choice.is_sure()))
        self.choice.changed.connect(self.fit_soon)
        self.choice.field.setFocus()

    def day(self) -> date | None:
        return self.choice.day()


def day_entries(
    choices: Sequence[tuple[str, int]], today: date, run: Callable[[date], object], pick: Callable[[], object]
) -> list[MenuEntry]:
    """The usual days as lines of a menu, and one for any other."""

    def entry(words: str, ahead: int) -> MenuEntry:
        day = today + timedelta(days=ahead)
        return MenuEntry(f"{tr(words)} ({short_date(day, today)})", lambda: run(day))

    return [*(entry(*choice) for choice in choices), MenuEntry(tr("Pick a date…"), pick, icon="calendar-blank")]
