"""The facts of a posting, each read like text and edited where it stands."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import Any

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import Job, JobType, Posting, WorkMode
from careercoach_desktop.features.jobs.ui.days import read_day, refuse_day, such_as_day, written_day
from careercoach_desktop.features.jobs.ui.inline_field import InlineChoice, InlineText
from careercoach_desktop.features.jobs.ui.origins import guesses, origin_of, origin_words
from careercoach_desktop.features.jobs.ui.typed_values import SALARY_FIELDS, refuse_link, salary_changes, typed_salary
from careercoach_desktop.features.jobs.ui.words import MODE_WORDS, TYPE_WORDS, salary_words, short_date, tr
from careercoach_desktop.foundation.uikit import Button, IconButton, Size, Space, Text, holder, row

GUESSABLE = (
    "title", "company", "company_url", "location", "work_mode", "job_type", *SALARY_FIELDS, "posted_date", "deadline",
    "url",
)  # fmt: skip
"""The fields that are shown here."""


class FactsGrid(QWidget):
    """``edited`` brings changes of the posting, by field; ``confirmed`` fields whose guess is right."""

    edited = Signal(dict)
    confirmed = Signal(list)

    def __init__(self) -> None:
        super().__init__()
        self._posting = Posting()
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.XS)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._grid.setColumnStretch(3, 1)
        self._grid.setColumnMinimumWidth(0, 66)
        self.setLayout(self._grid)
        self.title = self._text(tr("Title"), "title", refuse=lambda text: "" if text else tr("needed"))
        self.company = self._text(tr("Company"), "company")
        self.company_url = self._text(tr("Website"), "company_url", "https://", refuse_link)
        self.location = self._text(tr("Place"), "location")
        self.work_mode = self._choice(tr("Work mode"), "work_mode", MODE_WORDS, WorkMode)
        self.job_type = self._choice(tr("Type"), "job_type", TYPE_WORDS, JobType)
        self.salary = InlineText(
            tr("Salary"), tr("Add"), placeholder=tr("such as 52–60k GBP"), refuse=self._refuse_salary
        )
        self.salary.committed.connect(lambda text: self.edited.emit(salary_changes(text, self._posting)))
        self.salary.confirmed.connect(lambda: self.confirmed.emit(list(SALARY_FIELDS)))
        self.posted = self._day(tr("Posted"), "posted_date")
        self.deadline = self._day(tr("Deadline"), "deadline")
        self.url = self._text(tr("Link"), "url", "https://", refuse_link)
        self.open_posting = _opener(tr("Open the posting in the browser"), lambda: self._posting.url)
        self.open_company = _opener(tr("Open the company’s website"), lambda: self._posting.company_url)
        self._also = QGridLayout()
        self._lay_out()

    def show_job(self, job: Job, today: date) -> None:
        """Show what is stored; a field that is open stays open."""
        posting = self._posting = job.posting
        for value, name in ((self.title, "title"), (self.company, "company"), (self.location, "location")):
            self._show(job, value, name, getattr(posting, name), getattr(posting, name))
        self._show(job, self.company_url, "company_url", _short(posting.company_url), posting.company_url)
        self._show(job, self.url, "url", _short(posting.url), posting.url)
        for day, name in ((self.posted, "posted_date"), (self.deadline, "deadline")):
            when = getattr(posting, name)
            self._show(job, day, name, short_date(when, today) if when else "", written_day(when))
        for choice, name in ((self.work_mode, "work_mode"), (self.job_type, "job_type")):
            key = getattr(posting, name)
            choice.show_key(key.value if key else "", _origin(job, [name]), guess=bool(guesses(job, [name])))
        pay = guesses(job, SALARY_FIELDS)
        origin = _origin(job, SALARY_FIELDS)
        self.salary.show_text(salary_words(posting), typed_salary(posting), origin, guess=bool(pay))
        self.open_posting.setVisible(looks_like_url(posting.url) is not None)
        self.open_company.setVisible(looks_like_url(posting.company_url) is not None)
        self._show_also(job.also_at)

    def commit(self) -> None:
        """Save what is being typed: another job is about to be shown. What can't be saved is left."""
        for value in self.findChildren(InlineText):
            if not value.commit():
                value.close_field()

    def _lay_out(self) -> None:
        self._line(0, tr("Title"), self.title)
        self._pair(1, (tr("Company"), self.company), (tr("Website"), self._beside(self.company_url, self.open_company)))
        self._pair(2, (tr("Place"), self.location), (tr("Mode"), self.work_mode))
        self._pair(3, (tr("Type"), self.job_type), (tr("Salary"), self.salary))
        self._pair(4, (tr("Posted"), self.posted), (tr("Deadline"), self.deadline))
        self._line(5, tr("Link"), self._beside(self.url, self.open_posting))
        self._also.setContentsMargins(0, 0, 0, 0)
        self._grid.addLayout(self._also, 6, 1, 1, 3)
        order = (
            self.title, self.company, self.company_url, self.open_company, self.location, self.work_mode, self.job_type,
            self.salary, self.posted, self.deadline, self.url, self.open_posting,
        )  # fmt: skip
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _line(self, at: int, name: str, widget: QWidget) -> None:
        self._grid.addWidget(Text(name, size=Size.SMALL, tone="third"), at, 0)
        self._grid.addWidget(widget, at, 1, 1, 3)

    def _pair(self, at: int, left: tuple[str, QWidget], right: tuple[str, QWidget]) -> None:
        for side, (name, widget) in enumerate((left, right)):
            self._grid.addWidget(Text(name, size=Size.SMALL, tone="third"), at, 2 * side)
            self._grid.addWidget(widget, at, 2 * side + 1)

    @staticmethod
    def _beside(value: QWidget, button: QWidget) -> QWidget:
        line = row(value, button, spacing=2)
        line.setStretch(0, 1)
        return holder(line)

    def _text(self, name: str, field: str, placeholder: str = "", refuse: Any = None) -> InlineText:
        value = InlineText(name, tr("Add"), placeholder=placeholder, refuse=refuse)
        is_link = refuse is refuse_link
        value.committed.connect(
            lambda text: self.edited.emit({field: (looks_like_url(text) or "") if is_link else text})
        )
        value.confirmed.connect(lambda: self.confirmed.emit([field]))
        return value

    def _day(self, name: str, field: str) -> InlineText:
        value = InlineText(name, tr("Add"), placeholder=such_as_day(), refuse=refuse_day)
        value.committed.connect(lambda text: self.edited.emit({field: read_day(text) if text else None}))
        value.confirmed.connect(lambda: self.confirmed.emit([field]))
        return value

    def _choice(self, name: str, field: str, words: dict[Any, str], kind: Any) -> InlineChoice:
        value = InlineChoice(name, tr("Add"), [(key.value, tr(word)) for key, word in words.items()])
        value.chosen.connect(lambda key: self.edited.emit({field: kind(key) if key else None}))
        value.confirmed.connect(lambda: self.confirmed.emit([field]))
        return value

    def _show(self, job: Job, value: InlineText, name: str, shown: str, editable: str) -> None:
        value.show_text(shown, editable, _origin(job, [name]), guess=bool(guesses(job, [name])))

    def _show_also(self, addresses: tuple[str, ...]) -> None:
        while (item := self._also.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for at, address in enumerate(addresses):
            if looks_like_url(address) is None:
                continue
            link = Button(tr("Also at {0}").format(_short(address)), "link", tip=address)
            link.clicked.connect(lambda address=address: _open(address))
            self._also.addWidget(holder(row(6, link)), at, 0)

    def _refuse_salary(self, text: str) -> str:
        return "" if salary_changes(text, self._posting) is not None else tr("such as 52–60k GBP")


def _origin(job: Job, names: Any) -> str:
    return origin_words(origin_of(job, names))


def _short(address: str) -> str:
    """``example.com/jobs/7``."""
    return address.split("://", 1)[-1].removeprefix("www.").rstrip("/")


def _opener(name: str, address: Any) -> IconButton:
    button = IconButton("arrow-square-out", name, size=26)
    button.clicked.connect(lambda: _open(address()))
    button.hide()
    return button


def _open(address: str) -> None:
    link = looks_like_url(address)
    if link is not None:  # never a file: or another scheme that a page may have named
        QDesktopServices.openUrl(QUrl(link))
