"""One person as a card: who they are, how they are reached, when one was in touch and wants to be again."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from careercoach_desktop.features.jobs.model import Contact, Relation
from careercoach_desktop.features.jobs.ui.people_actions import PeopleActions
from careercoach_desktop.features.jobs.ui.people_words import (
    call_address,
    follow_up_words,
    is_due,
    link_words,
    mail_address,
    relation_word,
    touch_words,
    web_address,
    work_words,
)
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.uikit import (
    SEPARATOR,
    STRETCH,
    Button,
    Card,
    Desk,
    FlowLayout,
    IconButton,
    IconView,
    MenuEntry,
    Size,
    Space,
    Tag,
    Text,
    Weight,
    holder,
    open_menu,
    row,
)


class PersonCard(Card):
    """``job_id`` and ``relation``: what they are for the job it is shown at, if any."""

    def __init__(
        self,
        desk: Desk,
        actions: PeopleActions,
        contact: Contact,
        today: date,
        *,
        job_id: int | None = None,
        relation: Relation | None = None,
    ) -> None:
        super().__init__(spacing=6)
        self._desk = desk
        self._actions = actions
        self.contact = contact
        self._job_id = job_id
        self._relation = relation
        self.setAccessibleName(contact.name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.add(self._head(), *self._lines(), self._ways(), *self._touch(today), self._doing())

    def _head(self) -> QHBoxLayout:
        desk, actions, contact, job_id, relation = self._desk, self._actions, self.contact, self._job_id, self._relation
        name = Text(self.contact.name, weight=Weight.BOLD, elide=True)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        more = IconButton("dots-three", tr("More about {0}").format(self.contact.name))
        more.clicked.connect(lambda: open_menu(more, person_entries(desk, actions, contact, job_id, relation)))
        parts: list[QWidget] = [name]
        if self._relation is not None and self._relation is not Relation.OTHER:
            tone = "accent" if self._relation is Relation.REFERRAL else "neutral"
            parts.append(Tag(relation_word(self._relation), tone))
        line = row(*parts, more, spacing=Space.S)
        line.setStretch(0, 1)
        return line

    def _lines(self) -> list[Text]:
        found = []
        if words := work_words(self.contact):
            found.append(Text(words, size=Size.SMALL, tone="second", wrap=True))
        if self.contact.notes:
            found.append(Text(self.contact.notes, size=Size.SMALL, wrap=True))
        return found

    def _ways(self) -> QWidget | QHBoxLayout:
        flow = FlowLayout(Space.M)
        contact = self.contact
        ways = (
            ("envelope-simple", contact.email, mail_address(contact), tr("Write to {0}")),
            ("phone", contact.phone, call_address(contact), tr("Call {0}")),
            ("link", link_words(contact), web_address(contact), tr("Open the profile of {0}")),
        )
        for icon, words, address, said in ways:
            if words and address:
                button = Button(words, "link", icon=icon, compact=True, name=said.format(contact.name))
                button.clicked.connect(lambda _checked=False, address=address: self._actions.open_address(address))
                flow.addWidget(button)
            elif words:
                text = Text(words, size=Size.SMALL, tone="second", selectable=True)
                flow.addWidget(holder(row(IconView(icon, "second", size=14), text, spacing=5)))
        return holder(flow) if flow.count() else row()

    def _touch(self, today: date) -> list[QHBoxLayout]:
        plan, touched = follow_up_words(self.contact, today), touch_words(self.contact, today)
        parts: list[QWidget] = []
        if plan:
            ink = "amber" if is_due(self.contact, today) else "second"
            parts += [IconView("bell", ink, size=14), Text(plan, size=Size.SMALL, tone=ink)]
        if touched:
            parts.append(Text(touched, size=Size.SMALL, tone="third"))
        return [row(*parts, STRETCH, spacing=6)] if parts else []

    def _doing(self) -> QHBoxLayout:
        wrote = Button(
            tr("Wrote or spoke"),
            icon="chat-circle-text",
            compact=True,
            name=tr("Note that you were in touch with {0}").format(self.contact.name),
        )
        wrote.clicked.connect(lambda: self._desk.start(self._actions.wrote(self.contact)))
        plan = Button(
            tr("Plan a follow-up") if self.contact.next_follow_up is None else tr("Change the day"),
            "ghost",
            compact=True,
            name=tr("Plan a follow-up with {0}").format(self.contact.name),
        )
        plan.clicked.connect(lambda: self._desk.start(self._actions.plan(self.contact)))
        return row(wrote, plan, STRETCH, spacing=Space.S, margins=(0, 4, 0, 0))


def person_entries(
    desk: Desk,
    actions: PeopleActions,
    contact: Contact,
    job_id: int | None = None,
    relation: Relation | None = None,
) -> list[Any]:
    """What the menu of a person offers, at a job or on the page of people."""
    start = desk.start
    entries: list[Any] = [
        MenuEntry(tr("Edit…"), lambda: start(actions.edit(contact, job_id, relation)), icon="pencil-simple"),
        MenuEntry(
            tr("Export as vCard…"), lambda: start(actions.export([contact.id or 0], contact.name)), icon="export"
        ),
    ]
    if job_id is not None:
        entries += [
            MenuEntry(tr("Open in People"), lambda: desk.open("jobs.people", contact.id), icon="users"),
            SEPARATOR,
            MenuEntry(tr("Take off this job"), lambda: start(actions.unlink(job_id, contact)), icon="x-circle"),
        ]
    else:
        entries.append(SEPARATOR)
    remove = MenuEntry(tr("Remove"), lambda: start(actions.remove(contact)), icon="trash", danger=True)
    return [*entries, remove]
