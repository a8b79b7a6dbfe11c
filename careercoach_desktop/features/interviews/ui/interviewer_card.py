"""Somebody who asks, with the ways to reach them."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSizePolicy, QWidget

from careercoach_desktop.features.interviews.following_up import mail_link
from careercoach_desktop.features.interviews.model import Interviewer
from careercoach_desktop.features.interviews.ui.round_entries import open_address
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.features.jobs.capture.urls import looks_like_url, site_of
from careercoach_desktop.foundation.uikit import (
    Button,
    Card,
    Desk,
    FlowLayout,
    IconButton,
    MenuEntry,
    Size,
    Space,
    Text,
    Weight,
    holder,
    open_menu,
    row,
)


class InterviewerCard(Card):
    def __init__(self, desk: Desk, person: Interviewer) -> None:
        super().__init__(spacing=4, padding=Space.M)
        self._desk, self._person = desk, person
        self.setAccessibleName(person.name)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self.add(self._head())
        if person.title:
            self.add(Text(person.title, size=Size.SMALL, tone="second", wrap=True))
        ways = self._ways()
        if ways is not None:
            self.add(ways)

    def _head(self) -> QWidget:
        name = Text(self._person.name, weight=Weight.MEDIUM, elide=True)
        name.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        parts: list[QWidget] = [name]
        entries = self._entries()
        if entries:
            more = IconButton("copy", tr("Copy what is known of {0}").format(self._person.name), size=26)
            more.clicked.connect(lambda: open_menu(more, entries))
            parts.append(more)
        line = row(*parts, spacing=Space.S)
        line.setStretch(0, 1)
        return holder(line)

    def _ways(self) -> QWidget | None:
        person = self._person
        mail = mail_link([person.email], "", "").url if "@" in person.email else ""
        number = "".join(sign for sign in person.phone if sign.isdecimal() or sign == "+")
        web = looks_like_url(person.link) or ""
        ways = (
            ("envelope-simple", person.email, mail.partition("?")[0], tr("Write to {0}")),
            ("phone", person.phone, f"tel:{number}" if number else "", tr("Call {0}")),
            ("link", site_of(web) or person.link, web, tr("Open the profile of {0}")),
        )
        flow = FlowLayout(Space.M)
        for icon, words, address, said in ways:
            if words and address:
                button = Button(words, "link", icon=icon, compact=True, name=said.format(person.name))
                button.may_be_cut()
                button.clicked.connect(lambda _checked=False, address=address: open_address(self._desk, address))
                flow.addWidget(button)
        return holder(flow) if flow.count() else None

    def _entries(self) -> list[MenuEntry]:
        person = self._person
        known = (
            (tr("Copy the e-mail address"), person.email),
            (tr("Copy the phone number"), person.phone),
            (tr("Copy the profile link"), person.link),
        )
        return [
            MenuEntry(words, lambda value=value: QGuiApplication.clipboard().setText(value), icon="copy")  # type: ignore[misc]  # mypy does not see the default's type
            for words, value in known
            if value
        ]
