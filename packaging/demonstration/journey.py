"""Steps 2 to 9 of the main job, with the services and pages a person's clicks would reach.

Every step checks what it did against the stored data and returns one line about it.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Literal

from careercoach_desktop.features.documents.model import DocumentVersion
from careercoach_desktop.features.documents.service import DocumentService
from careercoach_desktop.features.jobs.model import Added, CaptureState, Job, JobStatus, PostingRead, TimelineKind
from careercoach_desktop.features.jobs.service import JobService
from careercoach_desktop.features.jobs.ui.page import JobsPage
from careercoach_desktop.features.matching.service import MatchingService
from careercoach_desktop.features.profile.service import ProfileService
from careercoach_desktop.features.resumes.editing import SetValue, doubtful_paths, values
from careercoach_desktop.features.resumes.editing.values import value_at
from careercoach_desktop.features.resumes.model import ReadingState, ResumeRead, ResumeStyle
from careercoach_desktop.features.resumes.service import ExportService, ResumeService
from careercoach_desktop.features.resumes.ui import ResumesPage
from careercoach_desktop.features.tailoring.model import Decision, Draft, TailoringReady
from careercoach_desktop.features.tailoring.service import TailoringService
from careercoach_desktop.foundation.resources import resource
from demonstration.stage import Stage

RESUME = "sample/lena-marsh.pdf"
POSTINGS = "sample/postings"


class PromiseError(Exception):
    """A step came out differently from what the application promises."""


def insist(promise: bool, otherwise: str) -> None:
    if not promise:
        raise PromiseError(otherwise)


class Journey:
    """The steps in their order; each relies on the ones before."""

    def __init__(self, stage: Stage, target: Path) -> None:
        self._stage = stage
        self._target = target
        self._resume_id = 0
        self._jobs: list[int] = []
        self._tailoring_id = 0
        self._version: DocumentVersion | None = None

    # --- the résumé --------------------------------------------------------------------------------------------

    async def add_the_resume(self) -> str:
        await self._stage.show("resumes")
        async with self._stage.hearing(ResumeRead) as read:
            self._stage.page(ResumesPage).add_files([resource(RESUME)])
            self._resume_id = (await read).resume_id
        await self._stage.settled()
        card = self._stage.page(ResumesPage).cards()[0].card
        insist(card.state is ReadingState.READ, card.problem or "it was not read")
        insist(card.thumbnail is not None, "its card has no picture")
        return f"{card.fields} fields of {card.pages} pages read, {card.doubtful} worth a look; the card shows page 1"

    async def check_it(self) -> str:
        desk, resumes = self._stage.desk, self._stage.get(ResumeService)
        await self._stage.show("resumes.check", self._resume_id)
        before = (await desk.run(resumes.resume, self._resume_id)).data
        doubtful = len(doubtful_paths(before))
        edit = SetValue("basics.location", value_at(before, "basics.location"), "Leeds, United Kingdom")
        await desk.run(resumes.edit, self._resume_id, [edit])
        filled = await desk.run(resumes.mark_checked, self._resume_id)
        await self._stage.settled()
        primary = await desk.run(resumes.primary)
        profile = await desk.run(self._stage.get(ProfileService).profile)
        insist(primary is not None and primary.id == self._resume_id, "it is not the primary résumé")
        insist(primary is not None and not doubtful_paths(primary.data), "doubtful fields are left")
        said = [each.text for each in values(primary.data) if each.path == "basics.location"] if primary else []
        insist(said == ["Leeds, United Kingdom"], f"the place is {said}")
        insist(profile.name == "Lena Marsh", f"the profile's name is {profile.name!r}")
        return f"{edit.before} → {edit.after}, {doubtful} doubts settled; primary; {len(filled)} profile fields filled"

    # --- the jobs ----------------------------------------------------------------------------------------------

    async def paste_a_posting(self) -> str:
        await self._stage.show("jobs")
        text = resource(f"{POSTINGS}/data-engineer-tidewater.txt").read_text(encoding="utf-8")
        return await self._added(partial(self._stage.get(JobService).add_from_text, text))

    async def drop_a_saved_page(self) -> str:
        page = resource(f"{POSTINGS}/senior-data-engineer-brackenfield.html")
        return await self._added(partial(self._stage.get(JobService).add_from_file, page.read_bytes(), page.name))

    async def paste_an_address(self) -> str:
        with _served(resource(POSTINGS)) as site:
            address = f"{site}/analytics-engineer-dovecote.html"
            return await self._added(partial(self._stage.get(JobService).add_from_url, address))

    async def _added(self, add: partial[Added]) -> str:
        async with self._stage.hearing(PostingRead) as read:
            added: Added = await self._stage.desk.run(add)
            event = await read
        insist(event.job_id == added.job_id, "another job was read")
        await self._stage.settled()
        job = await self._stage.desk.run(self._stage.get(JobService).job, added.job_id)
        self._jobs.append(job.id)
        return _as_promised(job)

    async def move_and_undo(self) -> str:
        desk, page, job_id = self._stage.desk, self._stage.page(JobsPage), self._jobs[1]
        await page.changes.move([job_id], JobStatus.APPLIED, None)
        await self._insist_on(job_id, JobStatus.APPLIED)
        undone = await desk.undo.undo()
        await self._insist_on(job_id, JobStatus.INTERESTED)
        await page.changes.move([job_id], JobStatus.APPLIED, None)
        await self._insist_on(job_id, JobStatus.APPLIED)
        timeline = await desk.run(self._stage.get(JobService).timeline, job_id)
        moves = [entry for entry in timeline if entry.kind is TimelineKind.MOVED]
        insist(len(moves) == 1, f"the timeline holds {len(moves)} moves where one stands")
        return f"undone: {undone}; the timeline holds the one move that stands"

    async def reorder(self) -> str:
        jobs, desk = self._stage.get(JobService), self._stage.desk

        async def column() -> list[int]:
            return [card.id for card in await desk.run(jobs.cards) if card.status is JobStatus.INTERESTED]

        before = await column()
        await self._stage.page(JobsPage).changes.move([before[-1]], JobStatus.INTERESTED, before[0])
        await self._stage.settled()
        after = await column()
        insist(after == [before[-1], *before[:-1]], f"the order is {after}, before it was {before}")
        return "the lower card stands on top, and stays there"

    async def _insist_on(self, job_id: int, status: JobStatus) -> None:
        await self._stage.settled()
        job = await self._stage.desk.run(self._stage.get(JobService).job, job_id)
        insist(job.status is status, f"the job is in {job.status}, not in {status}")

    # --- the match, the tailored résumé ------------------------------------------------------------------------

    async def match(self) -> str:
        desk, job_id = self._stage.desk, self._jobs[1]
        await self._stage.show("jobs", job_id)
        report = await desk.run(self._stage.get(MatchingService).report, job_id)
        job = await desk.run(self._stage.get(JobService).job, job_id)
        insist(report.score is not None and job.score == report.score, "the card and the explanation disagree")
        found = [keyword.term for keyword in report.keywords if keyword.found]
        missing = [keyword.term for keyword in report.keywords if not keyword.found]
        return f"{report.score} of 100; found {', '.join(found)}; missing {', '.join(missing) or 'nothing'}"

    async def tailor(self) -> str:
        async with self._stage.hearing(TailoringReady) as ready:
            await self._stage.desk.run(self._stage.get(TailoringService).start, self._jobs[1])
            self._tailoring_id = (await ready).tailoring_id
        await self._stage.settled()
        draft = await self._draft()
        insist(bool(draft.changes), "nothing was changed")
        insist(all(change.reason for change in draft.changes), "a change has no reason")
        left_out = sum(not change.supported for change in draft.changes)
        return f"{len(draft.changes)} changes, each with its reason; {left_out} without evidence"

    async def review(self) -> str:
        await self._stage.show("tailoring.review", self._tailoring_id)
        desk, tailoring = self._stage.desk, self._stage.get(TailoringService)
        draft = await self._draft()
        change = next(each for each in draft.changes if each.decision is Decision.ACCEPTED)
        await desk.run(tailoring.decide, self._tailoring_id, {change.id: Decision.REJECTED})
        await self._stage.settled()
        without = await self._draft()
        await desk.run(tailoring.decide, self._tailoring_id, {change.id: Decision.ACCEPTED})
        await self._stage.settled()
        again = await self._draft()
        decided = [each.model_copy(update={"decided": False}) for each in again.changes]
        plain = [each.model_copy(update={"decided": False}) for each in draft.changes]
        same = again.model_copy(update={"changes": decided}) == draft.model_copy(update={"changes": plain})
        insist(same, "accepting again did not bring the same draft back")
        return f"score {draft.score_before} → {draft.score_after} ({without.score_after} without “{change.title}”)"

    async def _draft(self) -> Draft:
        review = await self._stage.desk.run(self._stage.get(TailoringService).review, self._tailoring_id)
        return review.tailoring.draft

    # --- the document ------------------------------------------------------------------------------------------

    async def save(self) -> str:
        version = await self._stage.desk.run(self._stage.get(TailoringService).save_as_document, self._tailoring_id)
        self._version = version
        await self._stage.settled()
        return f"version {version.number} in Documents: {version.name}"

    async def export(self, kind: Literal["pdf", "docx"]) -> str:
        if self._version is None:
            raise PromiseError("no version was saved")
        desk, exports, documents = self._stage.desk, self._stage.get(ExportService), self._stage.get(DocumentService)
        saved = await desk.run(documents.saved, self._version.id)
        made, report = await desk.work(exports.typeset, saved.data, ResumeStyle(), kind)
        insist(report.survived, " ".join(report.sentences()))
        target = self._target / f"tailored-résumé.{kind}"
        await desk.work(exports.save, made, target)
        await desk.run(documents.note_export, self._version.id)
        return f"{target.name}, {len(made) / 1024:.0f} KB; read back: {report.checked} values, none lost"


def _as_promised(job: Job) -> str:
    """What the card says now. A posting that doesn't state something is no failure; what was not found is named."""
    posting = job.posting
    insist(job.capture is CaptureState.READ, job.problem or "it was not read")
    insist(bool(posting.title and posting.company and posting.description), "title, company or description is missing")
    insist(job.score is not None, "it was not matched")
    said = [posting.title, posting.company, posting.location]
    if posting.salary_min:
        said.append(
            f"{posting.salary_currency} {posting.salary_min:,.0f}–{posting.salary_max or posting.salary_min:,.0f}"
        )
    if posting.deadline:
        said.append(f"until {posting.deadline:%d %b}")
    absent = [name for name in ("location", "salary_min", "deadline") if not getattr(posting, name)]
    words = ", ".join(name.removesuffix("_min") for name in absent)
    return " · ".join([*filter(None, said), f"match {job.score}", *([f"not found: {words}"] if words else [])])


class _QuietPages(SimpleHTTPRequestHandler):
    def log_message(self, *_words: object) -> None:
        """The steps are what is printed here."""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    """A web site on loopback with the folder's files; its address."""
    handler = partial(_QuietPages, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=server.serve_forever, name="demo-site")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()
