"""Invitations that are dropped, chosen or pasted: read, shown one by one, taken in as one step, undone as one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from careercoach_desktop.features.interviews.model import Interview
from careercoach_desktop.features.interviews.model.exchange import Choice, News, Offer, Reading, TakenIn
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.ui.importing_dialog import (
    ADD,
    READ,
    InvitationDialog,
    PasteInvitation,
    PickInvitations,
    Showing,
)
from careercoach_desktop.features.interviews.ui.words import own_words, tr
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import read_whole
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.service.exchanging import ExchangeService

CALENDAR_FILTERS = ("Invitations (*.ics *.ical *.icalendar *.vcs *.eml)", "All files (*)")
_ONE_BY_ONE = 6
"""More than these are chosen from in a list first."""
_TO_DECIDE = (News.NEW, News.CHANGED, News.OLDER, News.CANCELLED)


class Importing(QObject):
    """One for the window; the service may still be on its way."""

    def __init__(self, desk: Desk, exchange: ExchangeService, now: Callable[[], datetime] = utc_now) -> None:
        super().__init__(desk)
        self._desk = desk
        self._exchange = exchange
        self._now = now

    async def choose(self) -> None:
        """Choose files with invitations."""
        await self.take_files(await self._desk.choose_files(tr("Choose an invitation"), CALENDAR_FILTERS))

    async def take_files(self, files: Sequence[Path]) -> None:
        """Files that were chosen or dropped, one after another; one that can't be read is told of and passed over."""
        from careercoach_desktop.features.interviews.invitations.lines import LARGEST_FILE, too_large

        for file in files:
            try:
                data = await self._desk.work(read_whole, file, LARGEST_FILE, too_large())
                await self._take_in(await self._desk.work(self._exchange.read, data))
            except UserError as error:
                self._desk.report(error)

    async def paste(self) -> None:
        """The invitation in the clipboard, or one that is pasted now."""
        copied = QGuiApplication.clipboard().text()
        copied = text = copied if "BEGIN:VCALENDAR" in copied[:200_000].upper() else ""
        problem = ""
        while True:  # until it can be read, or the person gives up: what they pasted stays before their eyes
            dialog = PasteInvitation(self._desk.window, text, copied=copied, problem=problem)
            if await dialog.answer() != READ:
                return
            text = dialog.text()
            try:
                reading = await self._desk.work(self._exchange.read, text.encode("utf-8", "replace"))
            except UserError as error:
                problem = f"{error.message} {error.next_step}"
                continue
            await self._take_in(reading)
            return

    # --------------------------------------------------------------------------------------------------------------

    async def _take_in(self, reading: Reading) -> None:
        wanted = [offer for offer in reading.offers if offer.news in _TO_DECIDE]
        if not wanted:
            self._desk.toast(_nothing_words(reading))
            return
        choices = await self._decided(wanted, reading)
        if not choices:
            return
        taken = await self._desk.run(self._exchange.take_in, choices)
        self._told(taken, choices, reading)

    async def _decided(self, offers: Sequence[Offer], reading: Reading) -> list[Choice]:
        """What the person said of each; nothing when they left before the end."""
        jobs = await self._desk.run(self._exchange.open_jobs)
        showing = Showing(reading.own_zone, self._now().astimezone(zone_of(reading.own_zone)).date(), jobs)
        if len(offers) > _ONE_BY_ONE:
            pick = PickInvitations(self._desk.window, offers, showing)
            if await pick.answer() != ADD:
                return []
            offers = pick.picked()
        choices: list[Choice] = []
        for number, offer in enumerate(offers, start=1):
            last = choices[-1].job_id if choices else None
            asked = Showing(showing.own_zone, showing.today, jobs, last, number, len(offers))
            dialog = InvitationDialog(self._desk, offer, asked)
            answer = await dialog.answer()
            if answer == ADD:
                choices.append(dialog.choice())
            elif not answer:
                return []
        return choices

    def _told(self, taken: TakenIn, choices: Sequence[Choice], reading: Reading) -> None:
        run, exchange, own = self._desk.run, self._exchange, reading.own_zone
        today = self._now().astimezone(zone_of(own)).date()
        words = _taken_words(taken, choices, lambda one: own_words(one.when, own, today))
        if reading.unreadable:
            words = tr("{0} {1} of its events could not be read.").format(words, reading.unreadable)
        change = self._desk.undo.push(
            tr("Take in an invitation"),
            lambda: run(exchange.take_back, taken),
            lambda: run(exchange.take_in_again, taken),
        )
        self._desk.offer_undo(words, change, action=tr("Undo"))


def _taken_words(taken: TakenIn, choices: Sequence[Choice], when: Callable[[Interview], str]) -> str:
    """Of a single one also when it is: it may lie outside of what the calendar shows."""
    added, changed = len(taken.arranged), len(taken.after)
    if added and changed:
        return tr("{0} interviews added, {1} changed.").format(added, changed)
    if added:
        if added == 1:
            return tr("Interview added: {0}").format(when(taken.arranged[0].interview))
        return tr("{0} interviews added.").format(added)
    if all(choice.invitation.cancelled for choice in choices):
        return tr("Interview cancelled.") if changed == 1 else tr("{0} interviews cancelled.").format(changed)
    if changed == 1:
        return tr("Interview changed: {0}").format(when(taken.after[0]))
    return tr("{0} interviews changed.").format(changed)


def _nothing_words(reading: Reading) -> str:
    if any(offer.news is News.NOTHING_TO_CANCEL for offer in reading.offers):
        return tr("This cancels an interview you don’t have here. Nothing was changed.")
    return tr("You have this invitation already, just as it is.")
