"""Importing, editing, versions and the primary mark: every verb is one transaction.

Nothing that reads or draws a file happens here: that is a task (``reading``), so importing answers at once and a file
that cannot be read is still kept.
"""

from __future__ import annotations

import mimetypes
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path, PurePath

from careercoach_desktop.features.profile.service import ProfileService
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
    ResumeRemoved,
    ResumeStyle,
    ResumeVersion,
    VersionReason,
)
from careercoach_desktop.features.resumes.service.files import title_from
from careercoach_desktop.features.resumes.service.likeness import doubt_about
from careercoach_desktop.features.resumes.service.reading import ResumeReading, contact_of
from careercoach_desktop.features.resumes.store import ResumeRow, ResumeStore
from careercoach_desktop.foundation.choosing import the_one
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database, UnitOfWork
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.tasks.queue import TaskQueue

SITTING = timedelta(minutes=30)
"""Edits that follow each other within this time are one version."""
KEPT_AFTER_REMOVAL = timedelta(days=30)
PRIMARY = "primary"


class ResumeService:
    """``clock`` returns aware datetimes. Verbs raise UserError ``resume-gone`` for an id that is not there."""

    def __init__(
        self, database: Database, queue: TaskQueue, profile: ProfileService, clock: Callable[[], datetime] = utc_now
    ) -> None:
        self._database = database
        self._profile = profile
        self._clock = clock
        self._reading = ResumeReading(database, queue, profile, clock)

    # --- looking -----------------------------------------------------------------------------------------------

    def cards(self) -> list[ResumeCard]:
        """Every résumé for the page: the primary one first, then the latest changed."""
        with self._database.read() as session:
            return ResumeStore(session).cards()

    def resume(self, resume_id: int) -> Resume:
        """One résumé with the data of its present version."""
        with self._database.read() as session:
            store = ResumeStore(session)
            return store.resume(_live(store, resume_id))

    def named(self, words: str) -> int:
        """The id of the résumé that ``words`` mean: ``primary``, its id, its title or a part of it that no other has.

        Raises UserError ``no-resume``, and as ``choosing.the_one``.
        """
        cards = self.cards()
        if words.strip().casefold() != PRIMARY:
            return the_one(words, {card.id: card.title for card in cards}, "résumé")
        primary = next((card.id for card in cards if card.is_primary), None)
        if primary is None:
            raise UserError("There is no primary résumé yet.", "Import yours first.", code="no-resume")
        return primary

    def exists(self, resume_id: int) -> bool:
        """Whether the résumé is there and not removed."""
        with self._database.read() as session:
            row = ResumeStore(session).get(resume_id)
            return row is not None and row.removed is None

    def primary(self) -> Resume | None:
        """The primary résumé, or None before the first one was read."""
        with self._database.read() as session:
            store = ResumeStore(session)
            row = store.primary()
            return None if row is None else store.resume(row)

    def original(self, resume_id: int) -> tuple[bytes, str]:
        """The file as it was imported, byte for byte, and its media type."""
        with self._database.read() as session:
            store = ResumeStore(session)
            row = _live(store, resume_id)
            return store.original(row.original_sha256), row.media_type

    def versions(self, resume_id: int) -> list[ResumeVersion]:
        """Every version, newest first."""
        with self._database.read() as session:
            store = ResumeStore(session)
            _live(store, resume_id)
            return store.versions(resume_id)

    def version_data(self, resume_id: int, number: int) -> ResumeData:
        """What the résumé said in that version (to look at before restoring it)."""
        with self._database.read() as session:
            store = ResumeStore(session)
            _live(store, resume_id)
            return _version(store, resume_id, number)

    # --- importing ---------------------------------------------------------------------------------------------

    def import_file(self, data: bytes, file_name: str) -> Imported:
        """Keep the file and queue its reading, in one transaction.

        The very same file again gives the résumé it became. Raises UserError ``resume-empty`` and
        ``resume-too-large``; a file that cannot be read is kept all the same and says so on its card.
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

    def save_original(self, resume_id: int, target: Path) -> None:
        """Write the file as it was imported to where the person chose. UserError as ``write_whole``."""
        write_whole(target, self.original(resume_id)[0])

    def read_again(self, resume_id: int) -> None:
        """Queue another reading of the original. What is there now stays as a version; the new one comes on top."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            if row.state == ReadingState.READING:
                return
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
            row = _live(store, resume_id)
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
            row = _live(store, resume_id)
            data = store.data(resume_id, row.version)
            edits = make(data)
            return (self._keep(unit, row, data, reason) if edits else row.version), edits

    def save_data(self, resume_id: int, data: ResumeData, reason: VersionReason = VersionReason.EDITED) -> int:
        """Keep ``data`` as what the résumé says now; returns the version it is in.

        Edits (and accepted corrections) of one sitting share a version; every other reason makes its own.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            return self._keep(unit, _live(store, resume_id), data, reason)

    def restore_version(self, resume_id: int, number: int) -> int:
        """Make an earlier version the present one, as a new version on top; returns its number."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            return self._keep(unit, row, _version(store, resume_id, number), VersionReason.RESTORED)

    def name_version(self, resume_id: int, number: int, name: str) -> None:
        """Give a version a name. A named version is never written over by later edits."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            _live(store, resume_id)
            _version(store, resume_id, number)
            store.name_version(resume_id, number, name.strip())
            unit.emit(ResumeChanged(resume_id))

    def rename(self, resume_id: int, title: str) -> str:
        """Change the title; returns the one before (for undo). Raises UserError ``resume-title`` when it is empty."""
        wanted = " ".join(title.split())
        if not wanted:
            raise UserError("A résumé needs a name.", "Type a few letters.", code="resume-title")
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            before, row.title = row.title, wanted
            store.add(row)
            unit.emit(ResumeChanged(resume_id))
        return before

    def restyle(self, resume_id: int, style: ResumeStyle) -> ResumeStyle:
        """Change how the résumé looks on paper; returns the style before (for undo)."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            before = ResumeStyle.model_validate_json(row.style)
            row.style = style.model_dump_json()
            store.add(row)
            unit.emit(ResumeChanged(resume_id))
        return before

    def mark_checked(self, resume_id: int, *, checked: bool = True) -> list[str]:
        """The person has looked at what was read; nothing is doubtful any more. Later edits start a new version.

        Corrections made while checking the primary résumé reach the profile too, as long as the profile still says
        what was read first. Returns the contact fields of the profile that now come from this résumé.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            row.checked = checked
            if checked and row.state == ReadingState.READ:
                _settle_likeness(store, row)
            store.add(row)
            unit.emit(ResumeChanged(resume_id))
            if not checked or row.version == 0:
                return []
            self._settle_doubts(unit, store, row)
            store.name_version(resume_id, row.version, "Checked")
            self._reading.enqueue_picture(unit, row)
            return self._correct_profile(unit, store, row) if row.is_primary else []

    # --- choosing and removing ---------------------------------------------------------------------------------

    def make_primary(self, resume_id: int) -> int | None:
        """Use this résumé for matching and tailoring; returns the id of the one it replaces (for undo).

        Raises UserError ``resume-unread`` when there is nothing in it yet.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            if row.version == 0:
                raise UserError(
                    "This résumé has not been read yet.", "Wait for it, or type its fields first.", code="resume-unread"
                )
            if row.state == ReadingState.READ:
                row.problem = row.next_step = ""  # the person says that it is one
            store.forget_removed_marks()
            loser = store.give_mark(row)
            for changed in (resume_id, loser):
                if changed is not None:
                    unit.emit(ResumeChanged(changed))
        return loser

    def delete(self, resume_id: int) -> None:
        """Take the résumé away; ``undelete`` brings it back whole. The latest other one becomes primary."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = _live(store, resume_id)
            row.removed = self._clock()
            store.add(row)
            unit.emit(ResumeRemoved(resume_id))
            heir = store.latest_with_data() if row.is_primary else None
            if heir is not None and heir.id is not None:
                store.give_mark(heir)
                unit.emit(ResumeChanged(heir.id))

    def undelete(self, resume_id: int) -> None:
        """Bring a removed résumé back, primary again if it was. Does nothing when it is there."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = store.get(resume_id)
            if row is None:
                raise _gone()
            if row.removed is None:
                return
            was_primary, row.is_primary, row.removed = row.is_primary, False, None
            store.add(row)
            loser = store.give_mark(row) if was_primary else None
            for changed in (resume_id, loser):
                if changed is not None:
                    unit.emit(ResumeChanged(changed))

    def purge_removed(self) -> int:
        """Forget for good what was removed more than thirty days ago; how many résumés."""
        with self._database.write() as unit:
            return ResumeStore(unit.session).purge(self._clock() - KEPT_AFTER_REMOVAL)

    # --- inside ------------------------------------------------------------------------------------------------

    def _keep(self, unit: UnitOfWork, row: ResumeRow, data: ResumeData, reason: VersionReason) -> int:
        store = ResumeStore(unit.session)
        resume_id, now = row.id or 0, self._clock()
        present = store.version_row(resume_id, row.version)
        same_sitting = (
            reason in (VersionReason.EDITED, VersionReason.CORRECTED)
            and present is not None
            and present.reason == reason
            and not present.name
            and now - present.changed < SITTING
        )
        if same_sitting and present is not None:
            number = store.overwrite_version(row, present, data, now)
        else:
            number = store.write_version(row, data, reason, now)
        if row.state == ReadingState.FAILED:  # typed by hand instead
            row.state, row.problem, row.next_step = ReadingState.READ, "", ""
            store.add(row)
        if row.problem and not doubt_about(data):  # what was read was next to nothing, what was typed since is enough
            row.problem = row.next_step = ""
            store.add(row)
        if store.primary() is None and not row.problem:
            store.give_mark(row)
        unit.emit(ResumeChanged(resume_id))
        return number

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


def _live(store: ResumeStore, resume_id: int) -> ResumeRow:
    row = store.get(resume_id)
    if row is None or row.removed is not None:
        raise _gone()
    return row


def _gone() -> UserError:
    return UserError(
        "This résumé is no longer here.", "It may have been deleted; undo brings it back.", code="resume-gone"
    )


def _version(store: ResumeStore, resume_id: int, number: int) -> ResumeData:
    if store.version_row(resume_id, number) is None:
        raise UserError("There is no such version of this résumé.", "Open its versions again.", code="version-gone")
    return store.data(resume_id, number)
