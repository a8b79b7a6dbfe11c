"""Fills the sample workspace: one person in the middle of a search, kept apart from one's own.

Her résumé, her stories, thirty jobs with what was sent for them, the people she met, her interviews, what she practised
and what she wants to be reminded of. The files count days from today, so that the sample never grows old.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from careercoach_desktop.features.evidence.bank import QuestionBank
from careercoach_desktop.features.evidence.model import StoryText
from careercoach_desktop.features.evidence.service.keeping import EvidenceService
from careercoach_desktop.features.interviews.model import (
    InterviewOutcome,
    InterviewPlan,
    InterviewType,
    SampleInterview,
    When,
)
from careercoach_desktop.features.interviews.model.when import zone_of
from careercoach_desktop.features.interviews.service import InterviewService
from careercoach_desktop.features.jobs.model import (
    Application,
    ApplicationMethod,
    Contact,
    Enclosure,
    EnclosureKind,
    JobStatus,
    Posting,
    Relation,
    SampleJob,
)
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.service.contacts import ContactService
from careercoach_desktop.features.jobs.service.due import DueService
from careercoach_desktop.features.practice.model import PracticeSetup, SampleAnswer
from careercoach_desktop.features.practice.service import PracticeService
from careercoach_desktop.features.profile.model import Profile
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.service import ResumeService
from careercoach_desktop.foundation.clock import utc_now
from careercoach_desktop.foundation.feature import Provider
from careercoach_desktop.foundation.resources import resource

RESUME = "lena-marsh.pdf"
RESUME_TITLE = "Lena Marsh"
"""What the résumé is called once it is read."""
_ROLE = "Data Engineer"
_FRIDAY = 5
_ONWARD = (
    JobStatus.APPLIED,
    JobStatus.INTERVIEW_SCHEDULED,
    JobStatus.INTERVIEW_COMPLETED,
    JobStatus.OFFER_RECEIVED,
    JobStatus.ACCEPTED,
)


def add_sample_data(provider: Provider) -> None:
    """Does nothing when the workspace already holds something."""
    resumes, jobs = provider.get(ResumeService), provider.get(JobService)
    if resumes.cards() or jobs.cards():
        return
    profile = Profile.model_validate_json(resource("sample/profile.json").read_bytes())
    provider.get(ProfileService).save(profile)
    imported = resumes.import_file(resource(f"sample/{RESUME}").read_bytes(), RESUME)
    resume = first_version(imported.resume_id)
    entries, now = _read("jobs"), utc_now()
    ids = jobs.add_sample([sample_job(entry, now, resume) for entry in entries])
    job_ids = {entry["company"]: job_id for entry, job_id in zip(entries, ids, strict=True)}
    _add_people(provider.get(ContactService), job_ids, now.astimezone().date())
    _add_reminders(provider.get(DueService), entries, ids)
    rounds = [sample_interview(entry, job_ids[entry["company"]], now) for entry in _read("interviews")]
    provider.get(InterviewService).add_sample(rounds)
    add_practice(provider.get(PracticeService), lambda company, _when: job_ids[company], now)
    add_stories(provider.get(EvidenceService), provider.get(QuestionBank))


def first_version(resume_id: int) -> Enclosure:
    """Lena's résumé as it was sent along."""
    return Enclosure(kind=EnclosureKind.RESUME, ref=f"resume:{resume_id}", version=1, title=RESUME_TITLE)


def sample_job(entry: Mapping[str, Any], now: datetime, resume: Enclosure | None = None) -> SampleJob:
    """Turn the file's days ago into dates, and the column a job stands in into the way it took there. ``resume`` is
    what was sent along where it was applied for."""
    fields = {key: value for key, value in entry.items() if key in Posting.model_fields}
    for field, key, sign in (("posted_date", "posted_days_ago", -1), ("deadline", "deadline_in_days", 1)):
        if entry.get(key) is not None:
            fields[field] = (now + sign * timedelta(days=entry[key])).date()
    status = JobStatus(entry["status"])
    entered = _days_ago(entry.get("days_in_column", 0), now, entry["title"])
    history = dated_way(status, entered)
    return SampleJob(
        posting=Posting.model_validate(fields),
        status=status,
        created=entered if status is JobStatus.INTERESTED else entered - timedelta(days=5 * len(_way(status))),
        history=history,
        tags=tuple(entry.get("tags", ())),
        notes=entry.get("notes", ""),
        priority=bool(entry.get("priority", False)),
        reason=entry.get("reason", ""),
        application=_application(entry["application"], history, now, resume) if "application" in entry else None,
    )


def _days_ago(days: int, now: datetime, title: str) -> datetime:
    """That day, at an hour of its own: nobody does everything at one time of the day."""
    if days == 0:
        return now
    minutes = sum(map(ord, title)) % (11 * 60)
    day = (now - timedelta(days=days)).astimezone()
    return day.replace(hour=8, minute=0, second=0, microsecond=0) + timedelta(minutes=minutes)


def answered_on(history: tuple[tuple[JobStatus, datetime], ...]) -> date | None:
    """An invitation and a refusal are answers; the day the first of them came."""
    answers = [when for status, when in history if status not in (JobStatus.APPLIED, JobStatus.WITHDRAWN)]
    return answers[0].astimezone().date() if answers else None


