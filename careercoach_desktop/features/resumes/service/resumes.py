"""The résumé service: importing, editing, checking; with the verbs of versions and of the collection.

Every verb is one transaction.

Nothing that reads or draws a file happens here: that is a task (``reading``), so importing answers at once and a file
that cannot be read is still kept.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Collection, Sequence
from hashlib import sha256
from pathlib import Path, PurePath

from careercoach_desktop.features.resumes.editing import Edit, apply, doubtful_paths, looked_at
from careercoach_desktop.features.resumes.looking import read_upload, refuse_hopeless
from careercoach_desktop.features.resumes.model import (
    Imported,
    ReadingState,
    Resume,
    ResumeCard,
    ResumeChanged,
    ResumeData,
    ResumeImported,
    ResumeRead,
    ResumeStyle,
    VersionReason,
)
from careercoach_desktop.features.resumes.service.base import live, original_of
from careercoach_desktop.features.resumes.service.collection import CollectionVerbs
from careercoach_desktop.features.resumes.service.files import title_from
from careercoach_desktop.features.resumes.service.reading import contact_of
from careercoach_desktop.features.resumes.service.versions import VersionVerbs
from careercoach_desktop.features.resumes.store import ResumeRow, ResumeStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork
from careercoach_desktop.foundation.storage.files import write_whole


class ResumeService(VersionVerbs, CollectionVerbs):
    """Everything a person does with résumés; see ``VersionVerbs`` and ``CollectionVerbs`` for those parts."""

    # --- looking -----------------------------------------------------------------------------------------------

    def cards(self) -> list[ResumeCard]:
        """Every résumé for the page: the primary one first, then the latest changed."""
        with self._database.read() as session:
            return ResumeStore(session).cards()

    def resume(self, resume_id: int) -> Resume:
        """One résumé with the data of its present version."""
        with self._database.read() as session:
            store = ResumeStore(session)
            return store.resume(live(store, resume_id))

    def exists(self, resume_id: int) -> bool:
        """Whether the résumé is there and not removed."""
        with self._database.read() as session:
            row = ResumeStore(session).get(resume_id)
            return row is not None and row.removed is None

    def contents(self, resume_ids: Collection[int]) -> dict[int, tuple[str, ResumeData]]:
        """What several say now, with their titles, at once; those that are gone or empty are left out."""
        with self._database.read() as session:
            return ResumeStore(session).contents(resume_ids)

    def data_in(self, unit: UnitOfWork, resume_id: int) -> ResumeData:
        """What the résumé says now, removed or not, seen from inside a transaction, for listeners that run in it."""
        store = ResumeStore(unit.session)
        row = store.get(resume_id)
        return ResumeData() if row is None else store.data(resume_id, row.version)

    def primary(self) -> Resume | None:
        """The primary résumé, or None before the first one was read."""
        with self._database.read() as session:
            store = ResumeStore(session)
            row = store.primary()
            return None if row is None else store.resume(row)

    def original(self, resume_id: int) -> tuple[bytes, str]:
        """The file as it was imported, byte for byte, and its media type. UserError as ``original_of``."""
        with self._database.read() as session:
            store = ResumeStore(session)
            row = live(store, resume_id)
            return original_of(store, row), row.media_type

    # --- importing ---------------------------------------------------------------------------------------------

    def import_file(self, data: bytes, file_name: str) -> Imported:
        """Keep the file and queue its reading, in one transaction.

        The very same file again gives the résumé it became. Raises UserError as ``refuse_hopeless``; any other file
        that cannot be read is kept all the same and says so on its card.
        """
        name = PurePath(file_name.replace("\\", "/")).name or "résumé"
        refuse_hopeless(data, name)
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            same = store.with_original(sha256(data).hexdigest())
            if same is not None and same.id is not None:
                return Imported(same.id, duplicate=True)
            media_type = mimetypes.guess_type(name)[0] or "application/octet-stream"
            now = self._clock()
            row = ResumeRow(
                title=title_from(name),
                file_name=name,
                media_type=media_type,
                original_sha256=store.put_original(data, media_type),
                state=ReadingState.READING,
                created=now,
                updated=now,
            )
            resume_id = store.add(row)
            self._reading.enqueue(unit, row)
            unit.emit(ResumeImported(resume_id))
        return Imported(resume_id, duplicate=False)

    def import_path(self, path: Path) -> Imported:
        """``import_file`` of a file on disk; UserError as ``read_upload`` when it cannot be opened."""
        return self.import_file(read_upload(path), path.name)

    def stop_reading(self, resume_ids: Collection[int]) -> list[int]:
        """Take those of an import away that were not read yet; what was read stays. Returns the ones that went."""
        return self._reading.give_up(resume_ids)

    def save_original(self, resume_id: int, target: Path) -> None:
        """Write the file as it was imported to where the person chose. UserError as ``write_whole``."""
        write_whole(target, self.original(resume_id)[0])

    def read_again(self, resume_id: int) -> None:
        """Queue another reading of the original. What is there now stays as a version; the new one comes on top.

        UserError as ``original_of``.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            if row.state == ReadingState.READING:
                return
            original_of(store, row)
            row.state, row.problem, row.next_step = ReadingState.READING, "", ""
            store.add(row)
            self._reading.enqueue(unit, row)
            unit.emit(ResumeChanged(resume_id))

    # --- editing -----------------------------------------------------------------------------------------------

    def edit(self, resume_id: int, edits: Sequence[Edit], reason: VersionReason = VersionReason.EDITED) -> int:
        """Apply edits to the present data; returns the version they are in.

        All of them or none: UserError ``resume-part-gone`` when one names an entry that is no longer there.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            data = store.data(resume_id, row.version)
            try:
                for edit in edits:
                    apply(data, edit)
            except KeyError as exc:
                raise UserError(
                    "This part of the résumé is no longer there.",
                    "It was changed meanwhile; open the résumé again.",
                    code="resume-part-gone",
                ) from exc
            return self._keep(unit, row, data, reason)

    def change(
        self, resume_id: int, make: Callable[[ResumeData], list[Edit]], reason: VersionReason
    ) -> tuple[int, list[Edit]]:
        """Let ``make`` change the present data and tell the edits it made; returns the version they are in, and them.

        No edits, no new version.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            data = store.data(resume_id, row.version)
            edits = make(data)
            return (self._keep(unit, row, data, reason) if edits else row.version), edits

    def save_data(self, resume_id: int, data: ResumeData, reason: VersionReason = VersionReason.EDITED) -> int:
        """Keep ``data`` as what the résumé says now; returns the version it is in.

        Edits (and accepted corrections) of one sitting share a version; every other reason makes its own.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            return self._keep(unit, live(store, resume_id), data, reason)

    def take_reading(self, resume_id: int, data: ResumeData, *, instead_of: int) -> bool:
        """Keep ``data`` as what was read of a file that could not or hardly be read before; false when the résumé says
        something else than version ``instead_of`` by now (typed by hand, read after all) or is gone: that stays."""
        with self._database.write() as unit:
            row = ResumeStore(unit.session).get(resume_id)
            if row is None or row.removed is not None:
                return False
            if row.state == ReadingState.READING or row.checked or row.version != instead_of:
                return False
            self._keep(unit, row, data, VersionReason.READ)
            unit.emit(ResumeRead(resume_id))
            return True

    def rename(self, resume_id: int, title: str) -> str:
        """Change the title; returns the one before (for undo). Raises UserError ``resume-title`` when it is empty."""
        wanted = " ".join(title.split())
        if not wanted:
            raise UserError("A résumé needs a name.", "Type a few letters.", code="resume-title")
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            before, row.title = row.title, wanted
            store.add(row)
            unit.emit(ResumeChanged(resume_id))
        return before

    def restyle(self, resume_id: int, style: ResumeStyle) -> ResumeStyle:
        """Change how the résumé looks on paper; returns the style before (for undo)."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            before = ResumeStyle.model_validate_json(row.style)
            row.style = style.model_dump_json()
            row.picture_is_old = row.pages == 0
            store.add(row)
            unit.emit(ResumeChanged(resume_id))
        return before

    def redraw_pictures(self) -> int:
        """Queue new pictures where the data or the look have changed since they were drawn; how many.

        Called when somebody comes to look at them: nobody needs one for every word that is typed.
        """
        return self._reading.redraw()

    def mark_checked(self, resume_id: int, *, checked: bool = True) -> list[str]:
        """The person has looked at what was read; nothing is doubtful any more. Later edits start a new version.

        Corrections made while checking the primary résumé reach the profile too, as long as the profile still says
        what was read first. Returns the contact fields of the profile that now come from this résumé.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            row.checked = checked
            if checked and row.state == ReadingState.READ:
                _settle_likeness(store, row)
            store.add(row)
            unit.emit(ResumeChanged(resume_id))
            if not checked or row.version == 0:
                return []
            self._settle_doubts(unit, store, row)
            store.name_version(resume_id, row.version, "Checked")
            return self._correct_profile(unit, store, row) if row.is_primary else []

    # --- inside ------------------------------------------------------------------------------------------------

    def _settle_doubts(self, unit: UnitOfWork, store: ResumeStore, row: ResumeRow) -> None:
        """Saying that it looks right settles what the reader was unsure of."""
        data = store.data(row.id or 0, row.version)
        edits = [edit for path in doubtful_paths(data) for edit in looked_at(data, path)]
        for edit in edits:
            apply(data, edit)
        if edits:
            self._keep(unit, row, data, VersionReason.EDITED)

    def _correct_profile(self, unit: UnitOfWork, store: ResumeStore, row: ResumeRow) -> list[str]:
        resume_id = row.id or 0
        was, now = contact_of(store.data(resume_id, 1)), contact_of(store.data(resume_id, row.version))
        self._profile.correct_contact(unit, was, now)
        profile = self._profile.profile_in(unit)
        return [field for field, value in now.as_fields().items() if value and getattr(profile, field) == value]


def _settle_likeness(store: ResumeStore, row: ResumeRow) -> None:
    """The person says that what does not look like a résumé is one: from now on it is like any other."""
    row.problem = row.next_step = ""
    if row.version and store.primary() is None:
        store.give_mark(row)
