"""Rows of the filter popover: a label at the left, and beside it chips to switch, a range, an amount, a text."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.jobs.ui.words import reading_locale, tr
from careercoach_desktop.foundation.uikit import CONTROL, STRETCH, FlowLayout, Size, Space, Text, clear, row
from careercoach_desktop.foundation.uikit.amounts import read_amount
from careercoach_desktop.foundation.uikit.chips import Chip
from careercoach_desktop.foundation.uikit.choices import ComboButton
from careercoach_desktop.foundation.uikit.fields import TextField

Choices = Sequence[tuple[str, str]]
LABEL_WIDTH = 92
CHIP = 24
TYPING_RESTS_MS = 150
SHOWN_FIRST = 6
"""Of a person's own many words (tags, sites) the commonest; the others are one click away."""


class Labelled(QWidget):
    """A label and what stands beside it; ``tall`` when those are fields and not chips."""

    def __init__(self, label: str, beside: QWidget, *, tall: bool = False) -> None:
        super().__init__()
        said = Text(label, size=Size.SMALL, tone="second")
        said.setFixedSize(LABEL_WIDTH, CONTROL if tall else CHIP)
        line = row(spacing=Space.S)
        line.addWidget(said, 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(beside, 1)
        self.setLayout(line)
        _tall_as_wide(self)


class ChipChoice(QWidget):
    """Any number of a few values, as chips; ``changed`` brings the chosen keys. ``single``: at most one."""

    changed = Signal(tuple)

    def __init__(self, name: str, choices: Choices, *, single: bool = False) -> None:
        super().__init__()
        self._single = single
        self._chips: dict[str, Chip] = {}
        self._choices: list[tuple[str, str]] = []
        self._chosen: tuple[str, ...] = ()
        self._all = False
        self._flow = FlowLayout(6)
        self.setLayout(self._flow)
        self.setAccessibleName(name)
        _tall_as_wide(self)
        self.set_choices(choices)

    def chip(self, key: str) -> Chip:
        return self._chips[key]

    def chosen(self) -> tuple[str, ...]:
        return self._chosen

    def set_choices(self, choices: Choices) -> None:
        """Offer these, the most important first."""
        if list(choices) != self._choices:
            self._choices = list(choices)
            self._all = len(self._choices) <= SHOWN_FIRST + 2
            self._rebuild()

    def set_chosen(self, keys: Sequence[str]) -> None:
        """Show these as chosen, without telling."""
        self._chosen = tuple(keys)
        missing = [key for key in keys if key not in self._chips]
        if missing:
            known = {key for key, _label in self._choices}
            self._choices += [(key, key) for key in missing if key not in known]
            self._rebuild()
        for key, chip in self._chips.items():
            chip.set_selected(key in self._chosen)

    def _rebuild(self) -> None:
        clear(self._flow)
        self._chips = {}
        for at, (key, label) in enumerate(self._choices):
            if self._all or at < SHOWN_FIRST or key in self._chosen:
                self._chips[key] = self._chip(key, label)
                self._flow.addWidget(self._chips[key])
        left = len(self._choices) - len(self._chips)
        if left:
            more = Chip(tr("{0} more").format(left), icon="plus")
            more.clicked.connect(self._show_all)
            self._flow.addWidget(more)
        self.updateGeometry()

    def _chip(self, key: str, label: str) -> Chip:
        chip = Chip(label, checkable=True, selected=key in self._chosen)
        chip.clicked.connect(lambda on: self._switch(key, on=on))
        return chip

    def _switch(self, key: str, *, on: bool) -> None:
        if self._single:
            chosen: tuple[str, ...] = (key,) if on else ()
        else:
            wanted = {*self._chosen, key} if on else set(self._chosen) - {key}
            chosen = tuple(one for one, _label in self._choices if one in wanted)
        self.set_chosen(chosen)
        self.changed.emit(chosen)

    def _show_all(self) -> None:
        self._all = True
        self._rebuild()
        next(reversed(self._chips.values())).setFocus(Qt.FocusReason.OtherFocusReason)


class RangeFields(QWidget):
    """From … to … within 0 to 100; ``changed`` brings both, None for an end that is open."""

    changed = Signal(object, object)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.low = TextField(tr("{0} from").format(name), placeholder="0")
        self.high = TextField(tr("{0} to").format(name), placeholder="100")
        self._rest = _resting(self, self._tell)
        for field in (self.low, self.high):
            field.setFixedWidth(64)
            field.setValidator(QIntValidator(0, 100, field))
            field.textEdited.connect(lambda _text: self._rest.start())
        self.setLayout(row(self.low, Text(tr("to"), size=Size.SMALL, tone="second"), self.high, STRETCH))

    def show_range(self, low: int | None, high: int | None) -> None:
        """Show these ends; a field being written in keeps what is written."""
        for field, value in ((self.low, low), (self.high, high)):
            if not field.hasFocus():
                field.setText("" if value is None else str(value))

    def _tell(self) -> None:
        low, high = ((int(field.text()) if field.text() else None) for field in (self.low, self.high))
        reversed_ends = low is not None and high is not None and low > high
        note = tr("below the first") if reversed_ends else ""
        self.high.set_state("error" if reversed_ends else "plain", note)
        if not reversed_ends:
            self.changed.emit(low, high)


class AmountField(QWidget):
    """A year's pay and its currency; ``changed`` brings both (None for no amount, an empty text for any currency)."""

    changed = Signal(object, str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.amount = TextField(name, placeholder=tr("Any"))
        self.amount.setFixedWidth(104)
        self.currency = ComboButton([("", tr("Any currency"))], tr("Currency"), compact=True)
        self._rest = _resting(self, self._tell)
        self.amount.textEdited.connect(lambda _text: self._rest.start())
        self.currency.changed.connect(lambda _key: self._tell())
        words = Text(tr("a year"), size=Size.SMALL, tone="second")
        self.setLayout(row(self.amount, self.currency, words, STRETCH))

    def set_currencies(self, currencies: Sequence[str]) -> None:
        """The currencies there are, the commonest first."""
        self.currency.set_choices([*((one, one) for one in currencies), ("", tr("Any currency"))])

    def show_amount(self, amount: float | None, currency: str) -> None:
        """Show what is set; a field being written in keeps what is written."""
        if not self.amount.hasFocus():
            self.amount.setText("" if amount is None else reading_locale().toString(round(amount)))
        if amount is not None:
            self.currency.set_value(currency)

    def _tell(self) -> None:
        text = self.amount.text().strip()
        amount = read_amount(text) if text else None
        wrong = bool(text) and amount is None
        self.amount.set_state("error" if wrong else "plain", tr("a number") if wrong else "")
        if not wrong:
            self.changed.emit(amount, self.currency.value() if amount is not None else "")


class WordsField(QWidget):
    """A text that is told when the typing rests."""

    changed = Signal(str)

    def __init__(self, name: str, placeholder: str) -> None:
        super().__init__()
        self.field = TextField(name, placeholder=placeholder)
        self._rest = _resting(self, lambda: self.changed.emit(self.field.text()))
        self.field.textEdited.connect(lambda _text: self._rest.start())
        line = row(self.field)
        self.setLayout(line)

    def show_text(self, text: str) -> None:
        """Show what is set; a field being written in keeps what is written."""
        if not self.field.hasFocus():
            self.field.setText(text)


def _resting(owner: QWidget, tell: object) -> QTimer:
    rest = QTimer(owner)
    rest.setSingleShot(True)
    rest.setInterval(TYPING_RESTS_MS)
    rest.timeout.connect(tell)
    return rest


def _tall_as_wide(widget: QWidget) -> None:
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
