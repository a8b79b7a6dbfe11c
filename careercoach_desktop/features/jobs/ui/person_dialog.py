"""The small forms about people: who they are, picking one, having written to them, when to write again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtWidgets import QGridLayout, QWidget

from careercoach_desktop.features.jobs.model import Contact, PersonRow, Relation
from careercoach_desktop.features.jobs.ui.day_choice import FOLLOW_UPS, DayChoice
from careercoach_desktop.features.jobs.ui.people_list import PeopleList
from careercoach_desktop.features.jobs.ui.people_words import RELATION_WORDS, web_address
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Chip,
    ComboButton,
    Dialog,
    SearchField,
    Size,
    Text,
    TextArea,
    TextField,
    holder,
    row,
)

SAVE, PICK, WROTE = "save", "pick", "wrote"
_RELATIONS = [(relation.value, words) for relation, words in RELATION_WORDS.items()]


class PersonDialog(Dialog):
    """``contact()`` after ``SAVE``. With a ``relation``, it also asks what the person is for the job."""

    def __init__(self, parent: QWidget | None, contact: Contact, *, title: str, relation: Relation | None) -> None:
        super().__init__(title, parent, width=480)
        self._contact = contact
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(10)
        self._grid.setColumnStretch(1, 1)
        self.name = self._field(tr("Name"), contact.name)
        self.role = self._field(tr("Role"), contact.role, tr("such as Head of Data"))
        self.company = self._field(tr("Company"), contact.company)
        self._relation = ComboButton(
            [(key, tr(words)) for key, words in _RELATIONS], tr("What they are for this job"), value=""
        )
        if relation is not None:
            self._relation.set_value(relation.value)
            self._line(tr("For this job"), holder(row(self._relation, STRETCH)))
        else:
            self._relation.setParent(self)
            self._relation.hide()
        self.email = self._field(tr("E-mail"), contact.email)
        self.phone = self._field(tr("Phone"), contact.phone)
        self.link = self._field(tr("Profile link"), contact.link, "https://")
        self.notes = TextArea(tr("Notes"), text=contact.notes, min_lines=2, max_lines=6)
        self._line(tr("Notes"), self.notes)
        self.body.addLayout(self._grid)
        self.add_button(tr("Cancel"), "")
        self._save = self.add_button(tr("Save"), SAVE, "primary")
        for field in (self.name, self.email, self.link):
            field.textChanged.connect(self._check)
        self.notes.changed.connect(self.fit_soon)
        self._check()
        self.name.setFocus()

    def contact(self) -> Contact:
        """The person as the form says."""
        return self._contact.model_copy(
            update={
                "name": self.name.text().strip(),
                "role": self.role.text().strip(),
                "company": self.company.text().strip(),
                "email": self.email.text().strip(),
                "phone": self.phone.text().strip(),
                "link": self.link.text().strip(),
                "notes": self.notes.text().strip(),
            }
        )

    def relation(self) -> Relation | None:
        return Relation(self._relation.value()) if self._relation.value() else None

    def _check(self) -> None:
        now = self.contact()
        mail_wrong = bool(now.email) and "@" not in now.email
        link_wrong = bool(now.link) and not web_address(now)
        self.email.set_state("error" if mail_wrong else "plain", tr("an @ is missing") if mail_wrong else "")
        self.link.set_state("error" if link_wrong else "plain", tr("not a link") if link_wrong else "")
        self._save.setEnabled(bool(now.name) and not mail_wrong and not link_wrong)

    def _field(self, label: str, text: str, placeholder: str = "") -> TextField:
        field = TextField(label, text=text, placeholder=placeholder)
        self._line(label, field)
        return field

    def _line(self, label: str, widget: QWidget) -> None:
        at = self._grid.rowCount()
        self._grid.addWidget(Text(label, size=Size.SMALL, tone="second"), at, 0)
        self._grid.addWidget(widget, at, 1)


class PickDialog(Dialog):
    """Choose somebody who is there; ``chosen`` and ``relation()`` after ``PICK``."""

    def __init__(self, parent: QWidget | None, people: Sequence[PersonRow]) -> None:
        super().__init__(tr("Choose a person"), parent, width=480)
        self._people = list(people)
        self.search = SearchField(tr("Search people"), delay=60)
        self.search.searched.connect(self._filter)
        self.list = PeopleList()
        self.list.setFixedHeight(264)
        self.list.chosen.connect(lambda _row: self._check())
        self.list.opened.connect(lambda _row: self._close_with(PICK))
        self._relation = ComboButton(
            [(key, tr(words)) for key, words in _RELATIONS],
            tr("What they are for this job"),
            value=Relation.OTHER.value,
        )
        self.body.addWidget(self.search)
        self.body.addWidget(self.list)
        label = Text(tr("For this job"), size=Size.SMALL, tone="second")
        self.body.addLayout(row(label, self._relation, STRETCH, spacing=12))
        self.add_button(tr("Cancel"), "")
        self._pick = self.add_button(tr("Add to this job"), PICK, "primary")
        self._filter("")
        self.search.setFocus()

    @property
    def chosen(self) -> Contact | None:
        row_ = self.list.current()
        return None if row_ is None else row_.contact

    def relation(self) -> Relation:
        return Relation(self._relation.value())

    def _filter(self, text: str) -> None:
        words = text.casefold().split()
        found = [each for each in self._people if all(word in _said(each.contact) for word in words)]
        self.list.show_people(found)
        self._check()

    def _check(self) -> None:
        self._pick.setEnabled(self.chosen is not None)


class WroteDialog(Dialog):
    """One was in touch: which day, and when again. ``when()`` and ``next_day()`` after ``WROTE``."""

    def __init__(self, parent: QWidget | None, contact: Contact, today: date) -> None:
        super().__init__(tr("In touch with {0}").format(contact.name), parent, width=440)
        self._today = today
        self._when = today
        self._days = {0: Chip(tr("Today")), 1: Chip(tr("Yesterday"))}
        chips = row(spacing=6)
        for ago, chip in self._days.items():
            chip.clicked.connect(lambda _checked=False, ago=ago: self._choose(ago))
            chips.addWidget(chip)
        chips.addStretch(1)
        self.choice = DayChoice(tr("When to follow up"), today, FOLLOW_UPS, days=7, nothing=tr("Not planned"))
        self.body.addWidget(Text(tr("When was that?"), size=Size.SMALL, tone="second"))
        self.body.addLayout(chips)
        self.body.addSpacing(4)
        self.body.addWidget(Text(tr("Follow up if nothing comes back"), size=Size.SMALL, tone="second"))
        self.body.addWidget(self.choice)
        self.add_button(tr("Cancel"), "")
        go = self.add_button(tr("Note it"), WROTE, "primary")
        self.choice.changed.connect(lambda: go.setEnabled(self.choice.is_sure()))
        self.choice.changed.connect(self.fit_soon)
        self._choose(0)
        go.setFocus()

    def when(self) -> date:
        return self._when

    def next_day(self) -> date | None:
        return self.choice.day()

    def _choose(self, ago: int) -> None:
        self._when = self._today - timedelta(days=ago)
        for each, chip in self._days.items():
            chip.set_selected(each == ago)


class PlanDialog(Dialog):
    """When to get in touch again; ``day()`` after ``SAVE``, None for not at all."""

    def __init__(self, parent: QWidget | None, contact: Contact, today: date) -> None:
        super().__init__(tr("Follow up with {0}").format(contact.name), parent, width=440)
        planned = contact.next_follow_up if contact.next_follow_up and contact.next_follow_up >= today else None
        self.choice = DayChoice(
            tr("When to follow up"),
            today,
            FOLLOW_UPS,
            days=7 if planned is None else None,
            day=planned,
            nothing=tr("Not planned"),
        )
        self.body.addWidget(self.choice)
        self.add_button(tr("Cancel"), "")
        go = self.add_button(tr("Save"), SAVE, "primary")
        self.choice.changed.connect(lambda: go.setEnabled(self.choice.is_sure()))
        self.choice.changed.connect(self.fit_soon)
        go.setFocus()

    def day(self) -> date | None:
        return self.choice.day()


def _said(contact: Contact) -> str:
    return f"{contact.name} {contact.company} {contact.role} {contact.email}".casefold()
