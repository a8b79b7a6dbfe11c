"""What the menu of a round offers, in the drawer and in its detail."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices

from careercoach_desktop.features.interviews.following_up import Wish
from careercoach_desktop.features.interviews.invitations.weblinks import google_link, outlook_link
from careercoach_desktop.features.interviews.model import InterviewLine, InterviewOutcome
from careercoach_desktop.features.interviews.ui.interview_actions import InterviewActions
from careercoach_desktop.features.interviews.ui.words import tr
from careercoach_desktop.foundation.uikit import SEPARATOR, Desk, MenuEntry

PAGE = "interviews"


def round_entries(
    actions: InterviewActions, line: InterviewLine, *, opens: bool = False, keys: bool = False
) -> list[Any]:
    """``opens``: with the way to the round's own place; ``keys``: with those that do the same where the menu opened."""
    start, one = actions.desk.start, line.interview
    entries: list[Any] = []
    if opens:
        entries.append(MenuEntry(tr("Open"), lambda: actions.desk.open(PAGE, one.id), icon="arrow-square-out"))
    entries.append(MenuEntry(tr("Change…"), lambda: start(actions.edit(line)), icon="pencil-simple",
                              shortcut="Return" if keys else ""))  # fmt: skip
    if one.awaits_word(actions.now()) or (one.completed is not None and not one.cancelled):
        took = tr("It took place…") if one.completed is None else tr("How did it go…")
        entries.append(MenuEntry(took, lambda: start(actions.complete(line)), icon="check-circle"))
    if one.completed is not None:
        entries += [
            MenuEntry(tr("Thank them…"), lambda: start(actions.thank(one.id)), icon="paper-plane-tilt"),
            MenuEntry(
                tr("Ask how it stands…"), lambda: start(actions.thank(one.id, Wish.ASK)), icon="chat-circle-text"
            ),
        ]
    extra = actions.extra()
    if extra:
        entries.append(SEPARATOR)
        entries += [MenuEntry(each.label, lambda each=each: each.run(line), icon=each.icon) for each in extra]  # type: ignore[misc]  # mypy does not see the default's type
    return [*entries, SEPARATOR, *_calendar_entries(actions, line), SEPARATOR, *_leaving(actions, line, keys=keys)]


def _calendar_entries(actions: InterviewActions, line: InterviewLine) -> list[Any]:
    desk, start, export = actions.desk, actions.desk.start, actions.export
    entries: list[Any] = []
    if export is not None:
        entries.append(
            MenuEntry(tr("Save as calendar file…"), lambda: start(export([line.interview.id])), icon="calendar-plus")
        )
    for words, link in (
        (tr("Add to Google Calendar"), google_link),
        (tr("Add to Outlook on the web"), outlook_link),
    ):
        entries.append(
            MenuEntry(words, lambda link=link: open_address(desk, link(line)), icon="arrow-square-out")  # type: ignore[misc]  # as above
        )
    return entries


def _leaving(actions: InterviewActions, line: InterviewLine, *, keys: bool) -> list[Any]:
    start, one = actions.desk.start, line.interview
    wanted = InterviewOutcome.PENDING if one.cancelled else InterviewOutcome.CANCELLED
    words = tr("It takes place again") if one.cancelled else tr("It was cancelled")
    return [
        MenuEntry(words, lambda: start(actions.set_outcome(line, wanted)), icon="calendar-x"),
        MenuEntry(
            tr("Remove"),
            lambda: start(actions.remove(line)),
            icon="trash",
            danger=True,
            shortcut="Delete" if keys else "",
        ),
    ]


def open_address(desk: Desk, address: str) -> None:
    """With the program the system has for it."""
    if not QDesktopServices.openUrl(QUrl.fromEncoded(address.encode())):
        desk.toast(tr("This computer has no program for that address."), tone="warn")
