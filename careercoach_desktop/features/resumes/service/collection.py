"""Résumés as a collection: the primary one, copies, tags, taking away and bringing back, one or many at a time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.resumes.model import (
    Basics,
    Location,
    ReadingState,
    ResumeChanged,
    ResumeData,
    ResumeDuplicated,
    ResumeRemoved,
    VersionReason,
    WebProfile,
)
from careercoach_desktop.features.resumes.service.base import ResumeVerbs, gone, live
from careercoach_desktop.features.resumes.store import ResumeRow, ResumeStore
from careercoach_desktop.foundation.choosing import the_one
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import UnitOfWork

KEPT_AFTER_REMOVAL = timedelta(days=30)
PRIMARY = "primary"
LONGEST_TAG = 40
Tags = tuple[str, ...]
_OF_ITS_OWN = {"id", "title", "is_primary", "version", "state", "created", "updated"}
"""What a copy does not take over."""


class CollectionVerbs(ResumeVerbs):
    """Each verb is one transaction, however many résumés it concerns, and returns what its undo needs."""

    # --- finding -----------------------------------------------------------------------------------------------

    def named(self, words: str) -> int:
        """The id of the résumé that ``words`` mean: ``primary``, its id, its title or a part of it that no other has.

        Raises UserError ``no-resume``, and as ``choosing.the_one``.
        """
        with self._database.read() as session:
            cards = ResumeStore(session).cards()
        if words.strip().casefold() != PRIMARY:
            return the_one(words, {card.id: card.title for card in cards}, "résumé")
        primary = next((card.id for card in cards if card.is_primary), None)
        if primary is None:
            raise UserError("There is no primary résumé yet.", "Import yours first.", code="no-resume")
        return primary

    def find(self, words: str) -> frozenset[int]:
        """The résumés that hold every one of these words, or words that begin so, in their title, tags or text."""
        with self._database.read() as session:
            return ResumeStore(session).with_words(words)

    # --- beginning ---------------------------------------------------------------------------------------------

    def begin(self) -> int:
        """A résumé to be written here, with the profile's contact filled in; returns its id. Undo is ``delete``.

        It has no original, and becomes primary, when no other is, as soon as something is written in it.
        """
        with self._database.write() as unit:
            store, now = ResumeStore(unit.session), self._clock()
            row = ResumeRow(
                title=_free_title(store, "New résumé"),
                file_name="",
                media_type="",
                state=ReadingState.READ,
                checked=True,  # nothing was read that anybody would have to look at
                created=now,
                updated=now,
            )
            resume_id = store.add(row)
            store.write_version(row, begun_with(self._profile.profile_in(unit)), VersionReason.BEGUN, now)
            unit.emit(ResumeChanged(resume_id))
        return resume_id

    # --- copying -----------------------------------------------------------------------------------------------

    def duplicate(self, resume_id: int) -> int:
        """A copy of what the résumé says, its look and its tags, with versions of its own; returns its id.

        Undo is ``delete``. Raises UserError ``resume-unread`` when there is nothing in it yet.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            if row.version == 0:
                raise _unread()
            now = self._clock()
            copy = ResumeRow(
                **row.model_dump(exclude=_OF_ITS_OWN),
                title=_free_title(store, f"Copy of {row.title}"),
                state=ReadingState.READ,  # also when the original is just being read again: the copy is not
                created=now,
                updated=now,
            )
            if row.state != ReadingState.READ:
                copy.problem = copy.next_step = ""  # that is about reading the file, which the copy does not do
            copy_id = store.add(copy)
            store.write_version(copy, store.data(resume_id, row.version), VersionReason.COPIED, now)
            unit.emit(ResumeDuplicated(resume_id, copy_id))
            unit.emit(ResumeChanged(copy_id))
        return copy_id

    # --- tags --------------------------------------------------------------------------------------------------

    def tag(self, resume_ids: Sequence[int], add: Sequence[str], remove: Sequence[str] = ()) -> dict[int, Tags]:
        """Add tags to some résumés and take others away; returns the tags before of those that changed (for undo).

        The same word in other letters is the same tag. Those that are gone are passed over.
        """
        away = {tag.casefold() for tag in remove}
        wanted = tidy_tags(add)
        with self._database.write() as unit:  # read in here too: another tagging can't fall between and be lost
            store = ResumeStore(unit.session)
            changes = {
                resume_id: [*(tag for tag in store.tags(row) if tag.casefold() not in away), *wanted]
                for resume_id in resume_ids
                if (row := store.get(resume_id)) is not None
            }
            return self._set_tags(unit, changes)

    def set_tags(self, tags: Mapping[int, Sequence[str]]) -> dict[int, Tags]:
        """Give each of these résumés exactly these tags; returns the tags before of those that changed (for undo)."""
        with self._database.write() as unit:
            return self._set_tags(unit, tags)

    def _set_tags(self, unit: UnitOfWork, tags: Mapping[int, Sequence[str]]) -> dict[int, Tags]:
        store = ResumeStore(unit.session)
        before: dict[int, Tags] = {}
        for resume_id, wanted in tags.items():
            row = store.get(resume_id)
            if row is None or row.removed is not None or store.tags(row) == tidy_tags(wanted):
                continue
            before[resume_id] = store.tags(row)
            store.set_tags(row, tidy_tags(wanted))
            unit.emit(ResumeChanged(resume_id))
        return before

    # --- the primary one ---------------------------------------------------------------------------------------

    def make_primary(self, resume_id: int) -> int | None:
        """Use this résumé for matching and tailoring; returns the id of the one it replaces (for undo).

        Raises UserError ``resume-unread`` when there is nothing in it yet.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            if row.version == 0:
                raise _unread()
            if row.state == ReadingState.READ:
                row.problem = row.next_step = ""  # the person says that it is one
            store.forget_removed_marks()
            loser = store.give_mark(row)
            for changed in (resume_id, loser):
                if changed is not None:
                    unit.emit(ResumeChanged(changed))
        return loser

    # --- taking away -------------------------------------------------------------------------------------------

    def delete(self, resume_id: int) -> None:
        """Take the résumé away; ``undelete`` brings it back whole. The latest other one becomes primary."""
        with self._database.write() as unit:
            self._remove(unit, live(ResumeStore(unit.session), resume_id))

    def delete_many(self, resume_ids: Sequence[int]) -> list[int]:
        """Take several away at once; returns those that were there, in the order that ``undelete_many`` wants."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            rows = [row for each in dict.fromkeys(resume_ids) if (row := store.get(each)) and row.removed is None]
            rows.sort(key=lambda row: row.is_primary)  # the primary last: its mark must not pass through one that goes
            for row in rows:
                self._remove(unit, row)
            return [row.id or 0 for row in rows]

    def undelete(self, resume_id: int) -> None:
        """Bring a removed résumé back, primary again if it was. Does nothing when it is there."""
        self.undelete_many([resume_id])

    def undelete_many(self, resume_ids: Sequence[int]) -> None:
        """Bring several back at once. UserError ``resume-gone`` when one was forgotten for good meanwhile."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            for resume_id in resume_ids:
                row = store.get(resume_id)
                if row is None:
                    raise gone()
                if row.removed is None:
                    continue
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

    def _remove(self, unit: UnitOfWork, row: ResumeRow) -> None:
        store = ResumeStore(unit.session)
        row.removed = self._clock()
        store.add(row)
        unit.emit(ResumeRemoved(row.id or 0))
        heir = (
            store.latest_with_data() if row.is_primary else store.first_in_line() if store.primary() is None else None
        )
        if heir is not None and heir.id is not None:
            store.give_mark(heir)
            unit.emit(ResumeChanged(heir.id))


def tidy_tags(tags: Sequence[str]) -> Tags:
    """Each word once, whatever its letters, without blanks around it, in the order given."""
    found: dict[str, str] = {}
    for tag in tags:
        word = " ".join(tag.replace(",", " ").split())[:LONGEST_TAG].strip()
        if word:
            found.setdefault(word.casefold(), word)
    return tuple(found.values())


def begun_with(profile: Profile) -> ResumeData:
    """What the profile knows of how to reach the person, as a résumé says it."""
    first, *others = profile.links or [""]
    return ResumeData(
        basics=Basics(
            name=profile.name,
            label=profile.headline,
            email=profile.email,
            phone=profile.phone,
            url=first,
            location=Location(text=profile.location),
            profiles=[WebProfile(url=link) for link in others],
        )
    )


def _free_title(store: ResumeStore, wanted: str) -> str:
    """``Copy of Lena Marsh``, with a number when there is one already."""
    candidate, number = wanted, 1
    while store.is_titled(candidate):
        number += 1
        candidate = f"{wanted} ({number})"
    return candidate


def _unread() -> UserError:
    return UserError(
        "This résumé has not been read yet.", "Wait for it, or type its fields first.", code="resume-unread"
    )
