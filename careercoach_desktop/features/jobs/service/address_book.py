"""People from an address book and back: who is there already is completed, never doubled and never overwritten."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import (
    Contact,
    ContactsChanged,
    Imported,
    ImportedEntry,
    ImportOutcome,
    Relation,
)
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.store import ContactStore, folded
from careercoach_desktop.features.jobs.vcards import LARGEST_FILE, BadCard, Card, read_cards, write_cards
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.child import ChildProcess

MOST_ENTRIES = 20_000
_DIGITS_THAT_TELL = 7
"""A shorter number is an extension, which many have."""


class AddressBookService:
    """Files come from strangers, so they are read in the child process."""

    def __init__(self, database: Database, contacts: ContactService, child: ChildProcess) -> None:
        self._db = database
        self._contacts = contacts
        self._child = child

    def import_vcards(self, data: bytes, job_id: int | None = None, relation: Relation = Relation.OTHER) -> Imported:
        """Everybody in the file, linked to the job when one is given; all in one transaction, so that one undo takes
        it back. Raises UserError ``vcards-none`` for a file that is no address book, ``vcards-large``."""
        if len(data) > LARGEST_FILE:
            raise too_large()
        cards = self._child.call(read_cards, data)
        if not cards:
            raise UserError(
                "There are no contacts in this file.",
                "Choose a .vcf file, as an address book exports it.",
                code="vcards-none",
            )
        if len(cards) > MOST_ENTRIES:
            raise UserError(
                f"This address book has {len(cards)} entries, too many to take in at once.",
                "Export only the people you need.",
                code="vcards-large",
            )
        with self._db.write() as unit:
            return self._take_in(unit, cards, job_id, relation)

    def take_back(self, imported: Imported) -> None:
        """Undo of an import: who is new goes, who was completed is as before."""
        with self._db.write() as unit:
            self._contacts.remove(imported.added)
            for after, before in zip(imported.after, imported.before, strict=True):
                self._contacts.change(unit, after, before)

    def take_in_again(self, imported: Imported) -> None:
        """Redo of an import."""
        with self._db.write() as unit:
            self._contacts.restore(imported.added)
            for after, before in zip(imported.after, imported.before, strict=True):
                self._contacts.change(unit, before, after)

    def export_vcards(self, ids: Sequence[int] | None = None) -> bytes:
        """These people (None: everybody) as a vCard file."""
        with self._db.read() as session:
            store = ContactStore(session)
            people = store.all() if ids is None else store.some(ids)
        return write_cards(_card(each) for each in people)

    def _take_in(
        self, unit: UnitOfWork, cards: Sequence[Card | BadCard], job_id: int | None, relation: Relation
    ) -> Imported:
        known = _Known(ContactStore(unit.session).all())
        entries, befores, linked = [], dict[int, Contact](), list[int]()
        for number, card in enumerate(cards, start=1):
            if isinstance(card, BadCard):
                entries.append(ImportedEntry(number, "", ImportOutcome.REFUSED, reason=card.reason))
                continue
            there = known.like(card)
            contact = _contact(card) if there is None else _completed(there, card)
            if there is None or there.id is None:
                contact_id, outcome = self._contacts.keep(unit, contact), ImportOutcome.ADDED
                contact = contact.model_copy(update={"id": contact_id})
            else:
                contact_id, outcome = there.id, ImportOutcome.KNOWN
                if contact != there:
                    outcome = ImportOutcome.COMPLETED
                    befores.setdefault(contact_id, there)
                    self._contacts.change(unit, there, contact)
            known.note(contact, card)
            linked.append(contact_id)
            entries.append(ImportedEntry(number, contact.name, outcome, contact_id))
        store = ContactStore(unit.session)
        for contact_id in dict.fromkeys(linked) if job_id is not None else ():
            if job_id is not None and store.relation(job_id, contact_id) is None:
                self._contacts.link(job_id, contact_id, relation)
        new = {entry.contact_id for entry in entries if entry.outcome is ImportOutcome.ADDED}
        completed = {each: before for each, before in befores.items() if each not in new}
        unit.emit(ContactsChanged(tuple(dict.fromkeys(linked))))
        afters = tuple(known.by_id[each] for each in completed)
        return Imported(tuple(entries), tuple(completed.values()), afters)


def too_large() -> UserError:
    """What to say of a file of more than ``LARGEST_FILE`` bytes."""
    return UserError("This address book is larger than 20 MB.", "Export fewer people at once.", code="vcards-large")


class _Known:
    """Who is there, by what tells people apart: an e-mail address, a telephone number, a name at a company."""

    def __init__(self, people: Sequence[Contact]) -> None:
        self.by_id: dict[int, Contact] = {}
        self._by_mark: dict[tuple[str, str], int] = {}
        for each in people:
            self.note(each, None)

    def like(self, card: Card) -> Contact | None:
        for mark in _marks(card):
            found = self.by_id.get(self._by_mark.get(mark, 0))
            if found is not None and not (mark[0] == "name" and _are_two(found, card)):
                return found
        return None

    def note(self, contact: Contact, card: Card | None) -> None:
        if contact.id is None:
            return
        self.by_id[contact.id] = contact
        for mark in (*_marks(_card(contact)), *(_marks(card) if card else ())):
            self._by_mark.setdefault(mark, contact.id)


def _marks(card: Card) -> list[tuple[str, str]]:
    marks = [("email", email.casefold()) for email in card.emails]
    numbers = [re.sub(r"\D", "", phone) for phone in card.phones]
    name = " ".join(folded(card.name).split())
    # A number may be a whole office's: it tells only together with the name.
    marks += [("phone", f"{number[-9:]} {name}") for number in numbers if len(number) >= _DIGITS_THAT_TELL]
    marks.append(("name", f"{name}\n{' '.join(folded(card.company).split())}"))
    return marks


def _are_two(contact: Contact, card: Card) -> bool:
    """Of one name, but with different addresses."""
    return bool(contact.email and card.emails) and contact.email.casefold() not in map(str.casefold, card.emails)


def _contact(card: Card) -> Contact:
    return Contact(
        name=card.name,
        company=card.company,
        role=card.role,
        email=next(iter(card.emails), ""),
        phone=next(iter(card.phones), ""),
        link=next(iter(card.links), ""),
        notes="\n\n".join(part for part in (card.notes, _further(card)) if part),
    )


def _further(card: Card) -> str:
    """What a person has more than one of, so that nothing of the file is lost."""
    return "\n".join((*card.emails[1:], *card.phones[1:], *card.links[1:]))


def _completed(there: Contact, card: Card) -> Contact:
    """What is there stays; only what is empty is filled."""
    fresh = _contact(card)
    names = ("company", "role", "email", "phone", "link", "notes")
    return there.model_copy(update={name: getattr(there, name) or getattr(fresh, name) for name in names})


def _card(contact: Contact) -> Card:
    return Card(
        contact.name,
        contact.company,
        contact.role,
        (contact.email,) if contact.email else (),
        (contact.phone,) if contact.phone else (),
        (contact.link,) if contact.link else (),
        contact.notes,
    )
