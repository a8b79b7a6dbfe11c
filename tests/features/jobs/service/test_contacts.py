"""People: kept, linked to jobs, written to; every verb undone exactly."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from careercoach_desktop.features.jobs.model import Contact, Relation, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.storage.search.index import SearchIndex
from tests.features.jobs.conftest import Clock

PRIYA = Contact(name="Priya Nair", company="Halden Rail", role="Recruiter", email="priya@halden.example")


def names(contacts: ContactService, query: str = "") -> list[str]:
    return [row.contact.name for row in contacts.contacts(query)]


def test_somebody_is_kept_found_corrected_and_corrected_back(contacts: ContactService) -> None:
    priya = contacts.add(PRIYA.model_copy(update={"name": "  Priya   Nair "}))
    contacts.add(Contact(name="ana sousa"))
    assert names(contacts) == ["ana sousa", "Priya Nair"]
    assert names(contacts, "rail priya") == ["Priya Nair"]
    assert names(contacts, "nobody") == []
    now = contacts.contact(priya)
    before = contacts.edit(now.model_copy(update={"role": "Head of talent"}))
    assert contacts.contact(priya).role == "Head of talent"
    contacts.edit(before)
    assert contacts.contact(priya) == now


def test_a_person_needs_a_name(contacts: ContactService) -> None:
    with pytest.raises(UserError) as problem:
        contacts.add(Contact(name="  "))
    assert problem.value.code == "name-missing"


def test_people_of_a_job_and_others_at_its_company(contacts: ContactService, jobs: JobService, five: list[int]) -> None:
    priya = contacts.add(PRIYA)
    contacts.add(Contact(name="Paul Ode", company="HALDEN RAIL "))
    contacts.add(Contact(name="Ana Sousa", company="Elsewhere"))
    assert contacts.link(five[0], priya, Relation.RECRUITER) is None
    assert [(each.contact.name, each.relation) for each in contacts.contacts_of(five[0])] == [
        ("Priya Nair", Relation.RECRUITER)
    ]
    assert [each.name for each in contacts.colleagues_of(five[0])] == ["Paul Ode"]
    assert contacts.link(five[0], priya, Relation.REFERRAL) is Relation.RECRUITER
    assert jobs.job(five[0]).referred_by == ("Priya Nair",)
    assert contacts.unlink(five[0], priya) is Relation.REFERRAL
    assert contacts.contacts_of(five[0]) == []


def test_the_list_of_people_knows_their_jobs(contacts: ContactService, jobs: JobService, five: list[int]) -> None:
    priya = contacts.add(PRIYA, five[0], Relation.RECRUITER)
    contacts.link(five[1], priya, Relation.OTHER)
    jobs.delete([five[1]])
    (row,) = contacts.contacts()
    assert [(job.title, job.relation) for job in row.jobs] == [("A", Relation.RECRUITER)]


def test_writing_to_somebody_stands_on_the_timelines_of_their_jobs(
    contacts: ContactService, jobs: JobService, five: list[int]
) -> None:
    priya = contacts.add(PRIYA, five[0])
    contacts.link(five[1], priya, Relation.OTHER)
    was = contacts.contact(priya)
    noted = contacts.note_contact(priya, date(2026, 11, 2), date(2026, 11, 9))
    now = contacts.contact(priya)
    assert (now.last_contact, now.next_follow_up) == (date(2026, 11, 2), date(2026, 11, 9))
    for job in five[:2]:
        assert (jobs.timeline(job)[0].kind, jobs.timeline(job)[0].text) == (TimelineKind.CONTACTED, "Priya Nair")
    contacts.forget_note(noted)
    assert contacts.contact(priya) == was
    assert TimelineKind.CONTACTED not in {entry.kind for entry in jobs.timeline(five[0])}
    contacts.note_again(noted)
    assert contacts.contact(priya) == now


def test_an_earlier_day_is_noted_without_forgetting_the_later_one(contacts: ContactService) -> None:
    priya = contacts.add(PRIYA)
    contacts.note_contact(priya, date(2026, 11, 1), None)
    contacts.note_contact(priya, date(2026, 10, 3), None)
    assert contacts.contact(priya).last_contact == date(2026, 11, 1)
    with pytest.raises(UserError):
        contacts.note_contact(priya, date(2026, 11, 3), None)


def test_who_is_removed_comes_back_with_jobs(
    contacts: ContactService, jobs: JobService, five: list[int], database: Database
) -> None:
    priya = contacts.add(PRIYA, five[0], Relation.REFERRAL)
    assert contacts.remove([priya, 99]) == [priya]
    assert names(contacts) == []
    assert contacts.contacts_of(five[0]) == []
    assert jobs.job(five[0]).referred_by == ()
    with database.read() as session:
        assert SearchIndex(session).search("priya") == []
    contacts.restore([priya])
    assert names(contacts) == ["Priya Nair"]
    assert jobs.job(five[0]).referred_by == ("Priya Nair",)


def test_who_was_removed_long_ago_is_forgotten(contacts: ContactService, clock: Clock) -> None:
    priya = contacts.add(PRIYA)
    contacts.remove([priya])
    clock.now = datetime(2027, 1, 1, tzinfo=UTC)
    assert contacts.purge_removed() == 1
    contacts.restore([priya])
    assert names(contacts) == []


def test_people_are_found_by_their_words(contacts: ContactService, database: Database) -> None:
    priya = contacts.add(PRIYA)
    with database.read() as session:
        (hit,) = SearchIndex(session).search("halden recruiter")
        assert (hit.kind, hit.record, hit.title.text) == ("contact", priya, "Priya Nair")
    contacts.edit(contacts.contact(priya).model_copy(update={"notes": "plays the theorbo"}))
    with database.read() as session:
        assert [hit.record for hit in SearchIndex(session).search("theorbo")] == [priya]


def test_a_person_is_named_by_number_or_words(contacts: ContactService) -> None:
    priya = contacts.add(PRIYA)
    assert contacts.named(str(priya)) == contacts.named("nair halden") == priya
    with pytest.raises(UserError):
        contacts.named("somebody else")
