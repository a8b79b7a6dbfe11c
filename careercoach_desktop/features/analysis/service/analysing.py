"""What can be done with a résumé's analysis: see it, and put right what needs no knowledge but the résumé itself.

Rules take milliseconds and run on the caller's thread, which is never Qt's. Looking at the file takes longer and is
done once, in the child process: the original never changes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256

from careercoach_desktop.features.analysis.looking import analysis_of, facts_of_file
from careercoach_desktop.features.analysis.model import Analysis, Correction, Fix, ResumeAnalysis, ScoreKind
from careercoach_desktop.features.analysis.rules import RULES_VERSION, Situation
from careercoach_desktop.features.analysis.store import AnalysisStore, ResumeAnalysisRow
from careercoach_desktop.features.resumes.editing import (
    Edit,
    RemoveItem,
    apply,
    home_of,
    inverse,
    items_in,
    typed,
    value_at,
)
from careercoach_desktop.features.resumes.model import Resume, ResumeData, VersionReason
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.documents.examining import FACTS_VERSION, FileFacts
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess

RULES = "rules"


@dataclass(frozen=True, slots=True)
class Fixed:
    """What a fix has changed, for undo and for saying it."""

    resume_id: int
    label: str
    edits: tuple[Edit, ...]


class AnalysisService:
    """``today`` and ``clock`` are functions so that tests can stand still. Call ``analyse`` off the Qt thread; the
    first time for a file it waits for the child process."""

    def __init__(
        self,
        database: Database,
        resumes: ResumeService,
        child: ChildProcess,
        today: Callable[[], date] = date.today,
        clock: Callable[[], datetime] = utc_now,
    ) -> None:
        self._database = database
        self._resumes = resumes
        self._child = child
        self._today = today
        self._clock = clock

    def analyse(self, resume_id: int) -> ResumeAnalysis:
        """What the rules say of the résumé as it is now; made anew when it, its file, the rules or the month changed.

        UserError ``resume-gone``, and ``resume-unread`` while there is nothing in it.
        """
        resume = self._resumes.resume(resume_id)
        if resume.version == 0:
            raise UserError(
                "This résumé has not been read yet.", "Wait for it, or type its fields first.", code="resume-unread"
            )
        with self._database.read() as session:
            kept = AnalysisStore(session).of_resume(resume_id)
        facts = self._facts(resume, kept)
        basis = self._basis(resume, facts)
        if kept is not None and kept.basis == basis and kept.facts_version == FACTS_VERSION:
            return _told(resume, Analysis.model_validate_json(kept.content), kept.created)
        analysis = analysis_of(self._situation(resume.data, facts, resume.file_name))
        now = self._clock()
        self._keep(resume, basis, analysis, facts, now)
        return _told(resume, analysis, now)

    def fix(self, resume_id: int, rule: str) -> Fixed:
        """Put right what the rule finds *now*, as an edit like any other. UserError ``analysis-nothing-to-fix`` when
        there is nothing any more."""
        resume = self._resumes.resume(resume_id)
        with self._database.read() as session:
            kept = AnalysisStore(session).of_resume(resume_id)
        facts = self._facts(resume, kept)
        label = ""

        def make(data: ResumeData) -> list[Edit]:
            nonlocal label
            found = analysis_of(self._situation(data, facts, resume.file_name)).finding(rule)
            if found is None or found.fix is None:
                return []
            label = found.fix.label
            return edits_of(data, found.fix)

        _, edits = self._resumes.change(resume_id, make, VersionReason.EDITED)
        if not edits:
            raise UserError(
                "There is nothing to put right here any more.",
                "It was changed meanwhile; the list shows what is left.",
                code="analysis-nothing-to-fix",
            )
        return Fixed(resume_id, label, tuple(edits))

    def undo(self, fixed: Fixed) -> None:
        """Put back what was there before."""
        self._resumes.edit(fixed.resume_id, [inverse(edit) for edit in reversed(fixed.edits)])

    def redo(self, fixed: Fixed) -> None:
        self._resumes.edit(fixed.resume_id, fixed.edits)

    def _situation(self, data: ResumeData, facts: FileFacts | None, file_name: str) -> Situation:
        return Situation.of(data, self._today(), facts, file_name)

    def _facts(self, resume: Resume, kept: ResumeAnalysisRow | None) -> FileFacts | None:
        """None for a file that can't be opened and for what was written here: what is in the résumé was typed, and its
        content counts. That a file can't be opened is remembered: one made to hurt would be tried for a minute each
        time."""
        if not resume.has_original:
            return None
        if kept is not None and kept.facts_version == FACTS_VERSION:
            return FileFacts.model_validate_json(kept.facts) if kept.facts else None
        data, _ = self._resumes.original(resume.id)
        try:
            facts: FileFacts = self._child.call(facts_of_file, data, resume.file_name)
        except UserError:
            return None
        return facts

    def _basis(self, resume: Resume, facts: FileFacts | None) -> str:
        known = "" if facts is None else facts.model_dump_json()
        month = self._today().isoformat()[:7]
        said = (
            resume.data.model_dump_json(exclude={"basics": {"image"}}),
            resume.file_name,
            known,
            month,
            str(RULES_VERSION),
        )
        return sha256("\0".join(said).encode()).hexdigest()

    def _keep(self, resume: Resume, basis: str, analysis: Analysis, facts: FileFacts | None, now: datetime) -> None:
        with self._database.write() as unit:
            store = AnalysisStore(unit.session)
            row = store.of_resume(resume.id) or ResumeAnalysisRow(
                resume_id=resume.id, version=0, basis="", made_by=RULES, overall=0, ats=0, readability=0, content="",
                created=now,
            )  # fmt: skip
            row.version, row.basis, row.created = resume.version, basis, now
            row.overall = analysis.score(ScoreKind.OVERALL)
            row.ats, row.readability = analysis.score(ScoreKind.ATS), analysis.score(ScoreKind.READABILITY)
            row.content = analysis.model_dump_json()
            row.facts = "" if facts is None else facts.model_dump_json()
            row.facts_version = FACTS_VERSION
            store.put(row)


def edits_of(data: ResumeData, fix: Fix) -> list[Edit]:
    """The edits that make the corrections, applied to ``data`` one after the other; what is no longer as it was when
    the fix was found stays as it is."""
    made: list[Edit] = []
    for correction in fix.corrections:
        edits = _edits(data, correction)
        for edit in edits:
            apply(data, edit)
        made += edits
    return made


def _edits(data: ResumeData, correction: Correction) -> list[Edit]:
    try:
        present = value_at(data, correction.path)
    except KeyError:
        return []
    if present != correction.before:
        return []
    if correction.after is None:
        return _removal(data, correction.path)
    return typed(data, correction.path, correction.after)


def _removal(data: ResumeData, bullet_id: str) -> list[Edit]:
    where, at = home_of(data, bullet_id)
    return [RemoveItem(where, at, items_in(data, where)[at].model_copy(deep=True))]


def _told(resume: Resume, analysis: Analysis, made: datetime) -> ResumeAnalysis:
    return ResumeAnalysis(resume.id, resume.title, resume.version, resume.checked, analysis, made)
