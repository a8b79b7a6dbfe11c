"""Who asks in a round: found among the people one knows, or new; in an order, each with their details."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from careercoach_desktop.features.interviews.model import Interviewer
from careercoach_desktop.features.interviews.ui.suggest_field import SuggestField
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.features.jobs.capture.urls import looks_like_url
from careercoach_desktop.features.jobs.model import Contact
from careercoach_desktop.foundation.uikit import (
    Desk,
    Dialog,
    IconButton,
    Rows,
    Size,
    Space,
    Text,
    TextField,
    column,
    holder,
    row,
)

SAVE = "save"
_MAIL = re.compile(r"[^\s<>,;]+@[^\s<>,;]+")


class InterviewerDialog(Dialog):
    """Everything about one interviewer; ``interviewer()`` after ``SAVE``."""

    def __init__(self, parent: QWidget | None, person: Interviewer) -> None:
        super().__init__(tr("Interviewer"), parent, width=440)
        self._person = person
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(1, 1)
        self.name, self.title, self.email, self.phone, self.link = (
            self._field(grid, label, text, hint)
            for label, text, hint in (
                (tr("Name"), person.name, ""),
                (tr("Title"), person.title, tr("such as Head of Data")),
                (tr("E-mail"), person.email, ""),
                (tr("Phone"), person.phone, ""),
                (tr("LinkedIn"), person.link, "https://"),
            )
        )
        self.body.addLayout(grid)
        self.add_button(tr("Cancel"), "")
        self._save = self.add_button(tr("Done"), SAVE, "primary")
        for field in (self.name, self.email, self.link):
            field.textChanged.connect(self._check)
        self._check()
        self.name.setFocus()

    def interviewer(self) -> Interviewer:
        link = self.link.text().strip()
        return self._person.model_copy(
            update={
                "name": " ".join(self.name.text().split()),
                "title": self.title.text().strip(),
                "email": self.email.text().strip(),
                "phone": self.phone.text().strip(),
                "link": looks_like_url(link) or link,
            }
        )

    def _check(self) -> None:
        mail, link = self.email.text().strip(), self.link.text().strip()
        mail_wrong = bool(mail) and _MAIL.fullmatch(mail) is None
        link_wrong = bool(link) and looks_like_url(link) is None
        self.email.set_state("error" if mail_wrong else "plain", tr("not an e-mail address") if mail_wrong else "")
        self.link.set_state("error" if link_wrong else "plain", tr("not a link") if link_wrong else "")
        self._save.setEnabled(bool(self.name.text().strip()) and not mail_wrong and not link_wrong)

    @staticmethod
    def _field(grid: QGridLayout, label: str, text: str, hint: str) -> TextField:
        field, at = TextField(label, text=text, placeholder=hint), grid.rowCount()
        grid.addWidget(Text(label, size=Size.SMALL, tone="second"), at, 0)
        grid.addWidget(field, at, 1)
        return field


class PeopleField(QWidget):
    """``people()`` in their order. ``known`` are offered while a name is typed; Enter adds whoever is typed, also as
    ``Ana Silva <ana@firm.example>``. ``resized`` when it is taller or shorter now."""

    changed = Signal()
    resized = Signal()

    def __init__(self, desk: Desk, people: Sequence[Interviewer], known: Sequence[Contact]) -> None:
        super().__init__()
        self._desk = desk
        self._people = list(people)
        self._known = {each.id: each for each in known if each.id is not None}
        self._rows = Rows(tr("Interviewers"))
        self.entry = _Entry(tr("Add an interviewer"), placeholder=tr("Name, or somebody you know"))
        self.entry.picked.connect(self._add_known)
        self.entry.entered.connect(self.take)
        self._add = IconButton("user-plus", tr("Add with title, e-mail and more"))
        self._add.clicked.connect(lambda: self._desk.start(self._edit(None), owner=self))
        entry = row(self.entry, self._add, spacing=2)
        entry.setStretch(0, 1)
        self.setLayout(column(self._rows, entry, spacing=6))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFocusProxy(self.entry)
        self._show()

    def people(self) -> tuple[Interviewer, ...]:
        """With whoever is typed and was not added yet: nobody wants to lose a name for an Enter."""
        typed = self._typed()
        return (*self._people, typed) if typed is not None and not self._has(typed) else tuple(self._people)

    def take(self) -> None:
        """Add who is typed."""
        typed = self._typed()
        if typed is not None:
            self._add_person(typed)

    def _typed(self) -> Interviewer | None:
        """Who stands in the field: somebody known, as they were offered, or somebody new."""
        text = self.entry.text()
        key = self.entry.key_of(text)
        return as_interviewer(self._known[key]) if isinstance(key, int) else typed_person(text)

    def _add_known(self, key: object) -> None:
        contact = self._known.get(key) if isinstance(key, int) else None
        if contact is not None:
            self._add_person(as_interviewer(contact))

    def _add_person(self, person: Interviewer) -> None:
        self.entry.clear()
        if not self._has(person):
            self._people.append(person)
            self._show()
            self.changed.emit()

    def _has(self, person: Interviewer) -> bool:
        return any(
            (person.contact_id is not None and each.contact_id == person.contact_id)
            or (each.name.casefold() == person.name.casefold() and each.email.casefold() == person.email.casefold())
            for each in self._people
        )

    async def _edit(self, at: int | None) -> None:
        typed = typed_person(self.entry.text()) or Interviewer(name="")
        dialog = InterviewerDialog(self.window(), typed if at is None else self._people[at])
        if await dialog.answer() != SAVE:
            return
        if at is None:
            self._add_person(dialog.interviewer())
        else:
            self._people[at] = dialog.interviewer()
            self._show()
            self.changed.emit()

    def _move(self, at: int, by: int) -> None:
        on = at + by
        if 0 <= on < len(self._people):
            self._people[at], self._people[on] = self._people[on], self._people[at]
            self._show(focus=(on, "up" if by < 0 else "down"))
            self.changed.emit()

    def _remove(self, at: int) -> None:
        del self._people[at]
        self._show(focus=(min(at, len(self._people) - 1), "remove") if self._people else None)
        if not self._people:
            self.entry.setFocus()
        self.changed.emit()

    def _show(self, focus: tuple[int, str] | None = None) -> None:
        self._rows.clear()
        self._rows.add(*(self._row(at, person) for at, person in enumerate(self._people)))
        self._rows.setVisible(bool(self._people))
        taken = {each.contact_id for each in self._people}
        free = [each for key, each in self._known.items() if key not in taken]
        self.entry.offer([(each.id, contact_label(each)) for each in free])
        if focus is not None:
            at, what = focus
            button = self._rows.findChild(IconButton, f"{what}-{at}")
            if button is not None and not button.isEnabled():
                button = self._rows.findChild(IconButton, f"edit-{at}")
            if button is not None:
                button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.resized.emit()

    def _row(self, at: int, person: Interviewer) -> QWidget:
        words = Text(" · ".join(part for part in (person.name, person.title) if part), elide=True)
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        edit = IconButton("pencil-simple", tr("Edit {0}").format(person.name))
        edit.clicked.connect(lambda: self._desk.start(self._edit(at), owner=self))
        up = IconButton("caret-up", tr("{0} comes earlier").format(person.name))
        up.setEnabled(at > 0)
        up.clicked.connect(lambda: self._move(at, -1))
        down = IconButton("caret-down", tr("{0} comes later").format(person.name))
        down.setEnabled(at < len(self._people) - 1)
        down.clicked.connect(lambda: self._move(at, 1))
        gone = IconButton("x", tr("Take {0} off").format(person.name))
        gone.clicked.connect(lambda: self._remove(at))
        for name, button in (("edit", edit), ("up", up), ("down", down), ("remove", gone)):
            button.setObjectName(f"{name}-{at}")
        several = [up, down] if len(self._people) > 1 else []
        line = row(words, *several, edit, gone, spacing=2)
        line.setStretch(0, 1)
        return holder(line)


class _Entry(SuggestField):
    """``entered`` when Enter is pressed on something typed, instead of the dialog's primary button."""

    entered = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.text().strip() and not event.modifiers():
            self.entered.emit()
            return
        super().keyPressEvent(event)


def typed_person(text: str) -> Interviewer | None:
    """``Ana Silva``, ``Ana Silva <ana@firm.example>`` or ``ana@firm.example``; None for nothing."""
    found = _MAIL.search(text)
    email = found[0] if found else ""
    name = " ".join(re.sub(r"[<>()\"]", " ", text.replace(email, " ") if email else text).split()).strip(" ,;")
    if not name and email:
        name = " ".join(part.capitalize() for part in re.split(r"[._-]+", email.split("@")[0]) if part)
    return Interviewer(name=name, email=email) if name else None


def as_interviewer(contact: Contact) -> Interviewer:
    return Interviewer(
        name=contact.name,
        title=contact.role,
        email=contact.email,
        phone=contact.phone,
        link=contact.link,
        contact_id=contact.id,
    )


def contact_label(contact: Contact) -> str:
    """``Ana Silva · Head of Data, Halden Rail``."""
    work = ", ".join(part for part in (contact.role, contact.company) if part)
    return f"{contact.name} · {work}" if work else contact.name
