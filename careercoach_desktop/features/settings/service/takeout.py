"""Everything a person has here, file by file, in formats that other programs read. No key is among it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from datetime import date, datetime
from pathlib import PurePath
from typing import Any

from careercoach_desktop import __version__
from careercoach_desktop.features.activity.service import ActivityService
from careercoach_desktop.features.documents.model import DocumentCard, DocumentType
from careercoach_desktop.features.documents.naming import file_stem
from careercoach_desktop.features.documents.service import AttachmentService, DocumentService
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.model import InterviewFilter
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.interviews.service.brief_words import as_text
from careercoach_desktop.features.interviews.service.briefs import BriefService
from careercoach_desktop.features.jobs.exchange.export import as_csv
from careercoach_desktop.features.jobs.model import Job, TimelineEntry
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.address_book import AddressBookService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.practice.model import Session
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.interchange import to_json_resume
from careercoach_desktop.features.resumes.model import ReadingState, ResumeCard, ResumeData
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.llm.model import CallFilter
from careercoach_desktop.foundation.spreadsheets import csv_bytes

Files = Iterator[tuple[str, bytes]]

_SOUNDS = {"audio/wav": ".wav", "audio/ogg": ".ogg", "audio/flac": ".flac", "audio/webm": ".webm"}
_GONE = ("job-gone", "resume-gone")
_TIMELINE_HEAD = ("when", "job id", "job", "company", "what", "from", "to", "reason", "text")
_README = """\
This is everything Career Coach {version} holds of yours, taken out on {today}, in formats other programs read.
Times are in UTC.

profile.json               who you are and what you look for
stories.json               your stories, and the bullets you marked as evidence
resumes/                   one folder for each résumé: the file you added, and what was read from it as JSON Resume
                           (jsonresume.org), with your corrections
jobs/jobs.csv              every job as a table, for a spreadsheet
jobs/jobs.json             the same with everything that is known of each
jobs/<number>-<title>/     each posting’s description, and the page or text as it was kept when you added it (Markdown)
people/people.json         the people you know, the jobs they belong to, when you were in touch
people/people.vcf          the same people for an address book
interviews.json            every round: when and where, who asked what, what was noted and what came of it
briefings/                 what you prepared before a round, and what was found about companies and people, with its
                           pages: as text, and in briefings.json with everything that is kept of each
practice/practice.json     every practice interview: its questions, your answers, what was thought of them, the result
practice/<number>/         the sound of its answers, where you kept it
reminders.json             what you want to be reminded of
documents/                 every document with all its versions; résumés as JSON Resume, files as you attached them
timeline.csv               what happened to which job, and when
claude-calls.csv           every call to Claude: what for, how much was sent, what it cost

