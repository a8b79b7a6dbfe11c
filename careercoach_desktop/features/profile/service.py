"""What a person does with their profile: look at it, change it, add facts to it.

Contact data is filled once from the first résumé and belongs to the person from then on, so the filling only ever
touches fields that are still empty.
"""

from __future__ import annotations

from typing import Any

from careercoach_desktop.features.profile.model import Contact, Profile, ProfileChanged
from careercoach_desktop.features.profile.store import ProfileStore
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork


class ProfileService:
    """Every verb is one transaction; ``ProfileChanged`` is emitted only when something did change."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def profile(self) -> Profile:
        """The profile as it is now; empty on a fresh file."""
        with self._database.read() as session:
            return ProfileStore(session).get()

    def profile_in(self, unit: UnitOfWork) -> Profile:
        """The profile as the caller's transaction sees it."""
        return ProfileStore(unit.session).get()

    def save(self, profile: Profile) -> Profile:
        """Keep ``profile`` whole and return the one it replaces; one field is changed with ``change``."""
        with self._database.write() as unit:
            return _replace(unit, profile)

    def change(self, field: str, value: Any) -> Any:
        """Set one field of the profile (``name``) or of what is looked for (``preferences.salary_min``).

        Every other field stays as the file has it. Returns what the field was, which undo hands back. Raises
        pydantic's ValidationError for a field or a value the model refuses. For ``notes`` see ``rewrite_notes``.
        """
        owner, _, name = field.rpartition(".")
        with self._database.write() as unit:
            plain = ProfileStore(unit.session).get().model_dump()
            part = plain[owner] if owner else plain
            before = part.get(name)
            part[name] = value
            _replace(unit, Profile.model_validate(plain))
            return before

    def rewrite_notes(self, shown: str, written: str) -> str:
        """Make of the facts that were ``shown`` what the person has ``written``; returns the facts as they were.

        Facts that were added or taken away elsewhere since ``shown`` stay so. Undo calls this with what was written
        and what was returned.
        """
        with self._database.write() as unit:
            before = ProfileStore(unit.session).get()
            notes = written if before.notes == shown else _merged(shown, written, before.notes)
            _replace(unit, before.model_copy(update={"notes": notes}))
            return before.notes

    def add_note(self, text: str) -> Profile:
        """Add one fact the person wrote about themselves on a line of its own; returns the profile before it.

        A fact that is already there, word for word, is not added twice.
        """
        fact = text.strip()
        with self._database.write() as unit:
            before = ProfileStore(unit.session).get()
            lines = before.notes.splitlines()
            if not fact or fact in lines:
                return before
            return _replace(unit, before.model_copy(update={"notes": "\n".join([*lines, fact])}))

    def correct_contact(self, unit: UnitOfWork, before: Contact, after: Contact) -> list[str]:
        """Follow a correction in the résumé: replace what is empty or still exactly what ``before`` said.

        What the person wrote into the profile themselves stays. Returns the names of the fields that changed.
        """
        profile = ProfileStore(unit.session).get()
        was, offered = before.as_fields(), after.as_fields()
        changed = {
            field: value
            for field, value in offered.items()
            if value and value != (present := getattr(profile, field)) and (not present or present == was[field])
        }
        if changed:
            _replace(unit, profile.model_copy(update=changed))
        return list(changed)


def _merged(shown: str, written: str, present: str) -> str:
    """``written`` with the lines that ``present`` has more than ``shown``, and without those it has no longer."""
    was, mine, theirs = shown.splitlines(), written.splitlines(), present.splitlines()
    kept = [line for line in mine if line not in was or line in theirs]
    return "\n".join([*kept, *(line for line in theirs if line not in was and line not in mine)])


def _replace(unit: UnitOfWork, profile: Profile) -> Profile:
    store = ProfileStore(unit.session)
    before = store.get()
    if profile != before:
        store.put(profile)
        unit.emit(ProfileChanged())
    return before