def _application(
    entry: Mapping[str, Any], history: tuple[tuple[JobStatus, datetime], ...], now: datetime, resume: Enclosure | None
) -> Application:
    days_ago = entry.get("answered_days_ago")
    answered = answered_on(history) if days_ago is None else (now - timedelta(days=days_ago)).astimezone().date()
    return Application(
        job_id=0,
        method=ApplicationMethod(entry.get("method", "MANUAL")),
        enclosures=[resume] if resume is not None else [],
        portal_url=entry.get("portal_url", ""),
        confirmation=entry.get("confirmation", ""),
        responded=answered,
        notes=entry.get("notes", ""),
    )


def _add_people(contacts: ContactService, job_ids: Mapping[str, int], today: date) -> None:
    """Who she met, when they last talked, and when she wants to be in touch again."""
    for entry in _read("people"):
        fields = {key: value for key, value in entry.items() if key in Contact.model_fields}
        contact_id = contacts.add(Contact.model_validate(fields))
        for company, relation in entry["jobs"].items():
            contacts.link(job_ids[company], contact_id, Relation(relation))
        in_days = entry.get("follow_up_in_days")
        again = None if in_days is None else today + timedelta(days=in_days)
        for days_ago in sorted(entry["talked_days_ago"], reverse=True):
            contacts.note_contact(contact_id, today - timedelta(days=days_ago), again)


def sample_interview(entry: Mapping[str, Any], job_id: int, now: datetime) -> SampleInterview:
    """Nobody is asked on a Saturday or a Sunday: what would be is moved on to Monday, or back to Friday when it was."""
    zone = zone_of(entry["zone"])
    ahead = entry["in_days"] > 0
    day = now.astimezone(zone).date() + timedelta(days=entry["in_days"])
    while day.isoweekday() > _FRIDAY:
        day += timedelta(days=1 if ahead else -1)
    when = When(
        local=datetime.combine(day, time.fromisoformat(entry["time"])), zone=entry["zone"], minutes=entry["minutes"]
    )
    fields = {key: value for key, value in entry.items() if key in InterviewPlan.model_fields}
    thanked = entry.get("followed_up_after_days")
    return SampleInterview(
        job_id=job_id,
        plan=InterviewPlan.model_validate({**fields, "when": when}),
        arranged=now - timedelta(days=entry["arranged_days_ago"]),
        completed=None if ahead else when.end,
        outcome=InterviewOutcome(entry.get("outcome", "PENDING")),
        questions=entry.get("questions", ""),
        feedback=entry.get("feedback", ""),
        followed_up=None if thanked is None else day + timedelta(days=thanked),
    )


def _add_reminders(due: DueService, entries: list[dict[str, Any]], job_ids: list[int]) -> None:
    today = due.today()
    for entry, job_id in zip(entries, job_ids, strict=True):
        for reminder in entry.get("reminders", ()):
            due.remind([job_id], today + timedelta(days=reminder["in_days"]), reminder["text"])


def add_stories(evidence: EvidenceService, bank: QuestionBank) -> None:
    """What she tells when she is asked, and which questions she says it answers: of the bank, or in her own words."""
    for entry in reversed(_read("stories")):
        questions = entry.pop("questions")
        story_id = evidence.add_story(StoryText(**{**entry, "skills": tuple(entry["skills"])}))
        for bank_id, words in questions:
            known = bank.question(bank_id)
            evidence.link_question(story_id, words if known is None else known.text, bank_id)


def add_practice(
    practice: PracticeService, job_for: Callable[[str, datetime], int | None], now: datetime | None = None
) -> None:
    """What she practised over the last weeks: four interviews to the end, one to go on with. ``job_for(company, when)``
    names the job one was for, given the sample's company; without a job it was for her kind of work."""
    moment = now or utc_now()
    for entry in _read("practice"):
        answers = [
            SampleAnswer(each["question"], each.get("text", ""), each.get("draft", ""), each.get("seconds", 0))
            for each in entry["answers"]
        ]
        begun = _days_ago(entry["days_ago"], moment, entry["company"])
        job_id = job_for(entry["company"], begun)
        setup = PracticeSetup(
            job_id=job_id,
            role="" if job_id is not None else _ROLE,
            type=InterviewType(entry["type"]),
            count=len({each.bank_id for each in answers}),
        )
        practice.add_sample(setup, answers, begun, finished=entry["finished"])


def _read(name: str) -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(resource(f"sample/{name}.json").read_text(encoding="utf-8"))
    return entries


def _way(status: JobStatus) -> tuple[JobStatus, ...]:
    """The columns a card passed on its way; a refusal or a withdrawal came after applying."""
    if status is JobStatus.INTERESTED:
        return ()
    if status in _ONWARD:
        return _ONWARD[: _ONWARD.index(status) + 1]
    return JobStatus.APPLIED, status


def dated_way(status: JobStatus, entered: datetime) -> tuple[tuple[JobStatus, datetime], ...]:
    """The columns a card passed: the last one when it entered it, the ones before five days apart."""
    way = _way(status)
    return tuple((step, entered - timedelta(days=5 * (len(way) - 1 - number))) for number, step in enumerate(way))
