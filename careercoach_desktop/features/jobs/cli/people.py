"""``careercoach jobs contacts …``: the people behind the jobs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from careercoach_desktop.features.jobs.cli.days import day_of
from careercoach_desktop.foundation.terminal.commands import CommandLine, choice
from careercoach_desktop.foundation.terminal.shell import Shell, target
from careercoach_desktop.foundation.terminal.words import columns

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.model import Contact, ImportedEntry, PersonRow, Relation
    from careercoach_desktop.features.jobs.service.contacts import ContactService

Words = Annotated[list[str] | None, typer.Argument(metavar="[WORDS]", help="All of them are in what you know.")]
OfJob = Annotated[str | None, typer.Option("--job", metavar="JOB", help="A number, or words of its title and company.")]
As = Annotated[str, typer.Option("--as", metavar="RELATION", help="recruiter, hiring-manager, referral, …")]
Who = Annotated[str, typer.Argument(metavar="PERSON", help="A number, or words of the name and company.")]
Name = Annotated[str, typer.Argument(metavar="NAME", help="What they are called.")]
Company = Annotated[str, typer.Option("--company", metavar="NAME")]
Role = Annotated[str, typer.Option("--role", metavar="WORDS")]
Email = Annotated[str, typer.Option("--email", metavar="ADDRESS")]
Phone = Annotated[str, typer.Option("--phone", metavar="NUMBER")]
Link = Annotated[str, typer.Option("--link", metavar="URL", help="A profile page.")]
Notes = Annotated[str, typer.Option("--notes", metavar="WORDS")]
On = Annotated[str, typer.Option("--on", metavar="DATE", help="2026-12-01, today, yesterday.")]
Again = Annotated[str | None, typer.Option("--again", metavar="DATE", help="When to follow up: 2026-12-01, 3d, 2w.")]
Book = Annotated[Path, typer.Argument(metavar="FILE", help="A vCard file (.vcf).")]
Replace = Annotated[bool, typer.Option("--force", help="Replace the file if it is there.")]


def add_contact_commands(jobs: CommandLine) -> None:
    """Below ``careercoach jobs``."""
    contacts = jobs.group("contacts", "People at companies: recruiters, referrals, whoever you wrote to.")
    _add_keeping(contacts, jobs.shell)
    _add_books(contacts, jobs.shell)


def _add_keeping(contacts: CommandLine, shell: Shell) -> None:
    @contacts.command("list", examples=["careercoach jobs contacts list", "careercoach jobs contacts list --job 42"])
    def list_people(words: Words = None, job: OfJob = None) -> None:
        """The people you know, by name; with --job only those of that job."""
        people = _people(shell).contacts(" ".join(words or ()))
        if job is not None:
            job_id = _job(shell, job)
            people = [each for each in people if any(linked.job_id == job_id for linked in each.jobs)]
        if not people:
            shell.say("Nobody here yet. Add somebody with: careercoach jobs contacts add NAME")
        _answer(shell, people)

    @contacts.command(
        "add", examples=['careercoach jobs contacts add "Priya Nair" --company "Halden Rail" --job 42 --as recruiter']
    )
    def add(
        name: Name,
        company: Company = "",
        role: Role = "",
        email: Email = "",
        phone: Phone = "",
        link: Link = "",
        notes: Notes = "",
        job: OfJob = None,
        relation: As = "other",
    ) -> None:
        """Keep somebody, for a job when one is said."""
        from careercoach_desktop.features.jobs.model import Contact

        who = Contact(name=name, company=company, role=role, email=email, phone=phone, link=link, notes=notes)
        people = _people(shell)
        key = people.add(who, None if job is None else _job(shell, job), _relation(relation))
        _answer_one(shell, people, key)

    @contacts.command("link", examples=["careercoach jobs contacts link priya 42 --as referral"])
    def link_person(
        person: Who,
        job: Annotated[str, typer.Argument(metavar="JOB", help="A number, or words of its title and company.")],
        relation: As = "other",
    ) -> None:
        """Say that somebody belongs to a job, and what they are for it."""
        people = _people(shell)
        key = people.named(person)
        people.link(_job(shell, job), key, _relation(relation))
        _answer_one(shell, people, key)

    @contacts.command("wrote", examples=["careercoach jobs contacts wrote priya --again 1w"])
    def wrote(person: Who, on: On = "today", again: Again = None) -> None:
        """Note that you were in touch with somebody; it stands on the timelines of their jobs."""
        people = _people(shell)
        key = people.named(person)
        people.note_contact(key, day_of(on), None if again is None else day_of(again))
        _answer_one(shell, people, key)

    @contacts.command("remove")
    def remove(person: Who) -> None:
        """Remove somebody."""
        people = _people(shell)
        key = people.named(person)
        name = people.contact(key).name
        people.remove([key])
        shell.answer({"removed": key}, [f"{name} was removed."])


def _add_books(contacts: CommandLine, shell: Shell) -> None:
    @contacts.command("import", examples=["careercoach jobs contacts import people.vcf --job 42 --as recruiter"])
    def import_book(file: Book, job: OfJob = None, relation: As = "other") -> None:
        """Take in an address book. Who is there already is completed, never doubled."""
        from careercoach_desktop.features.jobs.service.address_book import AddressBookService, too_large
        from careercoach_desktop.features.jobs.vcards import LARGEST_FILE
        from careercoach_desktop.foundation.storage.files import read_whole

        data = read_whole(file.expanduser(), LARGEST_FILE, too_large())
        job_id = None if job is None else _job(shell, job)
        imported = shell.get(AddressBookService).import_vcards(data, job_id, _relation(relation))
        rows = [
            (str(each.number), each.outcome.value.capitalize(), each.name or each.reason) for each in imported.entries
        ]
        shell.answer([_entry(each) for each in imported.entries], columns(rows, ("No.", "Outcome", "Who")))

    @contacts.command("export", examples=["careercoach jobs contacts export people.vcf"])
    def export_book(file: Book, words: Words = None, force: Replace = False) -> None:
        """Write people into a vCard file."""
        from careercoach_desktop.features.jobs.service.address_book import AddressBookService
        from careercoach_desktop.foundation.storage.files import write_whole

        path = target(file, force=force)
        ids = [each.contact.id or 0 for each in _people(shell).contacts(" ".join(words or ()))]
        write_whole(path, shell.get(AddressBookService).export_vcards(ids))
        shell.answer({"file": str(path), "people": len(ids)}, [f"{len(ids)} in “{path.name}”."])


def contact_fields(person: PersonRow) -> dict[str, Any]:
    """One person in full, for programs."""
    contact = person.contact.model_dump(mode="json")
    jobs = [{"id": each.job_id, "title": each.title, "relation": each.relation.value} for each in person.jobs]
    return {name: value or None for name, value in contact.items()} | {"jobs": jobs}


def _answer(shell: Shell, people: list[PersonRow]) -> None:
    rows = [_cells(each.contact, len(each.jobs)) for each in people]
    head = ("ID", "Name", "Role", "Company", "E-mail", "Last contact", "Follow up", "Jobs")
    shell.answer([contact_fields(each) for each in people], columns(rows, head, widest=28) if rows else [])


def _answer_one(shell: Shell, people: ContactService, key: int) -> None:
    person = next(each for each in people.contacts() if each.contact.id == key)
    shell.answer(contact_fields(person), [f"{key}  {person.contact.name}"])


def _cells(contact: Contact, jobs: int) -> tuple[str, ...]:
    days = (contact.last_contact, contact.next_follow_up)
    last, following = ("" if day is None else day.isoformat() for day in days)
    return (
        str(contact.id),
        contact.name,
        contact.role,
        contact.company,
        contact.email,
        last,
        following,
        str(jobs or ""),
    )


def _entry(entry: ImportedEntry) -> dict[str, Any]:
    return {
        "number": entry.number,
        "outcome": entry.outcome.value,
        "name": entry.name or None,
        "id": entry.contact_id,
        "reason": entry.reason or None,
    }


def _people(shell: Shell) -> ContactService:
    from careercoach_desktop.features.jobs.service.contacts import ContactService

    return shell.get(ContactService)


def _job(shell: Shell, words: str) -> int:
    from careercoach_desktop.features.jobs.service import JobService

    return shell.get(JobService).named(words)


def _relation(word: str) -> Relation:
    from careercoach_desktop.features.jobs.model import Relation

    return Relation(choice(word, [each.value for each in Relation], "--as"))
