"""The people behind a job: who belongs to it, who else is at the company; and what is due about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QWidget

from careercoach_desktop.features.jobs.model import Contact, ContactsChanged, DueLine, Job, JobContact, Relation
from careercoach_desktop.features.jobs.ui.due_words import KIND_ICONS, due_words, when_words
from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
from careercoach_desktop.features.jobs.ui.people_words import VCARD_SUFFIXES, work_words
from careercoach_desktop.features.jobs.ui.person_card import PersonCard
from careercoach_desktop.features.jobs.ui.reminding import Reminding
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.features.reminders.model import ReminderKind, RemindersChanged
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.uikit import (
    STRETCH,
    Button,
    Desk,
    EmptyState,
    Heading,
    IconButton,
    IconView,
    MenuEntry,
    Rows,
    Scroll,
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

_MOST_OTHERS = 20


class ContactsPanel(QWidget):
    """Reads its people each time the job is shown; takes address-book files that are dropped on it."""

    def __init__(self, desk: Desk, actions: PeopleActions, reminding: Reminding) -> None:
        super().__init__()
        self._desk = desk
        self._actions = actions
        self._reminding = reminding
        self._job: Job | None = None
        self._parts = column(spacing=Space.M, margins=(Space.XL, Space.S, Space.XL, Space.XL))
        self._empty = EmptyState(
            "users",
            tr("Recruiters, people who put in a word for you, whoever you wrote to: keep them here, with the day you "
               "want to be in touch again."),
            title=tr("Who is behind this job?"),
            action=tr("Add a person"),
            link=tr("From an address book…"),
        )  # fmt: skip
        self._empty.acted.connect(self._add)
        self._empty.link_followed.connect(self._choose_book)
        self._stack = QStackedWidget()
        for each in (QWidget(), Scroll(column(self._parts, spacing=0), tr("Contacts")), self._empty):
            self._stack.addWidget(each)
        self.setLayout(column(self._stack))
        self.setAcceptDrops(True)
        for kind in (ContactsChanged, RemindersChanged):
            desk.on(kind, lambda _event: self._load_soon(), owner=self)

    def show_job(self, job: Job) -> None:
        self._job = job
        self._load_soon()

    def _load_soon(self) -> None:
        if self._job is not None:
            self._desk.start(self._load(self._job), owner=self)

    async def _load(self, job: Job) -> None:
        run, people = self._desk.run, self._actions.people
        here = await run(people.contacts_of, job.id)
        others = await run(people.colleagues_of, job.id)
        due = await run(self._reminding.service.of_job, job.id)
        if self._job is None or job.id != self._job.id:
            return
        own = [line for line in due if line.contact_id is None]
        self._show(job, here, others, own)
        self._stack.setCurrentIndex(1 if here or others or own else 2)

    def _show(self, job: Job, here: Sequence[JobContact], others: Sequence[Contact], due: Sequence[DueLine]) -> None:
        today = today_here()
        focused = self._stack.isAncestorOf(self.window().focusWidget()) if self.window().focusWidget() else False
        clear(self._parts)
        add = Button(tr("Add a person"), icon="user-plus", compact=True)
        add.clicked.connect(self._add)
        more = IconButton("dots-three", tr("More about the people of this job"))
        more.clicked.connect(lambda: open_menu(more, self._entries(here)))
        self._parts.addLayout(row(Heading(tr("For this job"), 3), STRETCH, add, more, spacing=Space.S))
        for each in here:
            card = PersonCard(self._desk, self._actions, each.contact, today, job_id=job.id, relation=each.relation)
            self._parts.addWidget(card)
        if not here:
            self._parts.addWidget(Text(tr("Nobody yet."), size=Size.SMALL, tone="third"))
        if others:
            self._parts.addWidget(Heading(tr("Others at {0}").format(job.posting.company), 3))
            rows = Rows(tr("Others at {0}").format(job.posting.company))
            rows.add(*(self._other(job, contact) for contact in others[:_MOST_OTHERS]))
            self._parts.addWidget(rows)
        remind = Button(tr("Remind me…"), icon="bell", compact=True)
        remind.clicked.connect(lambda: self._desk.start(self._reminding.remind([job.id], job.posting.title)))
        self._parts.addLayout(row(Heading(tr("Reminders"), 3), STRETCH, remind))
        if due:
            rows = Rows(tr("Reminders"))
            rows.add(*(self._due_row(line, today) for line in due))
            self._parts.addWidget(rows)
        else:
            self._parts.addWidget(Text(tr("None for this job."), size=Size.SMALL, tone="third"))
        self._parts.addStretch(1)
        if focused:
            add.setFocus()  # what had the keyboard is gone with the cards

    def _other(self, job: Job, contact: Contact) -> QWidget:
        name = Text(contact.name, elide=True)
        work = Text(contact.role or work_words(contact), size=Size.SMALL, tone="second", elide=True)
        words = holder(column(name, work, spacing=2))
        words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        link = Button(tr("Add"), compact=True, name=tr("Add {0} to this job").format(contact.name))
        link.clicked.connect(lambda: self._desk.start(self._actions.link(job.id, contact, Relation.OTHER)))
        line = row(words, link, spacing=Space.M)
        line.setStretch(0, 1)
        return holder(line)

    def _due_row(self, line: DueLine, today: date) -> QWidget:
        late = line.reminder.day <= today
        what = Text(due_words(line, today), elide=True)
        what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        when = Text(when_words(line, today), size=Size.SMALL, tone="amber" if late else "third")
        done = Button(tr("Done"), compact=True, name=tr("Done: {0}").format(due_words(line, today)))
        done.clicked.connect(lambda: self._desk.start(self._reminding.finish(line)))
        later = IconButton("clock-afternoon", tr("Put off: {0}").format(due_words(line, today)))
        later.clicked.connect(lambda: self._reminding.offer_snooze(later, line))
        icon = IconView(KIND_ICONS[line.reminder.kind], "amber" if late else "second")
        parts: list[QWidget] = [icon, what, when, done, later]
        if line.reminder.kind is ReminderKind.OWN:
            gone = IconButton("trash", tr("Remove the reminder: {0}").format(due_words(line, today)))
            gone.clicked.connect(lambda: self._desk.start(self._reminding.drop(line)))
            parts.append(gone)
        whole = row(*parts, spacing=Space.S)
        whole.setStretch(1, 1)
        return holder(whole)

    def _entries(self, here: Sequence[JobContact]) -> list[MenuEntry]:
        job = self._job
        if job is None:
            return []
        start, ids = self._desk.start, [each.contact.id or 0 for each in here]
        return [
            MenuEntry(tr("Choose somebody you know…"), lambda: start(self._actions.pick(job)), icon="users"),
            MenuEntry(tr("Import a vCard…"), self._choose_book, icon="download-simple"),
            MenuEntry(
                tr("Export these people…"),
                lambda: start(self._actions.export(ids, job.posting.company or tr("People"))),
                icon="export",
                enabled=bool(ids),
            ),
        ]

    def _add(self) -> None:
        if self._job is not None:
            self._desk.start(self._actions.add(self._job))

    def _choose_book(self) -> None:
        if self._job is not None:
            self._desk.start(self._actions.choose_book(self._job.id))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData(), VCARD_SUFFIXES):
            event.acceptProposedAction()
        else:
            event.ignore()  # the page may take it for a posting

    def dropEvent(self, event: QDropEvent) -> None:
        files = dropped_files(event.mimeData(), VCARD_SUFFIXES)
        if files and self._job is not None:
            event.acceptProposedAction()
            self._desk.start(self._actions.take_in(files, self._job.id))
