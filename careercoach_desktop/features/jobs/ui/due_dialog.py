"""What is due: overdue, today, this week; each opened, done or put off from here."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QLocale, Qt, QTimer
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.jobs.model import DueLine
from careercoach_desktop.features.jobs.ui.due_words import (
    KIND_ICONS,
    OVERDUE,
    WEEK,
    due_words,
    grouped,
    name_words,
    when_words,
)
from careercoach_desktop.features.jobs.ui.reminding import Reminding
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.features.reminders.model import RemindersChanged
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    Button,
    Desk,
    Dialog,
    EmptyState,
    IconButton,
    IconView,
    Rows,
    Scroll,
    Size,
    Space,
    Text,
    clear,
    column,
    holder,
    row,
)

WIDTH = 580
_TALLEST = 460
MOST = 50
"""Of a group; every row is five controls, and nobody goes through hundreds at once."""


class DueDialog(Dialog):
    """``chosen`` is what the person wants to see, once the dialog has closed."""

    def __init__(self, desk: Desk, reminding: Reminding) -> None:
        super().__init__(tr("Due"), desk.window, width=WIDTH)
        self._desk = desk
        self._reminding = reminding
        self.chosen: DueLine | None = None
        self._groups = column(spacing=Space.S, margins=(0, 0, Space.M, 0))
        self._scroll = Scroll(self._groups, tr("What is due"))
        self.body.addWidget(self._scroll)
        self._close = self.add_button(tr("Close"), "")
        desk.on(RemindersChanged, lambda _event: self._load_soon(), owner=self)

    def _load_soon(self) -> None:
        self._desk.start(self.load(), owner=self)

    async def load(self) -> None:
        """Show what is due now; the keyboard stays where it is in the list."""
        today = today_here()
        lines = await self._desk.run(self._reminding.service.lines, today + WEEK)
        kept = self.focusWidget()
        place = kept.property("due") if kept is not None else None
        clear(self._groups)
        for title, some in grouped(lines, today).items():
            self._groups.addWidget(Text(tr(title), size=Size.SMALL, tone="amber" if title == OVERDUE else "second"))
            rows = Rows(tr(title))
            rows.add(*(DueRow(line, today, self._desk, self._reminding, self._choose) for line in some[:MOST]))
            self._groups.addWidget(rows)
            if len(some) > MOST:
                more = tr("And {0} more. They move up as these are done.").format(QLocale().toString(len(some) - MOST))
                self._groups.addWidget(Text(more, size=Size.SMALL, tone="third"))
            self._groups.addSpacing(Space.S)
        if not lines:
            empty = EmptyState(
                "check-circle",
                tr("Deadlines, applications without an answer and your own reminders will stand here."),
                title=tr("Nothing is due this week"),
            )
            self._groups.addWidget(empty)
        self._groups.addStretch(1)
        QTimer.singleShot(0, self, self._fit_list)  # new rows have no size before they are shown
        buttons = [each for each in self.findChildren(QWidget) if each.property("due") is not None]
        same = next((each for each in buttons if each.property("due") == place), None)
        if place is not None:  # the keyboard stays in the list, whatever has gone from it
            (same or (buttons[0] if buttons else self._close)).setFocus(Qt.FocusReason.OtherFocusReason)

    def _fit_list(self) -> None:
        self._scroll.take_height(WIDTH - 2 * Space.XXL, _TALLEST)
        self.fit_soon()

    def _choose(self, line: DueLine) -> None:
        self.chosen = line
        self._close_with("open")


class DueRow(QWidget):
    """One reminder: what, about whom, since when, and what can be done."""

    def __init__(self, line: DueLine, today: date, desk: Desk, reminding: Reminding, choose: object) -> None:
        super().__init__()
        said = due_words(line, today)
        self.setAccessibleName(f"{name_words(line)}: {said}, {when_words(line, today)}")
        late = line.reminder.day < today
        title = Text(line.title, elide=True)
        what = Text(
            " · ".join(part for part in (said, line.company) if part), size=Size.SMALL, tone="second", elide=True
        )
        when = Text(when_words(line, today), size=Size.SMALL, tone="amber" if late else "third")
        words = column(title, what, spacing=2)
        place = holder(words)
        place.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        opened = IconButton("arrow-right", tr("Open {0}").format(line.title))
        opened.clicked.connect(lambda: choose(line))  # type: ignore[operator]  # the dialog's own method
        if line.job_id is None and line.contact_id is None:
            opened.hide()
        later = IconButton("clock-afternoon", tr("Put off: {0}").format(line.title))
        later.clicked.connect(lambda: reminding.offer_snooze(later, line))
        done = Button(tr("Done"), compact=True, name=tr("Done: {0}").format(line.title))
        done.clicked.connect(lambda: desk.start(reminding.finish(line)))
        for name, button in (("done", done), ("later", later), ("open", opened)):
            button.setProperty("due", f"{name}:{line.reminder.id}")
        icon = IconView(KIND_ICONS[line.reminder.kind], "amber" if late else "second")
        whole = row(icon, place, when, done, later, opened, spacing=Space.S)
        whole.setStretch(1, 1)
        self.setLayout(whole)
