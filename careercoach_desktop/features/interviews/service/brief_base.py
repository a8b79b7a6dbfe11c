"""What every verb about briefings stands on: the services below, what a briefing is kept under, what a round's
preparation is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from careercoach_desktop.features.evidence.bank import QuestionBank
from careercoach_desktop.features.evidence.service.keeping import EvidenceService, quotes
from careercoach_desktop.features.interviews.judging import Proof
from careercoach_desktop.features.interviews.model import Interview, Interviewer
from careercoach_desktop.features.interviews.model.brief import (
    TASK_KINDS,
    Brief,
    BriefKind,
    BriefSheet,
    ResearchAbout,
)
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.store import BriefStore
from careercoach_desktop.features.jobs.duplicates.companies import company_key
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.claude import Claude
from careercoach_desktop.foundation.storage.database import Database
from careercoach_desktop.foundation.tasks.child import ChildProcess
from careercoach_desktop.foundation.tasks.model import Task
from careercoach_desktop.foundation.tasks.queue import TaskQueue

if TYPE_CHECKING:
    from careercoach_desktop.features.interviews.agents.interview_prep import PrepInputs


@dataclass(frozen=True)
class BriefsBelow:
    """The services briefings stand on."""

    database: Database
    queue: TaskQueue
    child: ChildProcess
    interviews: InterviewService
    jobs: JobService
    resumes: ResumeService
    profile: ProfileService
    evidence: EvidenceService
    bank: QuestionBank
    claude: Claude


class BriefVerbs:
    """``now`` returns aware datetimes."""

    def __init__(self, below: BriefsBelow, now: Callable[[], datetime]) -> None:
        self._below = below
        self._db = below.database
        self._now = now

    # --- looking -----------------------------------------------------------------------------------------------

    def company_subject(self, name: str) -> str:
        """What a company's briefing is kept under: one for all its jobs, however it is spelled."""
        return f"company:{company_key(name) or name.strip().casefold()}"

    def interviewer_subject(self, person: Interviewer, company: str) -> str:
        """The same for who asks: by the contact they are, else by name and company."""
        if person.contact_id is not None:
            return f"contact:{person.contact_id}"
        return f"person:{' '.join(person.name.casefold().split())}@{company_key(company)}"

    def interview_subject(self, interview_id: int) -> str:
        return f"interview:{interview_id}"

    def brief(self, kind: BriefKind, subject: str) -> Brief | None:
        """The latest one."""
        with self._db.read() as session:
            return BriefStore(session).find(kind, subject)

    def every(self) -> list[Brief]:
        """All there are, by what they are about."""
        with self._db.read() as session:
            return BriefStore(session).every()

    def preparation(self, interview_id: int) -> BriefSheet:
        """How this round's preparation stands: what there is, whether it is about how things were, what is asked."""
        subject = self.interview_subject(interview_id)
        brief, inputs = self.brief(BriefKind.PREPARATION, subject), self._inputs(interview_id)
        is_old = brief is not None and brief.basis != basis_of(inputs)
        stories = {story.id: story.text.title for story in inputs.stories}
        return BriefSheet(brief, is_old, self._under_way(subject), stories)

    def research(self, about: ResearchAbout) -> BriefSheet:
        """The same for a company or a person."""
        brief = self.brief(about.kind, about.subject)
        is_old = brief is not None and not brief.is_fresh(self._now())
        return BriefSheet(brief, is_old, self._under_way(about.subject))

    def about_company(self, job_id: int) -> ResearchAbout | None:
        """The company of a job; None when the posting names none."""
        posting = self._below.jobs.job(job_id).posting
        if not posting.company.strip():
            return None
        return ResearchAbout(
            kind=BriefKind.COMPANY,
            subject=self.company_subject(posting.company),
            name=posting.company.strip(),
            job_id=job_id,
            link=posting.company_url,
            place=posting.location,
            job_title=posting.title,
        )

    def about_company_of(self, interview_id: int) -> ResearchAbout | None:
        """The same for a round's job."""
        return self.about_company(self._below.interviews.get(interview_id).job_id)

    def about_interviewers(self, interview_id: int) -> list[ResearchAbout]:
        """Everybody who asks in a round and has a name."""
        interview = self._below.interviews.get(interview_id)
        posting = self._below.jobs.job(interview.job_id).posting
        return [
            ResearchAbout(
                kind=BriefKind.INTERVIEWER,
                subject=self.interviewer_subject(person, posting.company),
                name=person.name.strip(),
                job_id=interview.job_id,
                company=posting.company,
                role=person.title,
                link=person.link,
                job_title=posting.title,
                contact_id=person.contact_id,
            )
            for person in interview.interviewers
            if person.name.strip()
        ]

    # --- what a preparation is made from -----------------------------------------------------------------------

    def _inputs_or_say(self, interview_id: int) -> PrepInputs:
        try:
            return self._inputs(interview_id)
        except KeyError:
            raise UserError(
                "This round is no longer there.", "Undo brings a removed one back.", code="interview-gone"
            ) from None

    def _inputs(self, interview_id: int) -> PrepInputs:
        from careercoach_desktop.features.interviews.agents.interview_prep import PrepInputs

        interview = self._below.interviews.get(interview_id)
        job, resume = self._below.jobs.job(interview.job_id), self._below.resumes.primary()
        data = resume.data if resume is not None and resume.version else None
        stories = tuple(sorted(self._below.evidence.stories(), key=lambda story: story.id))
        notes = self._below.profile.profile().notes
        return PrepInputs(interview, job.posting, data, notes, stories, self._briefs_for(interview))

    def _briefs_for(self, interview: Interview) -> tuple[Brief, ...]:
        company = self._below.jobs.job(interview.job_id).posting.company
        wanted = [(BriefKind.COMPANY, self.company_subject(company))] if company.strip() else []
        wanted += [(BriefKind.INTERVIEWER, self.interviewer_subject(each, company)) for each in interview.interviewers]
        return tuple(brief for kind, subject in wanted if (brief := self.brief(kind, subject)) is not None)

    def _proof(self, inputs: PrepInputs) -> Proof | None:
        """What the person has shown; what was found on the web is no part of it."""
        if inputs.resume is None:
            return None
        facts = tuple(quote for story in inputs.stories for quote in quotes(story))
        posting = inputs.posting
        asked = f"{posting.title}\n{posting.description}"
        return Proof(inputs.resume, inputs.notes, facts, asked, posting.company, self._today())

    def _under_way(self, subject: str) -> Task | None:
        tasks = self._below.queue.active()
        return next((task for task in tasks if task.kind in TASK_KINDS and task.subject == subject), None)

    def _today(self) -> date:
        return self._now().astimezone().date()


def basis_of(inputs: PrepInputs) -> str:
    """Names everything a preparation rests on: another one says that it is about how things were."""
    one = inputs.interview
    people = [(each.name, each.title) for each in one.interviewers]
    posting = (inputs.posting.title, inputs.posting.company, inputs.posting.description)
    resume = inputs.resume.model_dump_json() if inputs.resume is not None else ""
    stories = [(story.id, story.text) for story in inputs.stories]
    briefs = [(brief.subject, brief.created.isoformat()) for brief in inputs.briefs]
    told = repr((one.type.value, one.round, one.notes, people, posting, resume, inputs.notes, stories, briefs))
    return sha256(told.encode()).hexdigest()
