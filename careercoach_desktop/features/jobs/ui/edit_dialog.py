"""The facts of a job as a short form: to correct what was read, or to write a job down by hand."""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import JobType, Posting, SalaryPeriod, WorkMode
from careercoach_desktop.features.jobs.ui.days import read_day, refuse_day, such_as_day, written_day
from careercoach_desktop.features.jobs.ui.typed_values import written_number
from careercoach_desktop.features.jobs.ui.words import MODE_WORDS, PERIOD_WORDS, TYPE_WORDS, tr
from careercoach_desktop.foundation.uikit import STRETCH, Dialog, Size, Text, holder, row
from careercoach_desktop.foundation.uikit.amounts import read_amount
from careercoach_desktop.foundation.uikit.choices import ComboButton
from careercoach_desktop.foundation.uikit.fields import TextField

SAVE = "save"
NONE = "-"


class EditDialog(Dialog):
    """``changes()`` is what differs from the posting it was opened with."""

    def __init__(self, parent: QWidget | None, posting: Posting, *, title: str, confirm: str) -> None:
        super().__init__(title, parent, width=520)
        self._posting = posting
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.title = self._field(tr("Title"), posting.title)
        self.company = self._field(tr("Company"), posting.company)
        self.place = self._field(tr("Place"), posting.location)
        self.mode = _choice(tr("Work mode"), MODE_WORDS, posting.work_mode, tr("Mode not stated"))
        self.type = _choice(tr("Job type"), TYPE_WORDS, posting.job_type, tr("Type not stated"))
        self._line(tr("Work"), holder(row(self.mode, self.type, STRETCH)))
        self.low = TextField(tr("Salary from"), text=written_number(posting.salary_min), placeholder=tr("from"))
        self.high = TextField(tr("Salary to"), text=written_number(posting.salary_max), placeholder=tr("to"))
        self.currency = TextField(tr("Currency"), text=posting.salary_currency, placeholder="EUR")
        self.currency.setMaxLength(3)
        self.currency.setFixedWidth(64)
        self.period = _choice(tr("Salary period"), PERIOD_WORDS, posting.salary_period, tr("not stated"))
        self._line(tr("Salary"), holder(row(self.low, self.high, self.currency, self.period)))
        deadline = written_day(posting.deadline)
        self.deadline = self._field(tr("Deadline"), deadline, such_as_day())
        self.link = self._field(tr("Link"), posting.url, "https://")
        self.body.addLayout(self._grid)
        self.add_button(tr("Cancel"), "")
        self._save = self.add_button(confirm, SAVE, "primary")
        for field in (self.title, self.low, self.high, self.deadline, self.link):
            field.textChanged.connect(self._check)
        self._check()
        self.title.setFocus()

    def changes(self) -> dict[str, Any]:
        """Field names of ``Posting`` to their new values, only what the person changed."""
        wanted: dict[str, Any] = {
            "title": self.title.text().strip(),
            "company": self.company.text().strip(),
            "location": self.place.text().strip(),
            "work_mode": _key(self.mode, WorkMode),
            "job_type": _key(self.type, JobType),
            "salary_min": read_amount(self.low.text()),
            "salary_max": read_amount(self.high.text()),
            "salary_currency": self.currency.text().strip().upper(),
            "salary_period": _key(self.period, SalaryPeriod),
            "deadline": read_day(self.deadline.text()),
            "url": self._link(),
        }
        return {name: value for name, value in wanted.items() if value != getattr(self._posting, name)}

    def _check(self) -> None:
        wrong = {
            self.title: tr("needed") if not self.title.text().strip() else "",
            self.low: tr("a number") if read_amount(self.low.text()) is None and self.low.text().strip() else "",
            self.high: tr("a number") if read_amount(self.high.text()) is None and self.high.text().strip() else "",
            self.deadline: refuse_day(self.deadline.text().strip()),
            self.link: tr("not a link") if self.link.text().strip() and not self._link() else "",
        }
        for field, why in wrong.items():
            field.set_state("error" if why and field is not self.title else "plain", why)
        self._save.setEnabled(not any(wrong.values()))

    def _link(self) -> str:
        typed = self.link.text().strip()
        return typed if typed == self._posting.url else looks_like_url(typed) or ""

    def _field(self, label: str, text: str, placeholder: str = "") -> TextField:
        field = TextField(label, text=text, placeholder=placeholder)
        self._line(label, field)
        return field

    def _line(self, label: str, widget: QWidget) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(Text(label, size=Size.SMALL, tone="second"), at, 0)
        self._grid.addWidget(widget, at, 1)


def _choice(name: str, words: dict[Any, str], value: Any, nothing: str) -> ComboButton:
    choices = [(NONE, nothing), *((key.value, tr(word)) for key, word in words.items())]
    return ComboButton(choices, name, value=value.value if value else NONE, placeholder=name)


def _key(choice: ComboButton, kind: Any) -> Any:
    return None if choice.value() in {"", NONE} else kind(choice.value())
