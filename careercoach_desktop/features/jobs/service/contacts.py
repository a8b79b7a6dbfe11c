"""What a person can do with people: who they are, which jobs they belong to, when one was last in touch."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import (
    Contact,
    ContactsChanged,
    JobChanged,
    JobContact,
    Noted,
    PersonRow,
    Relation,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service.base import Clock, gone
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.jobs.store import ContactStore, JobStore, folded
from careercoach_desktop.foundation.choosing import the_one
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork

if TYPE_CHECKING:
    from sqlmodel import Session

KEPT_AFTER_REMOVAL = timedelta(days=30)


def people_of(session: Session, ids: Collection[int]) -> list[Contact]:
    """``ContactService.some`` where there is only a session: the search index is filled before services stand."""
    return ContactStore(session).some(ids)


class ContactService:
    """Thread-safe; every verb is one transaction and tells the bus what happened."""

    def __init__(self, database: Database, due: DueService, clock: Clock) -> None:
        self._db = database
        self._due = due
        self._now = clock

    # Looking ---------------------------------------------------------------------------------------------------

    def contact(self, contact_id: int) -> Contact:
        """Raises UserError ``contact-gone``."""
        with self._db.read() as session:
            return _there(ContactStore(session).contact(contact_id))

    def contacts(self, query: str = "") -> list[PersonRow]:
        """Everybody who has all of these words anywhere, by name, with the jobs they belong to."""
        words = folded(query).split()
        with self._db.read() as session:
            store = ContactStore(session)
            found = [each for each in store.all() if all(word in _everything(each) for word in words)]
            jobs = store.jobs_of([each.id for each in found if each.id is not None])
        return [PersonRow(each, tuple(jobs.get(each.id or 0, ()))) for each in found]

    def contacts_of(self, job_id: int) -> list[JobContact]:
        """Who belongs to this job, by name."""
        with self._db.read() as session:
            return ContactStore(session).of_job(job_id)

    def some(self, ids: Collection[int]) -> list[Contact]:
        """Those of them that are there, by name."""
        with self._db.read() as session:
            return ContactStore(session).some(ids)

    def known(self, contact: Contact) -> Contact | None:
        """Who this is, if they are there already: the same e-mail address, or else the same name at the same company
        and no other address."""
        email, name, company = (_plain(each) for each in (contact.email, contact.name, contact.company))
        with self._db.read() as session:
            store = ContactStore(session)
            everybody = store.marks()
            found = next((each.id for each in everybody if email and _plain(each.email) == email), None)
            if found is None:
                alike = (each for each in everybody if _plain(each.company) == company and _plain(each.name) == name)
                found = next((each.id for each in alike if not (email and each.email)), None)
            return None if found is None else store.contact(found)

    def colleagues_of(self, job_id: int) -> list[Contact]:
        """Others at the job’s company, who do not belong to the job (yet)."""
        with self._db.read() as session:
            store = ContactStore(session)
            company = JobStore(session).value(job_id, "company") or ""
            linked = {each.contact.id for each in store.of_job(job_id)}
            return [each for each in store.at_company(company) if each.id not in linked]

    def named(self, words: str) -> int:
        """The id of the person that ``words`` mean; raises UserError as ``choosing.the_one``."""
        everybody = [row.contact for row in self.contacts()]
        names = {
            each.id: ", ".join(part for part in (each.name, each.company) if part) for each in everybody if each.id
        }
        return the_one(words, names, "person")

    # Keeping ---------------------------------------------------------------------------------------------------

    def add(self, contact: Contact, job_id: int | None = None, relation: Relation = Relation.OTHER) -> int:
        """Keep somebody, for a job when one is given; the id. Raises UserError ``name-missing``."""
        with self._db.write() as unit:
            contact_id = self.keep(unit, contact)
            if job_id is not None:
                self._link(unit, job_id, contact_id, relation)
            unit.emit(ContactsChanged((contact_id,), () if job_id is None else (job_id,)))
            return contact_id

    def edit(self, contact: Contact) -> Contact:
        """Make the person with this id be exactly this; what they were, for undo."""
        with self._db.write() as unit:
            before = _there(ContactStore(unit.session).contact(contact.id or 0))
            if before != contact:
                self.change(unit, before, contact)
            return before

    def remove(self, ids: Sequence[int]) -> list[int]:
        """Take people away; they can be restored for thirty days. The ids that were there."""
        return self._set_deleted(ids, self._now())

    def restore(self, ids: Sequence[int]) -> None:
        """Bring removed people back, with their jobs and reminders."""
        self._set_deleted(ids, None)

    def purge_removed(self) -> int:
        """Forget for good who was removed more than thirty days ago."""
        with self._db.write() as unit:
            return ContactStore(unit.session).purge(self._now() - KEPT_AFTER_REMOVAL)

    def link(self, job_id: int, contact_id: int, relation: Relation) -> Relation | None:
        """Somebody belongs to a job; what they were for it before, if anything."""
        with self._db.write() as unit:
            store = ContactStore(unit.session)
            _there(store.contact(contact_id))
            before = store.relation(job_id, contact_id)
            self._link(unit, job_id, contact_id, relation)
            unit.emit(ContactsChanged((contact_id,), (job_id,)))
            return before

    def unlink(self, job_id: int, contact_id: int) -> Relation | None:
        """Somebody does not belong to a job any more; what they were for it."""
        with self._db.write() as unit:
            store = ContactStore(unit.session)
            before = store.relation(job_id, contact_id)
            store.unlink(job_id, contact_id)
            self.told_jobs(unit, [job_id])
            unit.emit(ContactsChanged((contact_id,), (job_id,)))
            return before

    # Being in touch --------------------------------------------------------------------------------------------

    def note_contact(self, contact_id: int, when: date, next_follow_up: date | None) -> Noted:
        """One was in touch with somebody that day, and wants to be again; it stands on the timelines of their jobs."""
        today = self._due.today()
        if when > today:
            raise UserError("That day has not come yet.", "Choose today or a day before.", code="day-future")
        with self._db.write() as unit:
            store = ContactStore(unit.session)
            before = _there(store.contact(contact_id))
            last = max(when, before.last_contact or when)
            after = before.model_copy(update={"last_contact": last, "next_follow_up": next_follow_up})
            jobs = [job.job_id for job in store.jobs_of([contact_id])[contact_id]]
            self._note(unit, Noted(before, after, tuple(jobs)), self._moment(when))
            return Noted(before, after, tuple(jobs))

    def note_again(self, noted: Noted) -> None:
        """Redo of ``note_contact``."""
        with self._db.write() as unit:
            self._note(unit, noted, self._moment(noted.after.last_contact or self._due.today()))

    def forget_note(self, noted: Noted) -> None:
        """Undo of ``note_contact``."""
        with self._db.write() as unit:
            for job_id in noted.job_ids:
                JobStore(unit.session).drop_last_event(job_id, TimelineKind.CONTACTED)
            self.change(unit, noted.after, noted.before)
            self._told_of_contact(unit, noted)

    def plan(self, contact_id: int, day: date | None) -> Contact:
        """When one wants to get in touch again (None: no more); what the person was, for ``edit`` as undo."""
        with self._db.write() as unit:
            before = _there(ContactStore(unit.session).contact(contact_id))
            self.change(unit, before, before.model_copy(update={"next_follow_up": day}))
            return before

    # Inside a transaction --------------------------------------------------------------------------------------

    def keep(self, unit: UnitOfWork, contact: Contact) -> int:
        """A new person; whoever calls tells."""
        clean = _clean(contact)
        contact_id = ContactStore(unit.session).insert(clean, self._now())
        if clean.next_follow_up is not None:
            self._due.plan(unit, contact_id, clean.next_follow_up)
        return contact_id

    def change(self, unit: UnitOfWork, before: Contact, after: Contact) -> None:
        """Write and tell."""
        store, clean = ContactStore(unit.session), _clean(after)
        contact_id = clean.id or 0
        store.update(clean)
        if before.next_follow_up != clean.next_follow_up:
            self._due.plan(unit, contact_id, clean.next_follow_up)
        jobs = [job.job_id for job in store.jobs_of([contact_id])[contact_id]]
        unit.emit(ContactsChanged((contact_id,), tuple(jobs)))

    def told_jobs(self, unit: UnitOfWork, job_ids: Collection[int]) -> None:
        """The people of these jobs have changed: so has what their drawers and cards show."""
        self._due.refresh(unit, job_ids)
        for job_id in job_ids:
            unit.emit(JobChanged(job_id))

    def _note(self, unit: UnitOfWork, noted: Noted, when: datetime) -> None:
        self.change(unit, noted.before, noted.after)
        for job_id in noted.job_ids:
            JobStore(unit.session).add_event(job_id, TimelineKind.CONTACTED, noted.after.name, when)
        self._told_of_contact(unit, noted)

    @staticmethod
    def _told_of_contact(unit: UnitOfWork, noted: Noted) -> None:
        for job_id in noted.job_ids:
            unit.emit(JobChanged(job_id))  # and silence counts from here

    def _link(self, unit: UnitOfWork, job_id: int, contact_id: int, relation: Relation) -> None:
        if JobStore(unit.session).value(job_id, "id") is None:
            raise gone()
        ContactStore(unit.session).link(job_id, contact_id, relation)
        self.told_jobs(unit, [job_id])

    def _set_deleted(self, ids: Sequence[int], at: datetime | None) -> list[int]:
        with self._db.write() as unit:
            store = ContactStore(unit.session)
            changed = store.set_deleted(ids, at)
            jobs = {job.job_id for linked in store.jobs_of(changed).values() for job in linked}
            self.told_jobs(unit, sorted(jobs))
            unit.emit(ContactsChanged(tuple(changed), tuple(sorted(jobs))))
            return changed

    def _moment(self, day: date) -> datetime:
        """Now, or the noon of another day."""
        now = self._now()
        local = now.astimezone()
        return now if day == local.date() else datetime.combine(day, time(12), local.tzinfo)


def contact_gone() -> UserError:
    """What to say when a person was removed meanwhile."""
    return UserError(
        "This person is no longer there.", "If you removed them just now, undo brings them back.", code="contact-gone"
    )


def _there(contact: Contact | None) -> Contact:
    if contact is None:
        raise contact_gone()
    return contact


def _clean(contact: Contact) -> Contact:
    words = {
        name: " ".join(getattr(contact, name).split()) for name in ("name", "company", "role", "email", "phone", "link")
    }
    if not words["name"]:
        raise UserError("A person needs a name.", "Write what they are called.", code="name-missing")
    return contact.model_copy(update={**words, "notes": contact.notes.strip()})


def _everything(contact: Contact) -> str:
    parts = (contact.name, contact.company, contact.role, contact.email, contact.phone, contact.notes)
    return folded("\n".join(parts))


def _plain(text: str) -> str:
    """As names and addresses are compared."""
    return " ".join(folded(text).split())
