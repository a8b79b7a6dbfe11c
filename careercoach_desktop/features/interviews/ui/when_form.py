"""When a round takes place: day, time, length and zone, with what that is on the person's own clocks."""

from __future__ import annotations

from datetime import date, datetime, time

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from careercoach_desktop.features.interviews.model.when import When, comes_twice, never_comes, zone_of
from careercoach_desktop.features.interviews.ui.time_fields import DayField, LengthField, TimeField
from careercoach_desktop.features.interviews.ui.words import both_words, clock, tr, zone_city
from careercoach_desktop.features.interviews.ui.zone_field import ZoneField
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    CheckBox,
    Desk,
    IconView,
    Size,
    Space,
    Text,
    holder,
    row,
)


class WhenForm(QObject):
    """Two rows for a form: ``first`` (day, time, length) and ``second`` (zone), and ``note`` below, hidden where there
    is nothing to say. ``when()`` is None while something typed is not understood.
    ``settled``: ``when`` is no proposal, the round stands there already."""

    changed = Signal()

    def __init__(
        self, desk: Desk, when: When, own: str, now: datetime, parent: QWidget, *, settled: bool = False
    ) -> None:
        super().__init__(parent)
        self._own, self._now = own, now
        self._settled = when if settled else None
        self._fold = when.local.fold
        self._hour = when.local.time().replace(fold=0)
        self.day = DayField(tr("Day"), when.day, now.astimezone(zone_of(own)).date())
        self.time = TimeField(tr("Time"), time(10) if when.all_day else self._hour)
        self.length = LengthField(tr("Length"), when.minutes)
        self.all_day = CheckBox(tr("All day"))
        self.zone = ZoneField(desk, own, when.zone, when.start)
        self._words = Text("", size=Size.SMALL, tone="second", elide=True)
        self._note_icon = IconView("warning", "amber", size=14)
        self._note = Text("", size=Size.SMALL, tone="amber", wrap=True)
        self.other = Button("", "link")
        self.other.clicked.connect(self._turn)
        self.first = holder(row(self.day, self.time, self.length, self.all_day, STRETCH, spacing=Space.S))
        second = row(self.zone, self._words, spacing=Space.M)
        second.setStretch(1, 1)
        self.second = holder(second)
        note = row(self._note_icon, self._note, self.other, spacing=6)
        note.setStretch(1, 1)
        self.note = holder(note)
        self.note.hide()
        if when.all_day:
            self.all_day.setChecked(True)
            self._turn_days(on=True)
            self.length.set_minutes(when.minutes)
        self._wire()
        self._say()

    def when(self) -> When | None:
        """What the form says, if all of it is understood."""
        day, minutes = self.day.day(), self.length.minutes()
        moment = time(0) if self.all_day.isChecked() else self.time.value()
        if day is None or minutes is None or moment is None:
            return None
        zone, local = self.zone.zone(), datetime.combine(day, moment)
        try:
            return When(
                local=local.replace(fold=self._fold), zone=zone, minutes=minutes, all_day=self.all_day.isChecked()
            )
        except ValueError:  # at the end of the calendar
            return None

    def _wire(self) -> None:
        self.all_day.toggled.connect(lambda on: self._turn_days(on=on))
        for field in (self.day, self.time, self.length, self.zone):
            field.changed.connect(self._tell)
        self.all_day.toggled.connect(lambda _on: self._tell())

    def _turn_days(self, *, on: bool) -> None:
        self.time.setVisible(not on)
        self.length.count_days(on=on)

    def _turn(self) -> None:
        self._fold = 1 - self._fold
        self._tell()

    def _tell(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        when = self.when()
        if when is None:
            self._words.setText("")
            self.note.hide()
            return
        self.zone.set_moment(when.start)
        self._words.setText(both_words(when, self._own) or self._end(when))
        words, other = clock_note(when)
        if not words and when.end < self._now and not (self._settled is not None and when.same(self._settled)):
            words = tr("That time has passed: it will stand there as a round that is over.")
        self._note.setText(words)
        self.other.setText(other)
        self.other.setVisible(bool(other))
        self.note.setVisible(bool(words))

    @staticmethod
    def _end(when: When) -> str:
        return "" if when.all_day else tr("until {0}").format(clock(when.end.astimezone(zone_of(when.zone))))


def clock_note(when: When) -> tuple[str, str]:
    """What to know about an hour the clocks are changed in, and the words of the button for the other one."""
    if when.all_day:
        return "", ""
    city, said = zone_city(when.zone), clock(when.local)
    if never_comes(when.local, when.zone):
        meant = clock(when.on(when.zone))
        words = tr("{0} does not exist that day in {1}: the clocks go forward. {2} is meant.")
        return words.format(said, city, meant), ""
    if comes_twice(when.local, when.zone):
        second = bool(when.local.fold)
        words = tr("{0} comes twice that day in {1}: the clocks go back. The {2} is meant.")
        which, other = (tr("second"), tr("Mean the first")) if second else (tr("first"), tr("Mean the second"))
        return words.format(said, city, which), other
    return "", ""


def likely_when(now: datetime, own: str, day: date | None = None) -> When:
    """Where a new round is likely to be put: the next working day (or ``day``) at ten, for an hour."""
    here = now.astimezone(zone_of(own))
    if day is None:
        day = date.fromordinal(here.date().toordinal() + 1)
        while day.isoweekday() > 5:
            day = date.fromordinal(day.toordinal() + 1)
    return When(local=datetime.combine(day, time(10)), zone=own, minutes=60)