Text that a spreadsheet would take for a formula has an apostrophe before it. Your Claude key is not in here.
To go back to exactly what you have now, use a backup instead (Settings, Data): this file is for other programs.
"""


class Takeout:
    """Reads a little at a time, so that a long one can be stopped and never fills the memory with files."""

    def __init__(
        self,
        profile: ProfileService,
        resumes: ResumeService,
        jobs: JobService,
        documents: DocumentService,
        attachments: AttachmentService,
        activity: ActivityService,
        evidence: EvidenceService,
        people: ContactService,
        address_book: AddressBookService,
        due: DueService,
        interviews: InterviewService,
        practice: PracticeService,
        briefs: BriefService,
    ) -> None:
        self._briefs = briefs
        self._interviews = interviews
        self._practice = practice
        self._people = people
        self._address_book = address_book
        self._due = due
        self._evidence = evidence
        self._profile = profile
        self._resumes = resumes
        self._jobs = jobs
        self._documents = documents
        self._attachments = attachments
        self._activity = activity

    def steps(self, today: date) -> tuple[int, Iterator[tuple[str, Files]]]:
        """How many there are; each has words for what it takes out, and its files."""
        resumes, documents = self._resumes.cards(), self._documents.cards()
        job_ids = sorted(card.id for card in self._jobs.cards())
        return len(resumes) + len(documents) + len(job_ids) + 5, self._steps(today, resumes, job_ids, documents)

    def _steps(
        self, today: date, resumes: list[ResumeCard], job_ids: list[int], documents: list[DocumentCard]
    ) -> Iterator[tuple[str, Files]]:
        yield "Profile", self._about(today)
        for resume in resumes:
            yield "Résumés", self._resume(resume)
        jobs: list[Job] = []
        entries: list[TimelineEntry] = []
        for job_id in job_ids:
            with suppress_gone():
                jobs.append(self._jobs.job(job_id))
                entries.extend(self._jobs.timeline(job_id))
                yield "Jobs", self._job(jobs[-1])
        yield "Jobs", _tables(jobs, entries)
        yield "People", self._known()
        yield "Interviews", self._met()
        yield "Practice", self._practised()
        for document in documents:
            yield "Documents", self._document(document)
        yield "Calls to Claude", iter([("claude-calls.csv", self._activity.calls_csv(CallFilter()))])

    def _about(self, today: date) -> Files:
        yield "README.txt", _README.format(version=__version__, today=today.isoformat()).encode()
        yield "profile.json", _json(self._profile.profile().model_dump(mode="json"))
        yield "stories.json", _json(self._told())

    def _told(self) -> dict[str, object]:
        stories = [
            {
                "id": story.id,
                **asdict(story.text),
                "answers": [linked.question for linked in story.questions],
                "created": story.created,
            }
            for story in self._evidence.stories()
        ]
        bullets = [
            {
                "résumé": marked.resume_title,
                "bullet": marked.now,
                "said when marked": marked.mark.text,
                "now": marked.standing,
                "story": marked.mark.story_id,
                "skills": marked.mark.skills,
                "marked": marked.mark.created,
            }
            for marked in self._evidence.all_marks()
        ]
        return {"stories": stories, "bullets": bullets}

    def _known(self) -> Files:
        people = self._people.contacts()
        if people:
            told = [
                {**each.contact.model_dump(mode="json"), "jobs": [asdict(job) for job in each.jobs]} for each in people
            ]
            yield "people/people.json", _json(told)
            yield "people/people.vcf", self._address_book.export_vcards()
        if lines := self._due.lines():
            about = [{"about": line.title, "company": line.company, "job id": line.job_id} for line in lines]
            yield (
                "reminders.json",
                _json(
                    [
                        {**what, "kind": line.reminder.kind, "day": line.reminder.day, "text": line.reminder.text}
                        for what, line in zip(about, lines, strict=True)
                    ]
                ),
            )

    def _met(self) -> Files:
        lines = self._interviews.listing(InterviewFilter())
        if lines:
            told = [
                {**line.interview.model_dump(mode="json"), "job": line.title, "company": line.company} for line in lines
            ]
            yield "interviews.json", _json(told)
        briefs = self._briefs.every()
        if briefs:
            yield "briefings/briefings.json", _json([each.model_dump(mode="json") for each in briefs])
        stories = {story.id: story.text.title for story in self._evidence.stories()} if briefs else {}
        for brief in briefs:
            yield f"briefings/{brief.id}-{file_stem(brief.title)}.txt", as_text(brief, stories).encode()

    def _practised(self) -> Files:
        """A session that is removed while we look is left out."""
        sessions: list[Session] = []
        for line in self._practice.history():
            with suppress(KeyError):
                sessions.append(self._practice.session(line.id))
        if sessions:
            yield "practice/practice.json", _json([each.model_dump(mode="json") for each in sessions])
        for session in sessions:
            for answer in (each for question in session.questions for each in question.answers if each.recording):
                sound, kind = self._practice.recording(answer.id)
                yield f"practice/{session.id}/answer-{answer.id}{_SOUNDS.get(kind, '.bin')}", sound

    def _resume(self, card: ResumeCard) -> Files:
        folder = f"resumes/{card.id}-{file_stem(card.title or card.file_name)}"
        if card.has_original:
            content, _media_type = self._resumes.original(card.id)
            name = PurePath(card.file_name.replace("\\", "/"))
            yield f"{folder}/original-{file_stem(name.stem)}{_suffix(name)}", content
        if card.state is ReadingState.READ:
            yield f"{folder}/resume.json", _json(to_json_resume(self._resumes.resume(card.id).data))

    def _job(self, job: Job) -> Files:
        folder = f"jobs/{job.id}-{file_stem(job.posting.title or job.posting.company)}"
        if job.posting.description:
            yield f"{folder}/description.md", job.posting.description.encode()
        kept = self._jobs.original(job.id)
        if kept is not None:
            yield f"{folder}/as-kept{'.md' if kept.is_markdown else '.txt'}", kept.text.encode()

    def _document(self, card: DocumentCard) -> Files:
        folder = f"documents/{card.id}-{file_stem(card.title)}"
        versions = self._documents.versions(card.id)
        about = {
            "title": card.title,
            "type": card.type,
            "job": card.job_id,
            "versions": [
                {"number": one.number, "name": one.name, "created": one.created, "details": one.details}
                for one in versions
            ],
        }
        yield f"{folder}/about.json", _json(about)
        for one in versions:
            if one.file is not None:
                yield f"{folder}/version-{one.number}-{one.file.name}", self._attachments.data(one.id)
            elif card.type is DocumentType.RESUME:
                content = _json(to_json_resume(ResumeData.model_validate_json(one.content)))
                yield f"{folder}/version-{one.number}.json", content
            else:
                yield f"{folder}/version-{one.number}.txt", one.content.encode()


@contextmanager
def suppress_gone() -> Iterator[None]:
    """What was removed after the export had begun is not in it, and that is no reason to stop."""
    try:
        yield
    except UserError as error:
        if error.code not in _GONE:
            raise


def _tables(jobs: list[Job], entries: list[TimelineEntry]) -> Files:
    yield "jobs/jobs.csv", as_csv(jobs)
    yield "jobs/jobs.json", _json([_job_record(job) for job in jobs])
    by_id = {job.id: job.posting for job in jobs}
    rows = (
        (
            entry.when.isoformat(timespec="seconds"),
            entry.job_id,
            by_id[entry.job_id].title,
            by_id[entry.job_id].company,
            entry.kind,
            entry.from_status,
            entry.to_status,
            entry.reason,
            entry.text,
        )
        for entry in sorted(entries, key=lambda entry: entry.when)
    )
    yield "timeline.csv", csv_bytes(_TIMELINE_HEAD, rows)


def _job_record(job: Job) -> dict[str, Any]:
    return {
        "id": job.id,
        "status": job.status,
        "match": job.score,
        "added": job.created,
        "applied": job.applied,
        "tags": job.tags,
        "priority": job.priority,
        "archived": job.archived,
        "notes": job.notes,
        "posting": job.posting.model_dump(mode="json"),
    }


def _suffix(name: PurePath) -> str:
    return name.suffix.lower() if name.suffix[1:].isalnum() else ""


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, indent=2, default=_plain).encode()


def _plain(value: object) -> object:
    if isinstance(value, date | datetime):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} is not for JSON")
