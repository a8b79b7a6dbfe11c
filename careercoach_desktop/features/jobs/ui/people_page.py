"""Everybody one knows: searched, sorted by name, each with their jobs and when to be in touch again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from careercoach_desktop.features.jobs.model import (
    ContactsChanged,
    JobAdded,
    JobChanged,
    JobRemoved,
    JobsMoved,
    LinkedJob,
    PersonRow,
)
from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
from careercoach_desktop.features.jobs.ui.people_list import PeopleList
from careercoach_desktop.features.jobs.ui.people_words import VCARD_SUFFIXES, is_due, relation_word
from careercoach_desktop.features.jobs.ui.person_card import PersonCard, person_entries
from careercoach_desktop.features.jobs.ui.words import status_word, tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.storage.watching import ChangedElsewhere
from careercoach_desktop.foundation.uikit import (
    Button,
    Desk,
    EmptyState,
    Heading,
    IconButton,
    Line,
    MenuEntry,
    PageHeader,
    Rows,
    Scroll,
    SearchField,
    SegmentedControl,
    Size,
    Space,
    Text,
    clear,
    column,
    dropped_files,
    holder,
    open_menu,
    row,
)

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service.contacts import ContactService

ALL, DUE = "all", "due"
_DETAIL = 400


class PeoplePage(QWidget):
    """``open_record(id)`` shows a person."""

    def __init__(self, desk: Desk, people: ContactService, actions: PeopleActions) -> None:
        super().__init__()
        self._desk = desk
        self._people = people
        self._actions = actions
        self._wanted: int | None = None
        self._shown: PersonRow | None = None
        self._build()
        for kind in (ContactsChanged, JobAdded, JobChanged, JobRemoved, JobsMoved, ChangedElsewhere):
            desk.on(kind, lambda _event: self._when_changed(), owner=self)
        self._stale = False
        self.load_soon()

    def _build(self) -> None:
        self._header = PageHeader(tr("People"), back=True, line=True)
        self._header.back_requested.connect(lambda: self._desk.open("jobs"))
        self._which = SegmentedControl([(ALL, tr("Everybody")), (DUE, tr("To follow up"))], tr("Which people"))
        self._which.changed.connect(lambda _key: self.load_soon())
        self.search = SearchField(tr("Search people"))
        self.search.searched.connect(lambda _text: self.load_soon())
        self._more = IconButton("dots-three", tr("Import and export"))
        self._more.clicked.connect(lambda: open_menu(self._more, self._entries()))
        self._add = Button(tr("Add a person"), "primary", icon="plus")
        self._add.clicked.connect(self.add)
        self._header.add_beside(self._which)
        self._header.add_action(self.search, self._more, self._add)
        self.list = PeopleList()
        self.list.chosen.connect(self._show_person)
        self.list.opened.connect(lambda person: self._desk.start(self._actions.edit(person.contact)))
        self.list.delete_pressed.connect(lambda person: self._desk.start(self._actions.remove(person.contact)))
        self.list.menu_wanted.connect(self._open_menu)
        self._detail = column(spacing=Space.M, margins=(Space.XL, Space.L, Space.XL, Space.XL))
        detail = Scroll(self._detail, tr("This person"))
        detail.setFixedWidth(_DETAIL)
        listed = holder(column(self.list, margins=(Space.S, Space.S, Space.S, 0)))
        both = row(listed, Line(vertical=True), detail, spacing=0)
        both.setStretch(0, 1)
        self._empty = EmptyState(
            "users",
            tr("Recruiters, referrals, whoever you wrote to. Bring them in from your address book, or add them one "
               "by one; what you know stays on this computer."),
            title=tr("Nobody yet"),
            action=tr("Add a person"),
            link=tr("Import a vCard…"),
        )  # fmt: skip
        self._empty.acted.connect(self.add)
        self._empty.link_followed.connect(self.import_book)
        self._nothing = EmptyState("magnifying-glass", tr("Nobody is found with that."), action=tr("Show everybody"))
        self._nothing.acted.connect(self._show_everybody)
        self._stack = QStackedWidget()
        for each in (QWidget(), holder(both), self._empty, self._nothing):
            self._stack.addWidget(each)
        whole = column(self._header, self._stack, spacing=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)
        self.setAcceptDrops(True)
        for each in (self._which, self.search, self._more, self._add):
            each.hide()  # until it is known who there is

    # What navigation calls -------------------------------------------------------------------------------------

    def open_record(self, record: int | None) -> None:
        """Show a person; None the list."""
        if record is not None:
            self._wanted = record
            self._show_everybody()

    def focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    # Showing ---------------------------------------------------------------------------------------------------

    def load_soon(self) -> None:
        """Read the people again."""
        self._desk.start(self._load(), owner=self)

    async def _load(self) -> None:
        self._stale = False
        text = self.search.text()
        everybody = await self._desk.run(self._people.contacts)
        found = await self._desk.run(self._people.contacts, text) if text.strip() else everybody
        if text != self.search.text():
            return
        today = today_here()
        due = [person for person in everybody if is_due(person.contact, today)]
        if self._which.value() == DUE:
            keys = {person.contact.id for person in due}
            found = sorted(
                (person for person in found if person.contact.id in keys),
                key=lambda person: person.contact.next_follow_up or today,
            )
        self._header.set_subtitle(str(len(everybody)) if everybody else "")
        for each in (self._which, self.search, self._more, self._add):
            each.setVisible(bool(everybody))
        wanted = self._wanted
        self.list.show_people(found, wanted)
        self._stack.setCurrentIndex(1 if found else 3 if everybody else 2)
        if wanted is not None and self.list.people.row_of(wanted) >= 0:  # else they come with a later answer
            self._wanted = None
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_person(self, person: PersonRow | None) -> None:
        if person is not None and person == self._shown:
            return
        self._shown = person
        clear(self._detail)
        if person is None:
            return
        self._detail.addWidget(PersonCard(self._desk, self._actions, person.contact, today_here()))
        self._detail.addWidget(Heading(tr("Jobs"), 3))
        if person.jobs:
            rows = Rows(tr("Jobs"))
            rows.add(*(self._job_row(job.job_id, _job_words(job), job.title) for job in person.jobs))
            self._detail.addWidget(rows)
        else:
            words = tr("None yet. Open a job and its Contacts to add this person there.")
            self._detail.addWidget(Text(words, size=Size.SMALL, tone="third", wrap=True))
        self._detail.addStretch(1)

    def _job_row(self, job_id: int, words: str, title: str) -> QWidget:
        name = Text(title, elide=True)
        second = Text(words, size=Size.SMALL, tone="second", elide=True)
        opened = IconButton("arrow-right", tr("Open {0}").format(title))
        opened.clicked.connect(lambda: self._desk.open("jobs", job_id))
        line = row(holder(column(name, second, spacing=2)), opened, spacing=Space.S)
        line.setStretch(0, 1)
        return holder(line)

    def _show_everybody(self) -> None:
        self._which.set_value(ALL)
        self.search.blockSignals(True)  # noqa: FBT003 - Qt's
        self.search.clear()
        self.search.blockSignals(False)  # noqa: FBT003 - as above
        self.load_soon()

    def _when_changed(self) -> None:
        """Changes that come together are read once; out of sight, when the page comes into view."""
        if not self._stale and self.isVisible():
            self._stale = True
            self.load_soon()

    # Doing -----------------------------------------------------------------------------------------------------

    def add(self) -> None:
        """Ask who it is, and show them."""
        self._desk.start(self._add_person(), owner=self)

    async def _add_person(self) -> None:
        contact_id = await self._actions.add()
        if contact_id is not None:
            self._wanted = contact_id
            self._show_everybody()

    def import_book(self) -> None:
        """Choose address books."""
        self._desk.start(self._actions.choose_book())

    def _entries(self) -> list[MenuEntry]:
        shown = [person.contact.id or 0 for person in self.list.people.rows()]
        return [
            MenuEntry(tr("Import a vCard…"), self.import_book, icon="download-simple"),
            MenuEntry(
                tr("Export the people shown…"),
                lambda: self._desk.start(self._actions.export(shown, tr("People"))),
                icon="export",
                enabled=bool(shown),
            ),
        ]

    def _open_menu(self, person: PersonRow, spot: QPoint) -> None:
        open_menu(self, person_entries(self._desk, self._actions, person.contact), self.mapFromGlobal(spot))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), VCARD_SUFFIXES):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if files := dropped_files(event.mimeData(), VCARD_SUFFIXES):
            event.acceptProposedAction()
            self._desk.start(self._actions.take_in(files))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.load_soon()


def _job_words(job: LinkedJob) -> str:
    parts = [job.company, status_word(job.status), relation_word(job.relation)]
    return " · ".join(part for part in parts if part)
