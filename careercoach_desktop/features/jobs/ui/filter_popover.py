"""Every part of the filter at once, in a panel below its button. What is chosen is applied at once; Escape or a click
elsewhere closes it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QGuiApplication, QHideEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from careercoach_desktop.features.jobs.model import Archived, Due, JobFilter
from careercoach_desktop.features.jobs.ui.board_cards import BoardCards
from careercoach_desktop.features.jobs.ui.filter_choices import (
    AmountField,
    ChipChoice,
    Labelled,
    RangeFields,
    WordsField,
)
from careercoach_desktop.features.jobs.ui.filter_words import DUE_WORDS
from careercoach_desktop.features.jobs.ui.words import (
    MODE_WORDS,
    STATUS_WORDS,
    TYPE_WORDS,
    count_word,
    reading_locale,
    tr,
)
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Line,
    Radius,
    SegmentedControl,
    Size,
    Space,
    Text,
    column,
    current_theme,
    holder,
    row,
)
from careercoach_desktop.foundation.uikit.painting import round_corners, surface

WIDTH = 480
PRIORITY, FOLLOW_UP = "priority", "follow_up"


class FilterPopover(QFrame):
    """Shows and changes the filter of ``cards``."""

    def __init__(self, owner: QWidget, cards: BoardCards) -> None:
        super().__init__(owner, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_NoMouseReplay)  # the click that closes it must not open it again
        self.setAccessibleName(tr("Filter"))
        self._cards = cards
        self.statuses = ChipChoice(tr("Status"), [(one.value, tr(word)) for one, word in STATUS_WORDS.items()])
        self.modes = ChipChoice(tr("Work mode"), [(one.value, tr(word)) for one, word in MODE_WORDS.items()])
        self.types = ChipChoice(tr("Type"), [(one.value, tr(word)) for one, word in TYPE_WORDS.items()])
        self.match = RangeFields(tr("Match"))
        self.pay = AmountField(tr("Salary from"))
        self.place = WordsField(tr("Place"), tr("Any place"))
        self.tags = ChipChoice(tr("Tags"), [])
        self.sources = ChipChoice(tr("Found at"), [])
        self.due = ChipChoice(tr("Deadline"), [(one.value, tr(word)) for one, word in DUE_WORDS.items()], single=True)
        marks = [(PRIORITY, tr("Priority")), (FOLLOW_UP, tr("Follow-up due"))]
        self.marks = ChipChoice(tr("Marked"), marks)
        self.archived = SegmentedControl(
            [(Archived.HIDDEN, tr("Hidden")), (Archived.SHOWN, tr("Shown")), (Archived.ONLY, tr("Only these"))],
            tr("Archived jobs"),
        )
        self._count = Text("", size=Size.SMALL, tone="second")
        self._clear = Button(tr("Clear"), "ghost", compact=True, name=tr("Clear the filter"))
        self._lay_out()
        self._wire()
        cards.changed.connect(self._follow)

    def open_below(self, button: QWidget) -> None:
        """Offer what there is now, below the button and inside the screen."""
        self._offer()
        self._show()
        self._fit(button)
        self.show()
        self.statuses.chip(next(iter(STATUS_WORDS))).setFocus(Qt.FocusReason.TabFocusReason)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current_theme()
        area = QRectF(self.rect())
        surface(QPainter(self), area, Radius.PANEL, theme.color("surface"), theme.color("line"))

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        owner = self.parentWidget()
        if owner is not None:
            owner.setFocus(Qt.FocusReason.PopupFocusReason)

    # Its parts -----------------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        archived = holder(row(self.archived, STRETCH))
        parts: list[QWidget] = [
            Labelled(tr("Status"), self.statuses),
            Labelled(tr("Work mode"), self.modes),
            Labelled(tr("Type"), self.types),
            Line(),
            Labelled(tr("Match"), self.match, tall=True),
            Labelled(tr("Salary from"), self.pay, tall=True),
            Labelled(tr("Place"), self.place, tall=True),
            Line(),
            Labelled(tr("Deadline"), self.due),
            Labelled(tr("Marked"), self.marks),
        ]
        self._tags_row, self._sources_row = Labelled(tr("Tags"), self.tags), Labelled(tr("Found at"), self.sources)
        parts += [self._tags_row, self._sources_row, Line(), Labelled(tr("Archived"), archived, tall=True)]
        self._inside = column(*parts, spacing=10, margins=(Space.L, Space.L, Space.L, Space.M))
        scroller = QScrollArea()
        scroller.setFrameShape(QFrame.Shape.NoFrame)
        scroller.setWidgetResizable(True)
        scroller.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroller.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroller.viewport().setAutoFillBackground(False)
        scroller.setWidget(holder(self._inside))
        self._foot = row(self._count, STRETCH, self._clear, margins=(Space.L, Space.S, Space.S, Space.S))
        self.setLayout(column(scroller, Line(), self._foot, spacing=0, margins=1))
        self.setFixedWidth(WIDTH)

    def _wire(self) -> None:
        self.statuses.changed.connect(lambda keys: self._want(statuses=keys))
        self.modes.changed.connect(lambda keys: self._want(work_modes=keys))
        self.types.changed.connect(lambda keys: self._want(job_types=keys))
        self.tags.changed.connect(lambda keys: self._want(tags=keys))
        self.sources.changed.connect(lambda keys: self._want(sources=keys))
        self.match.changed.connect(lambda low, high: self._want(match_from=low, match_to=high))
        self.pay.changed.connect(lambda pay, currency: self._want(salary_at_least=pay, salary_currency=currency))
        self.place.changed.connect(lambda text: self._want(location=text))
        self.due.changed.connect(lambda keys: self._want(due=Due(keys[0]) if keys else None))
        self.marks.changed.connect(lambda keys: self._want(priority=PRIORITY in keys, follow_up=FOLLOW_UP in keys))
        self.archived.changed.connect(lambda key: self._want(archived=Archived(key)))
        self._clear.clicked.connect(lambda: self._cards.set_filter(JobFilter()))

    def _want(self, **changes: Any) -> None:
        self._cards.set_filter(self._cards.view.filter.model_copy(update=changes))

    def _offer(self) -> None:
        """The tags, sites and currencies of the jobs there are, the commonest first."""
        cards = self._cards.all().values()
        tags = _commonest(tag for card in cards for tag in card.tags)
        sources = _commonest(card.source for card in cards)
        self.tags.set_choices([(tag, tag) for tag in tags])
        self.sources.set_choices([(source, source) for source in sources])
        self.pay.set_currencies(_commonest(card.salary_currency for card in cards))
        wanted = self._cards.view.filter
        self._tags_row.setVisible(bool(tags or wanted.tags))
        self._sources_row.setVisible(bool(sources or wanted.sources))

    def _follow(self) -> None:
        if self.isVisible():
            self._show()

    def _show(self) -> None:
        """What is set now, by whoever."""
        wanted = self._cards.view.filter
        self.statuses.set_chosen(wanted.statuses)
        self.modes.set_chosen(wanted.work_modes)
        self.types.set_chosen(wanted.job_types)
        self.tags.set_chosen(wanted.tags)
        self.sources.set_chosen(wanted.sources)
        self.match.show_range(wanted.match_from, wanted.match_to)
        self.pay.show_amount(wanted.salary_at_least, wanted.salary_currency)
        self.place.show_text(wanted.location)
        self.due.set_chosen([wanted.due.value] if wanted.due else [])
        marks = ((PRIORITY, wanted.priority), (FOLLOW_UP, wanted.follow_up))
        self.marks.set_chosen([key for key, on in marks if on])
        self.archived.set_value(wanted.archived)
        whole = count_word(self._cards.total())
        shown = reading_locale().toString(self._cards.shown())
        self._count.setText(tr("{0} of {1}").format(shown, whole) if self._cards.is_filtered else whole)
        self._clear.setEnabled(wanted.model_copy(update={"text": ""}) != JobFilter())

    def _fit(self, button: QWidget) -> None:
        """As tall as its parts, if the screen is."""
        screen = (button.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        corner = button.mapToGlobal(QPoint(button.width() - WIDTH, button.height() + 4))
        self.ensurePolished()
        wanted = self._inside.totalHeightForWidth(WIDTH - 2) + self._foot.totalSizeHint().height() + 3
        height = min(wanted, screen.bottom() - corner.y() - Space.S)
        left = max(screen.left() + Space.S, min(corner.x(), screen.right() - WIDTH - Space.S))
        self.setFixedHeight(max(height, 240))
        self.move(left, corner.y())
        round_corners(self, Radius.PANEL)


def _commonest(values: Iterable[str]) -> list[str]:
    return [value for value, _count in Counter(value for value in values if value).most_common()]
