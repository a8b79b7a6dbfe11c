"""Versions: what they say, what changed between any two, naming one so that it stays, bringing one back."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from careercoach_desktop.features.resumes.model import ResumeChanged, ResumeData, ResumeVersion, VersionReason
from careercoach_desktop.features.resumes.revisions import Comparison, Tally, compare, tally
from careercoach_desktop.features.resumes.service.base import ResumeVerbs, live
from careercoach_desktop.features.resumes.store import ResumeStore
from careercoach_desktop.foundation.errors import UserError


@dataclass(frozen=True, slots=True)
class VersionStep:
    """A version and what changed since the one before it; nothing for the first."""

    version: ResumeVersion
    changes: tuple[Tally, ...] = ()


class VersionVerbs(ResumeVerbs):
    """Looking at versions is for ``Desk.work``: a long history takes some 100 ms to compare."""

    def versions(self, resume_id: int) -> list[ResumeVersion]:
        """Every version, newest first."""
        with self._database.read() as session:
            store = ResumeStore(session)
            live(store, resume_id)
            return store.versions(resume_id)

    def version_data(self, resume_id: int, number: int) -> ResumeData:
        """What the résumé said in that version (to look at before restoring it)."""
        with self._database.read() as session:
            store = ResumeStore(session)
            live(store, resume_id)
            return version(store, resume_id, number)

    def history(self, resume_id: int) -> list[VersionStep]:
        """Every version, newest first, each with what changed in it."""
        with self._database.read() as session:
            store = ResumeStore(session)
            live(store, resume_id)
            found = store.versions(resume_id)
            said = [store.data(resume_id, each.number) for each in found]
        steps = [VersionStep(each, tally(before, now)) for each, (now, before) in zip(found, pairwise(said))]  # noqa: B905
        return [*steps, *(VersionStep(first) for first in found[-1:])]

    def comparison(self, resume_id: int, earlier: int, later: int) -> Comparison:
        """Every value of two versions beside each other. UserError ``version-gone`` when one is not there."""
        with self._database.read() as session:
            store = ResumeStore(session)
            live(store, resume_id)
            before, after = version(store, resume_id, earlier), version(store, resume_id, later)
        return compare(before, after)

    def restore_version(self, resume_id: int, number: int) -> int:
        """Make an earlier version the present one, as a new version on top; returns its number."""
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            row = live(store, resume_id)
            return self._keep(unit, row, version(store, resume_id, number), VersionReason.RESTORED)

    def name_version(self, resume_id: int, number: int, name: str) -> str:
        """Give a version a name (an empty one takes it away); returns the name before, for undo.

        A named version is never written over by later edits.
        """
        with self._database.write() as unit:
            store = ResumeStore(unit.session)
            live(store, resume_id)
            row = store.version_row(resume_id, number)
            if row is None:
                raise _no_such_version()
            before = row.name
            store.name_version(resume_id, number, " ".join(name.split()))
            unit.emit(ResumeChanged(resume_id))
        return before


def version(store: ResumeStore, resume_id: int, number: int) -> ResumeData:
    """What one version says; raises UserError ``version-gone``."""
    if store.version_row(resume_id, number) is None:
        raise _no_such_version()
    return store.data(resume_id, number)


def _no_such_version() -> UserError:
    return UserError("There is no such version of this résumé.", "Open its versions again.", code="version-gone")
