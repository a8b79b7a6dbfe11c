"""Address books in and out: nobody is doubled, nothing is overwritten, one undo takes everything back."""

from __future__ import annotations

import pytest

from careercoach_desktop.features.jobs.model import Contact, ImportOutcome, Relation
from careercoach_desktop.features.jobs.service.address_book import AddressBookService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.foundation.errors import UserError


def cards(*people: str) -> bytes:
    return "".join(f"BEGIN:VCARD\nVERSION:3.0\n{lines}\nEND:VCARD\n" for lines in people).encode()


BOOK = cards(
    "FN:Priya Nair\nORG:Halden Rail\nEMAIL:PRIYA@halden.example\nTITLE:Recruiter\nTEL:+44 7700 900123",
    "FN:Ana Sousa\nEMAIL:ana@example.com\nEMAIL:ana.sousa@work.example",
    "FN:\nTEL:123",
    "FN:A. Sousa\nEMAIL:ana.sousa@work.example\nTITLE:Engineer",
)


def outcomes(address_book: AddressBookService, data: bytes) -> list[ImportOutcome]:
    return [entry.outcome for entry in address_book.import_vcards(data).entries]


def everybody(contacts: ContactService) -> list[Contact]:
    return [row.contact for row in contacts.contacts()]


def test_who_is_there_is_completed_and_the_rest_is_added(
    address_book: AddressBookService, contacts: ContactService
) -> None:
    priya = contacts.add(Contact(name="Priya N.", email="priya@halden.example", notes="Kind."))
    imported = address_book.import_vcards(BOOK)
    added, completed, refused = ImportOutcome.ADDED, ImportOutcome.COMPLETED, ImportOutcome.REFUSED
    assert [entry.outcome for entry in imported.entries] == [completed, added, refused, completed]
    assert imported.entries[2].reason == "It has no name."
    now = contacts.contact(priya)
    assert (now.name, now.role, now.phone, now.notes) == ("Priya N.", "Recruiter", "+44 7700 900123", "Kind.")
    ana, _priya = everybody(contacts)
    assert (ana.name, ana.email, ana.role) == ("Ana Sousa", "ana@example.com", "Engineer")
    assert "ana.sousa@work.example" in ana.notes, "a second address is not lost"


def test_a_second_time_nothing_is_new(address_book: AddressBookService) -> None:
    address_book.import_vcards(BOOK)
    known, refused = ImportOutcome.KNOWN, ImportOutcome.REFUSED
    assert outcomes(address_book, BOOK) == [known, known, refused, known]


def test_one_undo_takes_everything_back_and_redo_brings_it(
    address_book: AddressBookService, contacts: ContactService
) -> None:
    contacts.add(Contact(name="Priya N.", email="priya@halden.example", notes="Kind."))
    before = everybody(contacts)
    imported = address_book.import_vcards(BOOK)
    after = everybody(contacts)
    address_book.take_back(imported)
    assert everybody(contacts) == before
    address_book.take_in_again(imported)
    assert everybody(contacts) == after


def test_two_of_one_name_stay_two(address_book: AddressBookService, contacts: ContactService) -> None:
    address_book.import_vcards(cards("FN:Ana Sousa\nEMAIL:one@example.com", "FN:Ana Sousa\nEMAIL:two@example.com"))
    assert [each.email for each in everybody(contacts)] == ["one@example.com", "two@example.com"]


@pytest.mark.parametrize(
    "again", ["FN:Ana Sousa\nORG:Halden Rail", "FN:ANA SOUSA\nTEL:0912 345 678", "FN:Ana\nEMAIL:Ana@Example.com"]
)
def test_the_same_person_is_known_by_name_number_or_address(
    address_book: AddressBookService, contacts: ContactService, again: str
) -> None:
    contacts.add(Contact(name="Ana Sousa", company="Halden Rail", phone="+351 912 345 678", email="ana@example.com"))
    assert outcomes(address_book, cards(again)) == [ImportOutcome.KNOWN]


def test_dropped_on_a_job_they_belong_to_it(
    address_book: AddressBookService, contacts: ContactService, five: list[int]
) -> None:
    address_book.import_vcards(BOOK, five[0], Relation.RECRUITER)
    assert [(each.contact.name, each.relation) for each in contacts.contacts_of(five[0])] == [
        ("Ana Sousa", Relation.RECRUITER),
        ("Priya Nair", Relation.RECRUITER),
    ]


def test_what_goes_out_comes_back_the_same(address_book: AddressBookService, contacts: ContactService) -> None:
    lena = Contact(
        name="Lena Marsh",
        company="Sea; Shore, Ltd.",
        role="Boss",
        email="lena@sea.example",
        phone="+44 20 7946 0000",
        link="https://www.linkedin.com/in/lena",
        notes="Two\nlines",
    )
    contacts.remove([contacts.add(Contact(name="Removed"))])
    key = contacts.add(lena)
    written = address_book.export_vcards()
    assert address_book.export_vcards([key]) == written
    contacts.remove([key])
    address_book.import_vcards(written)
    (again,) = everybody(contacts)
    assert again.model_copy(update={"id": None}) == lena


def test_what_is_no_address_book_says_so(address_book: AddressBookService) -> None:
    with pytest.raises(UserError) as problem:
        address_book.import_vcards(b"%PDF-1.7")
    assert problem.value.code == "vcards-none"
