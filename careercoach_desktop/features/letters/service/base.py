"""What every group of verbs about letters stands on: the services below, and what a letter may rest on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.jobs.model import Job, Relation
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.letters.checking import Material, checked
from careercoach_desktop.features.letters.drafting import Frame
from careercoach_desktop.features.letters.model import Letter, LetterChanged, LetterDraft, LetterReady, LetterWishes
from careercoach_desktop.features.letters.outlining.phrases import role_of
from careercoach_desktop.features.letters.store import LetterStore
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.model import Resume
from careercoach_desktop.features.resumes.reading.language import language_of
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.queue import TaskQueue

_GREETED = (Relation.HIRING_MANAGER, Relation.RECRUITER)
"""Whom a letter is written to, the likelier one first."""
_ENOUGH_TO_TELL = 40
"""Words of a posting from which its language is clear."""


@dataclass(frozen=True)
class Below:
    """The services letters stand on."""

    database: Database
    queue: TaskQueue
    child: ChildProcess
    jobs: JobService
    contacts: ContactService
    resumes: ResumeService
    profile: ProfileService
    evidence: EvidenceService
    documents: DocumentService
    tailoring: TailoringService
    claude: Claude


@dataclass(frozen=True)
class Ground:
    """Everything one letter is made from."""

    job: Job
    resume: Resume
    wishes: LetterWishes
    material: Material
    language: str
    frame: Frame | None


class LetterVerbs:
    """``now`` returns aware datetimes."""

    def __init__(self, below: Below, now: Callable[[], datetime]) -> None:
        self._below = below
        self._now = now

    def letter(self, letter_id: int) -> Letter:
        """Raises KeyError when there is none."""
        with self._below.database.read() as session:
            return LetterStore(session).get(letter_id)

    def latest_for(self, job_id: int) -> Letter | None:
        """The newest letter for a job."""
        with self._below.database.read() as session:
            return LetterStore(session).latest_for(job_id)

    def discard(self, letter_id: int) -> Letter:
        """Throw a letter away, so that the one before it is the job's letter again (a fragment that was cancelled, for
        instance). Returns it, for ``put_back``."""
        with self._below.database.write() as unit:
            store = LetterStore(unit.session)
            letter = store.get(letter_id)
            store.drop(letter_id)
            unit.emit(LetterChanged(letter_id, letter.job_id))
        return letter

    def put_back(self, letter: Letter) -> None:
        """Undo of ``discard``."""
        with self._below.database.write() as unit:
            LetterStore(unit.session).put_back(letter)
            unit.emit(LetterChanged(letter.id, letter.job_id))

    # --- what a letter is made from ----------------------------------------------------------------------------------

    def _ground(self, job_id: int, wishes: LetterWishes, resume_id: int | None) -> Ground:
        """UserError when there is no résumé, or nothing the letter could answer."""
        resume, job = self._resume(resume_id), self._writable(job_id)
        material = self._material(job, resume, wishes)
        return Ground(job, resume, wishes, material, _language(job, resume, wishes), self._frame(job, material, wishes))

    def _material(self, job: Job, resume: Resume, wishes: LetterWishes) -> Material:
        profile = self._below.profile.profile()
        linked = self._below.contacts.contacts_of(job.id)
        people = [each.contact.name for kind in _GREETED for each in linked if each.relation is kind]
        return Material(
            resume=resume.data,
            posting=job.posting,
            notes=profile.notes,
            stories=tuple(self._below.evidence.facts()),
            today=self._now().date(),
            told=wishes.notes,
            name=resume.data.basics.name or profile.name,
            people=tuple(people[:1]),
        )

    def _material_of(self, letter: Letter) -> Material | None:
        """What a stored letter rests on as it is now; None when no résumé is left to check it against."""
        resumes = self._below.resumes
        known = letter.resume_id is not None and resumes.exists(letter.resume_id)
        resume = resumes.resume(letter.resume_id) if known and letter.resume_id is not None else resumes.primary()
        if resume is None:
            return None
        return self._material(self._below.jobs.job(letter.job_id), resume, letter.wishes)

    def _frame(self, job: Job, material: Material, wishes: LetterWishes) -> Frame | None:
        """The template the person chose, filled in; None when it was removed meanwhile."""
        if wishes.template_id is None:
            return None
        with self._below.database.read() as session:
            kept = {each.id: each for each in LetterStore(session).templates()}
        chosen = kept.get(wishes.template_id)
        if chosen is None:
            return None
        return Frame.of(chosen.content, job.posting.company, role_of(job.posting), material.name)

    def _writable(self, job_id: int) -> Job:
        job = self._below.jobs.job(job_id)
        if not job.posting.description.strip():
            raise UserError(
                "This job has no description yet, so there is nothing a letter could answer.",
                "Paste the posting’s text in Overview first.",
                code="posting-empty",
            )
        return job

    def _resume(self, resume_id: int | None) -> Resume:
        resumes = self._below.resumes
        resume = resumes.resume(resume_id) if resume_id is not None else resumes.primary()
        if resume is None:
            raise no_resume()
        return resume

    # --- keeping -----------------------------------------------------------------------------------------------------

    def _keep(self, ground: Ground, draft: LetterDraft) -> int:
        """Store a new letter; the job's document goes on, with a new version once it is saved."""
        with self._below.database.write() as unit:
            store = LetterStore(unit.session)
            earlier = store.latest_for(ground.job.id)
            letter_id = store.add(
                ground.job.id, ground.resume.id, ground.resume.version, ground.wishes, draft, self._now()
            )
            if earlier is not None and earlier.document_id is not None:
                store.set_document(letter_id, earlier.document_id)
            unit.emit(LetterReady(letter_id, ground.job.id))
        return letter_id

    def _revise(self, letter_id: int, change: Callable[[LetterDraft], LetterDraft], *, check: bool = True) -> None:
        """Change a draft and check it again. Checking takes a moment and holds no transaction; whoever else changed
        the letter meanwhile is not overwritten: the change is then made to what they left."""
        while True:
            letter = self.letter(letter_id)
            draft = change(letter.draft)
            material = self._material_of(letter) if check else None
            if material is not None:
                draft = self._below.child.call(checked, draft, material)
            with self._below.database.write() as unit:
                store = LetterStore(unit.session)
                if store.get(letter_id).draft != letter.draft:
                    continue
                store.save_draft(letter_id, draft, self._now())
                unit.emit(LetterChanged(letter_id, letter.job_id))
                return


def no_resume() -> UserError:
    return UserError(
        "There is no résumé a letter could rest on yet.", "Add yours on the Résumés page.", code="no-resume"
    )


def _language(job: Job, resume: Resume, wishes: LetterWishes) -> str:
    """The one asked for, else the posting's, else (a posting of a few words) the résumé's."""
    if wishes.language:
        return wishes.language
    text = job.posting.description
    return language_of(text) if len(text.split()) >= _ENOUGH_TO_TELL else resume.data.language
