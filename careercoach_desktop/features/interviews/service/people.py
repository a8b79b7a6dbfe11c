"""Who asks: interviewers are contacts of the job, known ones linked and new ones kept, in the caller's transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from careercoach_desktop.features.interviews.model import Interviewer
from careercoach_desktop.features.jobs.model import Contact, ContactsChanged, Relation
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.storage.database import UnitOfWork

Person = tuple[int | None, str]
"""As a round keeps somebody: the contact, and the name in case the contact is forgotten."""

_SAID = ("name", "role", "email", "phone", "link")


@dataclass
class Seated:
    """Who asks, as it is kept; who was kept as a contact because of it, and who was linked to the job."""

    people: list[Person] = field(default_factory=list)
    added: list[int] = field(default_factory=list)
    linked: list[int] = field(default_factory=list)


class People:
    """Title, e-mail, phone and link live in the contact: what is said of them here is written there, and what is not
    said stays."""

    def __init__(self, contacts: ContactService) -> None:
        self._contacts = contacts

    def seat(
        self,
        unit: UnitOfWork,
        job_id: int,
        company: str,
        interviewers: Sequence[Interviewer],
        before: Sequence[tuple[Interviewer, Person]] = (),
    ) -> Seated:
        """``before``: who asked until now, so that somebody whose contact was removed is not kept again."""
        seated = Seated()
        relations = {each.contact.id: each.relation for each in self._contacts.contacts_of(job_id)}
        for one in interviewers:
            if not one.name.strip():
                continue
            stays = next((person for was, person in before if was == one and one.contact_id is None), None)
            if stays is not None:
                seated.people.append(stays)
                continue
            contact_id = self._contact(unit, one, company, seated)
            if contact_id in (each for each, _ in seated.people):
                continue  # named twice
            if contact_id not in relations:
                self._contacts.link(job_id, contact_id, Relation.INTERVIEWER)
                seated.linked.append(contact_id)
            seated.people.append((contact_id, " ".join(one.name.split())))
        if seated.added:
            unit.emit(ContactsChanged(tuple(seated.added), (job_id,)))
        return seated

    def _contact(self, unit: UnitOfWork, one: Interviewer, company: str, seated: Seated) -> int:
        wanted = Contact(
            name=one.name, company=company, role=one.title, email=one.email, phone=one.phone, link=one.link
        )
        if one.contact_id is not None and (chosen := self._contacts.some([one.contact_id])):
            self._correct(unit, chosen[0], wanted)
            return one.contact_id
        known = self._contacts.known(wanted)
        if known is not None and known.id is not None:
            self._correct(unit, known, _completing(known, wanted))
            return known.id
        contact_id = self._contacts.keep(unit, wanted)
        seated.added.append(contact_id)
        return contact_id

    def _correct(self, unit: UnitOfWork, there: Contact, wanted: Contact) -> None:
        said = {name: value for name in _SAID if (value := " ".join(getattr(wanted, name).split()))}
        after = there.model_copy(update=said)
        if after != there:
            self._contacts.change(unit, there, after)


def _completing(there: Contact, wanted: Contact) -> Contact:
    """Of somebody who was recognised, only what nobody knew is taken over."""
    return wanted.model_copy(update={name: getattr(there, name) or getattr(wanted, name) for name in _SAID})
