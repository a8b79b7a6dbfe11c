"""A profile is kept, undone and filled on a real SQLite file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pydantic import ValidationError

from careercoach_desktop.features.profile.model import Contact, Preferences, Profile, ProfileChanged
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.foundation.storage.database import Database, metadata


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    database = Database(tmp_path / "coach.sqlite")
    metadata().create_all(database.engine)
    yield database
    database.close()


@pytest.fixture
def told(database: Database) -> list[object]:
    events: list[object] = []
    database.bus.after_any(events.append)
    return events


def full_profile() -> Profile:
    return Profile(
        name="Zoë Ångström",
        headline="Marine biologist",
        email="zoe@angstrom.example",
        phone="+46 31 123 45 67",
        location="Göteborg, Sweden",
        links=["https://zoe.example", "https://git.example/zoe"],
        notes="Led four dives.\nSpeaks Tamil.",
        preferences=Preferences(
            work_modes=["HYBRID"],
            job_types=["CONTRACT"],
            locations=["Göteborg"],
            salary_min=52_000.5,
            salary_currency="SEK",
        ),
    )


def test_a_fresh_file_has_an_empty_profile(database: Database) -> None:
    assert ProfileService(database).profile() == Profile()


def test_everything_saved_is_there_after_opening_the_file_again(database: Database) -> None:
    ProfileService(database).save(full_profile())
    database.close()
    again = Database(database.path)
    assert ProfileService(again).profile() == full_profile()
    again.close()


def test_saving_returns_what_undo_needs(database: Database, told: list[object]) -> None:
    service = ProfileService(database)
    assert service.save(full_profile()) == Profile()
    changed = full_profile().model_copy(update={"name": "Zoë Å."})
    previous = service.save(changed)
    assert previous == full_profile()
    service.save(previous)
    assert service.profile() == full_profile()
    assert told == [ProfileChanged()] * 3


def test_saving_the_same_profile_tells_nobody(database: Database, told: list[object]) -> None:
    service = ProfileService(database)
    service.save(full_profile())
    told.clear()
    service.save(full_profile())
    assert told == []


def test_contact_is_filled_only_where_it_is_empty(database: Database) -> None:
    service = ProfileService(database)
    service.save(Profile(email="mine@example.org"))
    with database.write() as unit:
        filled = service.correct_contact(
            unit,
            Contact(),
            Contact(name=" Lena Marsh ", email="lena@marsh.example", phone="", links=("", "https://lena.example")),
        )
    profile = service.profile()
    assert filled == ["name", "links"]
    assert (profile.name, profile.email, profile.links) == ("Lena Marsh", "mine@example.org", ["https://lena.example"])


def test_filling_rolls_back_with_the_transaction_it_joined(database: Database, told: list[object]) -> None:
    service = ProfileService(database)

    def fill_and_fail() -> None:
        with database.write() as unit:
            service.correct_contact(unit, Contact(), Contact(name="Lena Marsh"))
            raise RuntimeError("disk full")

    with pytest.raises(RuntimeError, match="disk full"):
        fill_and_fail()
    assert service.profile() == Profile()
    assert told == []


def test_notes_are_added_line_by_line_and_not_twice(database: Database) -> None:
    service = ProfileService(database)
    service.add_note("Nightly batch = Spark on EMR.")
    before = service.add_note("  Saved 40 % of the team's week.  ")
    assert before.notes == "Nightly batch = Spark on EMR."
    service.add_note("Nightly batch = Spark on EMR.")
    service.add_note("   ")
    assert service.profile().notes == "Nightly batch = Spark on EMR.\nSaved 40 % of the team's week."


def test_a_correction_reaches_only_what_still_says_what_was_read(database: Database) -> None:
    service = ProfileService(database)
    read = Contact(name="Lena Mrash", email="lena@marsh.example", phone="113 496 0123")
    with database.write() as unit:
        service.correct_contact(unit, Contact(), read)
    service.save(service.profile().model_copy(update={"phone": "+44 113 496 0123"}))
    with database.write() as unit:
        corrected = Contact(name="Lena Marsh", email="lena@marsh.example", phone="113 496 0199")
        changed = service.correct_contact(unit, read, corrected)
    assert changed == ["name"]
    assert service.profile().name == "Lena Marsh"
    assert service.profile().phone == "+44 113 496 0123"


def test_one_field_is_changed_and_every_other_stays(database: Database) -> None:
    service = ProfileService(database)
    service.save(full_profile())
    assert service.change("name", "Zoë Å.") == "Zoë Ångström"
    assert service.change("preferences.salary_min", None) == 52_000.5
    wishes = full_profile().preferences.model_copy(update={"salary_min": None})
    assert service.profile() == full_profile().model_copy(update={"name": "Zoë Å.", "preferences": wishes})


@pytest.mark.parametrize(("field", "value"), [("nme", "Zoë"), ("preferences.titel", []), ("name", None)])
def test_a_field_or_value_the_profile_does_not_have_is_refused(database: Database, field: str, value: object) -> None:
    service = ProfileService(database)
    service.save(full_profile())
    with pytest.raises(ValidationError):
        service.change(field, value)
    assert service.profile() == full_profile()


def test_rewriting_the_facts_keeps_what_was_added_since_they_were_shown(database: Database) -> None:
    service = ProfileService(database)
    service.save(Profile(notes="Led four dives.\nSpeaks Tamil."))
    service.add_note("Saved 40 % of the team's week.")
    service.rewrite_notes("Led four dives.\nSpeaks Tamil.", "Led five dives.\nSpeaks Tamil.")
    assert service.profile().notes == "Led five dives.\nSpeaks Tamil.\nSaved 40 % of the team's week."


def test_undoing_a_change_of_the_facts_keeps_what_was_added_since(database: Database) -> None:
    service = ProfileService(database)
    service.save(Profile(notes="Led four dives."))
    before = service.rewrite_notes("Led four dives.", "Speaks Tamil.")
    service.add_note("Saved 40 % of the team's week.")
    service.rewrite_notes("Speaks Tamil.", before)
    assert service.profile().notes == "Led four dives.\nSaved 40 % of the team's week."
