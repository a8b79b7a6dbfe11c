"""What is asked of people in the drawer and on their page, carried out and made undoable."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from careercoach_desktop.features.jobs.model import Contact, Imported, ImportOutcome, Job, Relation
from careercoach_desktop.features.jobs.ui.people_words import VCARD_FILTERS, import_words, person_count
from careercoach_desktop.features.jobs.ui.person_dialog import (
    PICK,
    SAVE,
    WROTE,
    PersonDialog,
    PickDialog,
    PlanDialog,
    WroteDialog,
)
from careercoach_desktop.features.jobs.ui.words import tr
from careercoach_desktop.foundation.clock import today_here
from careercoach_desktop.foundation.storage.files import read_whole, write_whole
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service.address_book import AddressBookService
    from careercoach_desktop.features.jobs.service.contacts import ContactService


class PeopleActions(QObject):
    """One for a page; the services may still be on their way."""

    def __init__(self, desk: Desk, people: ContactService, address_book: AddressBookService) -> None:
        super().__init__(desk)
        self._desk = desk
        self.people = people
        self._book = address_book

    async def add(self, job: Job | None = None) -> int | None:
        """Ask who it is and keep them, for the job when there is one; the id."""
        known = Contact(name="", company=job.posting.company if job else "")
        dialog = PersonDialog(
            self._desk.window, known, title=tr("Add a person"), relation=Relation.OTHER if job else None
        )
        if await dialog.answer() != SAVE:
            return None
        contact, relation = dialog.contact(), dialog.relation() or Relation.OTHER
        run, people = self._desk.run, self.people
        contact_id = await run(people.add, contact, job.id if job else None, relation)
        self._desk.undo.push(
            tr("Add {0}").format(contact.name),
            lambda: run(people.remove, [contact_id]),
            lambda: run(people.restore, [contact_id]),
        )
        return contact_id

    async def edit(self, contact: Contact, job_id: int | None = None, relation: Relation | None = None) -> None:
        """Correct somebody, and what they are for the job."""
        dialog = PersonDialog(self._desk.window, contact, title=tr("Edit {0}").format(contact.name), relation=relation)
        if await dialog.answer() != SAVE:
            return
        after, new = dialog.contact(), dialog.relation()
        run, people = self._desk.run, self.people

        async def put(who: Contact, what: Relation | None) -> None:
            await run(people.edit, who)
            if job_id is not None and contact.id is not None and what is not None and new != relation:
                await run(people.link, job_id, contact.id, what)

        await put(after, new)
        self._desk.undo.push(
            tr("Edit of {0}").format(contact.name), lambda: put(contact, relation), lambda: put(after, new)
        )

    async def remove(self, contact: Contact) -> None:
        """Take somebody away."""
        run, people = self._desk.run, self.people
        removed = await run(people.remove, [contact.id or 0])
        change = self._desk.undo.push(
            tr("Remove {0}").format(contact.name),
            lambda: run(people.restore, removed),
            lambda: run(people.remove, removed),
        )
        self._desk.offer_undo(tr("{0} removed").format(contact.name), change, action=tr("Undo"))

    async def pick(self, job: Job) -> None:
        """Choose somebody who is there already for this job."""
        linked = {each.contact.id for each in await self._desk.run(self.people.contacts_of, job.id)}
        rows = await self._desk.run(self.people.contacts)
        dialog = PickDialog(self._desk.window, [row for row in rows if row.contact.id not in linked])
        if await dialog.answer() == PICK and dialog.chosen is not None:
            await self.link(job.id, dialog.chosen, dialog.relation())

    async def link(self, job_id: int, contact: Contact, relation: Relation) -> None:
        """Somebody belongs to a job."""
        run, people, contact_id = self._desk.run, self.people, contact.id or 0
        before = await run(people.link, job_id, contact_id, relation)

        async def undo() -> None:
            if before is None:
                await run(people.unlink, job_id, contact_id)
            else:
                await run(people.link, job_id, contact_id, before)

        self._desk.undo.push(
            tr("Add {0} to the job").format(contact.name), undo, lambda: run(people.link, job_id, contact_id, relation)
        )

    async def unlink(self, job_id: int, contact: Contact) -> None:
        """Somebody does not belong to a job any more."""
        run, people, contact_id = self._desk.run, self.people, contact.id or 0
        before = await run(people.unlink, job_id, contact_id)

        async def undo() -> None:
            if before is not None:
                await run(people.link, job_id, contact_id, before)

        change = self._desk.undo.push(
            tr("Take {0} off the job").format(contact.name), undo, lambda: run(people.unlink, job_id, contact_id)
        )
        self._desk.offer_undo(tr("{0} taken off the job").format(contact.name), change, action=tr("Undo"))

    async def wrote(self, contact: Contact) -> None:
        """One was in touch with somebody; ask when one wants to be again."""
        today = today_here()
        dialog = WroteDialog(self._desk.window, contact, today)
        if await dialog.answer() != WROTE:
            return
        run, people = self._desk.run, self.people
        noted = await run(people.note_contact, contact.id or 0, dialog.when(), dialog.next_day())
        change = self._desk.undo.push(
            tr("In touch with {0}").format(contact.name),
            lambda: run(people.forget_note, noted),
            lambda: run(people.note_again, noted),
        )
        self._desk.offer_undo(tr("Noted: in touch with {0}").format(contact.name), change, action=tr("Undo"))

    async def plan(self, contact: Contact) -> None:
        """Ask when to get in touch again."""
        dialog = PlanDialog(self._desk.window, contact, today_here())
        if await dialog.answer() != SAVE:
            return
        day, run, people = dialog.day(), self._desk.run, self.people
        before = await run(people.plan, contact.id or 0, day)
        self._desk.undo.push(
            tr("Follow-up with {0}").format(contact.name),
            lambda: run(people.edit, before),
            lambda: run(people.plan, contact.id or 0, day),
        )

    # Address books ---------------------------------------------------------------------------------------------

    async def choose_book(self, job_id: int | None = None) -> None:
        """Choose address-book files and take them in."""
        await self.take_in(await self._desk.choose_files(tr("Choose a vCard file"), VCARD_FILTERS), job_id)

    async def take_in(self, files: Sequence[Path], job_id: int | None = None) -> None:
        """Everybody in these files, for the job when there is one; each file is one undo."""
        from careercoach_desktop.features.jobs.service.address_book import too_large
        from careercoach_desktop.features.jobs.vcards import LARGEST_FILE

        for file in files:
            data = await self._desk.work(read_whole, file, LARGEST_FILE, too_large())
            imported = await self._desk.run(self._book.import_vcards, data, job_id)
            self._told(imported)

    def _told(self, imported: Imported) -> None:
        run, book = self._desk.run, self._book
        words = import_words(imported)
        if imported.added or imported.before:
            change = self._desk.undo.push(
                tr("Import of {0}").format(person_count(len(imported.added) + len(imported.before))),
                lambda: run(book.take_back, imported),
                lambda: run(book.take_in_again, imported),
            )
            self._desk.offer_undo(words, change, action=tr("Undo"))
        else:
            self._desk.toast(words, tone="warn" if imported.count(ImportOutcome.REFUSED) else "neutral")

    async def export(self, ids: Sequence[int] | None, name: str) -> None:
        """Write people into a file of the person's choice."""
        path = await self._desk.choose_save(tr("Export people"), f"{name}.vcf", VCARD_FILTERS)
        if path is None:
            return
        data = await self._desk.run(self._book.export_vcards, ids)
        await self._desk.work(write_whole, path, data)
        self._desk.toast(
            tr("Saved as “{0}”.").format(path.name),
            tone="good",
            action=tr("Show"),
            on_action=lambda: self._desk.reveal(path),
        )

    def open_address(self, address: str) -> None:
        """With the program the system has for it."""
        if not address or not QDesktopServices.openUrl(QUrl(address)):
            self._desk.toast(tr("This computer has no program for that address."), tone="warn")
