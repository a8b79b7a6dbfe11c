"""Postings on their way in: an address, a pasted text or a file becomes a card at once, and its fields a moment later.

The row and the task that reads it are one transaction, so a crash can't leave one without the other. Reading runs in
the child process, because pages come from strangers. What the person typed meanwhile is never overwritten.
"""

from __future__ import annotations

import gzip
import json
import logging
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from careercoach_desktop.features.jobs.capture import LARGEST_FILE, NEED_A_BROWSER, refuse_other_files
from careercoach_desktop.features.jobs.capture.boards import (
    Answer,
    Place,
    kept_answer,
    place_behind,
    place_of,
    read_answer,
)
from careercoach_desktop.features.jobs.capture.urls import looks_like_url, site_of, without_tracking
from careercoach_desktop.features.jobs.model import (
    Added,
    CaptureState,
    ImportReport,
    JobAdded,
    JobChanged,
    NotTaken,
    OriginalPage,
    Posting,
    PostingRead,
    TimelineKind,
)
from careercoach_desktop.features.jobs.service.base import gone
from careercoach_desktop.features.jobs.service.duplicates import DuplicateVerbs
from careercoach_desktop.features.jobs.store import POSTING_FIELDS, CaptureSource, JobStore, posting_values
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.database import UnitOfWork
from careercoach_desktop.foundation.tasks.model import TaskChanged, TaskState

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.queue import TaskContext
    from careercoach_desktop.foundation.web.fetching import FetchedPage

log = logging.getLogger(__name__)

CAPTURE_TASK = "jobs.capture"
LONGEST_TEXT = 400_000
LONGEST_PAGE_TEXT = 400_000
SHORTEST_TEXT = 40
"""Characters: less than this is a word copied by accident, not a posting."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a capture was given to read: the archived page or answer, and the posting if it has been read already.

    ``opened_in``: the browser it took. ``said``: what the posting's board said, in case the page holds nothing.
    """

    source: CaptureSource
    posting: Posting | None = None
    opened_in: str = ""
    said: UserError | None = None


class CaptureVerbs(DuplicateVerbs):
    """Adding jobs from outside, and the task that reads them."""

    def add_from_url(self, url: str) -> Added:
        """A card for the posting at ``url``, read in the background; the existing job when it is there already."""
        address = looks_like_url(url)
        if address is None:
            raise UserError(
                "That is not the address of a web page.", "Check it, or paste the posting’s text.", code="url-invalid"
            )
        plain, site = without_tracking(address), site_of(address)
        with self._db.write() as unit:
            there = JobStore(unit.session).id_of_url([address, plain])
            if there is not None:
                return Added(there, duplicate=True)
            posting = Posting(title=site, url=plain, source=site)
            return Added(self._start(unit, posting, {"typed_url": address}, f"from {site}"))

    def add_from_urls(self, urls: Sequence[str]) -> ImportReport:
        """A card for each of some postings, in one transaction; what was there already, and what is no address, is
        told. Of many, give some at a time: others wait for the transaction."""
        report = ImportReport()
        with self._db.write():
            for url in dict.fromkeys(urls):
                try:
                    added = self.add_from_url(url)
                except UserError as problem:
                    report.refused.append(NotTaken(what=url, why=problem.message))
                    continue
                if added.duplicate:
                    why = "You have this posting already."
                    report.known.append(NotTaken(what=url, why=why, job_id=added.job_id))
                else:
                    report.added.append(added.job_id)
        return report

    def add_from_text(self, text: str) -> Added:
        """A card for a pasted posting; raises UserError when the text is too short to be one."""
        text = _checked(text)
        posting = Posting(title=_first_line(text), source="pasted text")
        with self._db.write() as unit:
            return Added(self._start(unit, posting, {"pasted_text": text}, "from pasted text"))

    def add_from_html(self, html: str, text: str) -> Added:
        """A card for something copied from a browser: the HTML is read first, its plain ``text`` if that fails."""
        if len(text.strip()) < SHORTEST_TEXT or len(html) > LARGEST_FILE:
            return self.add_from_text(text)
        text = _checked(text)
        posting = Posting(title=_first_line(text), source="pasted text")
        with self._db.write() as unit:
            page = self._archive(unit, html.encode(), "pasted.html", "", "utf-8")
            return Added(self._start(unit, posting, {**page, "pasted_text": text}, "from pasted text"))

    def add_from_file(self, data: bytes, file_name: str) -> Added:
        """A card for a saved page or text file; raises UserError for an empty or a huge one, and for other files."""
        name = PurePath(file_name).name
        if not data.strip():
            raise UserError(f"“{name}” is empty.", "Choose another file, or paste the text.", code="file-empty")
        if len(data) > LARGEST_FILE:
            raise UserError(f"“{name}” is too large for a posting.", "Paste the text instead.", code="file-too-large")
        refuse_other_files(data, name)
        posting = Posting(title=PurePath(name).stem, source="file")
        with self._db.write() as unit:
            page = self._archive(unit, data, name, "", "")
            return Added(self._start(unit, posting, page, f"from the file “{name}”"))

    def add_manually(self, posting: Posting) -> Added:
        """A card with the fields the person typed; nothing is read."""
        if not posting.title.strip():
            raise UserError("A job needs a title.", "Write the job’s title first.", code="title-missing")
        with self._db.write() as unit:
            job_id = self._insert(unit, posting, {"edited_fields": json.dumps(sorted(posting.model_fields_set))})
            JobStore(unit.session).add_event(job_id, TimelineKind.ADDED, "by hand", self._now())
            unit.emit(JobAdded(job_id))
            return Added(job_id)

    def read_again(self, job_id: int) -> None:
        """Try a failed capture once more; a page that has an address is fetched afresh."""
        with self._db.write() as unit:
            source = self._source(unit, job_id)
            values: dict[str, object] = {"page_sha256": None, "page_text": ""} if source.typed_url else {}
            self._restart(unit, source, values)

    def read_behind(self, unit: UnitOfWork, job_id: int, address: str) -> None:
        """For an import: have the posting at ``address`` read, to fill in what the job does not say yet."""
        JobStore(unit.session).update(job_id, {"typed_url": address})
        self._restart(unit, self._source(unit, job_id), {})

    def paste_text_instead(self, job_id: int, text: str) -> None:
        """Read the job from ``text`` rather than from the page that could not be read."""
        text = _checked(text)
        with self._db.write() as unit:
            values: dict[str, object] = {"pasted_text": text, "page_sha256": None, "page_text": ""}
            self._restart(unit, self._source(unit, job_id), values)

    def original(self, job_id: int) -> OriginalPage | None:
        """The posting as it was captured, readable offline; None when nothing was kept."""
        with self._db.read() as session:
            source = JobStore(session).capture_source(job_id)
            if source is None:
                raise gone()
            job = JobStore(session).job(job_id)
            when = source.page_at or (job.created if job else self._now())
            text = JobStore(session).value(job_id, "page_text")
        if text:
            return OriginalPage(str(text), is_markdown=True, url=source.page_url or source.typed_url, when=when)
        if source.pasted_text:
            return OriginalPage(source.pasted_text, is_markdown=False, url=source.typed_url, when=when)
        return None

    # The task ------------------------------------------------------------------------------------------------

    def capture(self, context: TaskContext, payload: dict[str, Any]) -> dict[str, object] | None:
        """Run ``jobs.capture``: ask the posting's job board or fetch its page, archive that, read it, fill the fields.

        A page that builds itself with JavaScript, or wants to see a browser first, is opened in the installed one and
        archived as it looks there. Safe to run again after a crash: an archived page is not fetched twice. Raises
        UserError when the page can't be had or read; ``note_task`` then puts the problem on the card.
        """
        job_id = int(payload["job_id"])
        with self._db.read() as session:
            source = JobStore(session).capture_source(job_id)
        if source is None:
            return None  # removed meanwhile
        found = Found(source)
        if source.page_sha256 is None and not source.pasted_text:
            found = self._fetch(context, source)
        try:
            posting = found.posting or self._read(context, found.source)
        except UserError as problem:
            if found.said is not None:
                if found.said.transient:
                    self._forget_page(job_id)
                raise found.said from problem
            if found.opened_in or not source.typed_url or problem.code not in NEED_A_BROWSER:
                raise
            found = self._open_in_browser(context, source, problem)
            posting = found.posting or self._read(context, found.source)
        context.check_cancelled()
        self._fill(job_id, posting, found.opened_in)
        self._tell_duplicates(job_id)
        return {"job_id": job_id}

    def note_task(self, changed: TaskChanged, unit: UnitOfWork) -> None:
        """In-transaction listener: a capture that failed or was cancelled leaves its card with a clear problem.

        A task started again (from the activity strip) makes its card be read again.
        """
        task = changed.task
        if task.kind != CAPTURE_TASK:
            return
        store = JobStore(unit.session)
        job_id = int(str(task.payload["job_id"]))
        state = store.value(job_id, "capture")
        if task.state in {TaskState.FAILED, TaskState.CANCELLED} and state == CaptureState.READING.value:
            cancelled = task.state == TaskState.CANCELLED
            problem = "Reading was cancelled." if cancelled else f"{task.error} {task.next_step}".strip()
            store.update(job_id, {"capture": CaptureState.FAILED.value, "problem": problem})
            unit.emit(PostingRead(job_id))
        elif task.state == TaskState.QUEUED and state == CaptureState.FAILED.value:
            store.update(job_id, {"capture": CaptureState.READING.value, "problem": ""})
            unit.emit(JobChanged(job_id))

    def _fetch(self, context: TaskContext, source: CaptureSource) -> Found:
        """Have the posting from its board's own endpoint, or else its page; archived either way."""
        place = context.in_child(place_of, source.typed_url)
        found = self._ask(context, source, place)
        if found.posting is not None:
            return found
        context.progress(0.2, f"Opening {source.title}")
        try:
            page = self._fetcher.fetch(source.typed_url, typed_by_user=True, check_cancelled=context.check_cancelled)
        except UserError as problem:
            if found.said is not None:
                raise found.said from problem
            if problem.code not in NEED_A_BROWSER:
                raise
            return self._open_in_browser(context, source, problem)
        if place is None:
            place = context.in_child(place_behind, page.url_final, page.body, page.charset)
            behind = self._ask(context, source, place)
            if behind.posting is not None:
                return behind
        return Found(self._keep(source.job_id, page), said=found.said)

    def _ask(self, context: TaskContext, source: CaptureSource, place: Place | None) -> Found:
        """What the board at ``place`` answers, archived; without a posting when it is no answer."""
        if place is None:
            return Found(source)
        context.progress(0.1, f"Asking {place.label}")
        answer, said = self._boards.ask(place, source.typed_url, context.in_child, context.check_cancelled)
        if answer is None:
            return Found(source, said=said)
        with self._db.write() as unit:
            kept = self._archive(unit, answer.kept, place.key, place.url, "utf-8")
            JobStore(unit.session).update(source.job_id, {**kept, "page_text": answer.text[:LONGEST_PAGE_TEXT]})
            return Found(self._source(unit, source.job_id), answer.posting)

    def _forget_page(self, job_id: int) -> None:
        """A page that held nothing must not be what the next try reads."""
        with self._db.write() as unit:
            JobStore(unit.session).update(job_id, {"page_sha256": None, "page_text": ""})

    def _open_in_browser(self, context: TaskContext, source: CaptureSource, problem: UserError) -> Found:
        """Archive the page as the installed browser shows it. Raises without one."""
        browser = self._renderer.browser()
        if browser is None:
            raise (self._renderer.refusal() if problem.code == "page-needs-browser" else problem)
        context.progress(0.4, f"Opening it in {browser.name}")
        page = self._renderer.render(source.typed_url, typed_by_user=True, check_cancelled=context.check_cancelled)
        # what the page loaded shows which board is behind it; one that its address names was asked before
        if context.in_child(place_of, source.typed_url) is None:
            place = context.in_child(place_behind, page.url_final, page.body, page.charset)
            behind = self._ask(context, source, place)
            if behind.posting is not None:
                return replace(behind, opened_in=browser.name)
        return Found(self._keep(source.job_id, page), opened_in=browser.name)

    def _keep(self, job_id: int, page: FetchedPage) -> CaptureSource:
        with self._db.write() as unit:
            JobStore(unit.session).update(job_id, self._archive(unit, page.body, "", page.url_final, page.charset))
            return self._source(unit, job_id)

    def _read(self, context: TaskContext, source: CaptureSource) -> Posting:
        from careercoach_desktop.features.jobs.capture import read_posting, read_text

        place = kept_answer(source.page_name, source.page_url)
        if source.page_sha256 is not None and place is not None:
            return _as_answer(context.in_child(read_answer, self._page(source.page_sha256), place, "utf-8")).posting
        if source.page_sha256 is not None:
            self._keep_readable(context, source)
        context.progress(0.6, "Reading the posting")
        seen = (source.page_at or self._now()).astimezone().date()
        if source.page_sha256 is None:
            return _as_posting(context.in_child(read_text, source.pasted_text, seen))
        data = self._page(source.page_sha256)
        try:
            name = source.page_name or source.page_url
            read = context.in_child(read_posting, data, name, source.page_url, source.page_charset, seen)
            return _as_posting(read)
        except UserError:
            if not source.pasted_text:
                raise
            return _as_posting(context.in_child(read_text, source.pasted_text, seen))

    def _keep_readable(self, context: TaskContext, source: CaptureSource) -> None:
        """Keep the whole page as text for reading offline, whatever becomes of the fields."""
        from careercoach_desktop.features.jobs.capture.markdown import from_markup
        from careercoach_desktop.foundation.web.encoding import decode_page

        markup = decode_page(self._page(source.page_sha256), source.page_charset)
        try:
            text = str(context.in_child(from_markup, markup, source.page_url))
        except UserError as error:
            log.info("The page of job %d can't be shown as text: %s", source.job_id, error.code)
            return
        with self._db.write() as unit:
            JobStore(unit.session).update(source.job_id, {"page_text": text[:LONGEST_PAGE_TEXT]})

    def _page(self, sha256: str | None) -> bytes:
        with self._db.read() as session:
            return gzip.decompress(BlobStore(session).get(sha256 or ""))

    def _fill(self, job_id: int, posting: Posting, opened_in: str) -> None:
        with self._db.write() as unit:
            store = JobStore(unit.session)
            edited = store.value(job_id, "edited_fields")
            if edited is None:
                return  # removed meanwhile
            kept = json.loads(edited)
            # a page that was closed may be open again: of that, silence says something too
            said = [name for name in POSTING_FIELDS if getattr(posting, name) or name == "closed"]
            values = posting_values(posting, [name for name in said if name not in kept])
            store.update(job_id, {**values, "capture": CaptureState.READ.value, "problem": ""})
            how = [f"from {posting.source}"] if posting.source else []
            how += [f"opened in {opened_in}"] if opened_in else []
            how += ["the page says that it is closed"] if posting.closed else []
            store.add_event(job_id, TimelineKind.READ, ", ".join(how), self._now())
            unit.emit(PostingRead(job_id))

    def _start(self, unit: UnitOfWork, posting: Posting, values: dict[str, object], how: str) -> int:
        job_id = self._insert(unit, posting, {**values, "capture": CaptureState.READING.value})
        JobStore(unit.session).add_event(job_id, TimelineKind.ADDED, how, self._now())
        self._enqueue(unit, job_id, posting.title)
        unit.emit(JobAdded(job_id))
        return job_id

    def _restart(self, unit: UnitOfWork, source: CaptureSource, values: dict[str, object]) -> None:
        reading = {"capture": CaptureState.READING.value, "problem": ""}
        JobStore(unit.session).update(source.job_id, {**values, **reading})
        self._enqueue(unit, source.job_id, source.title)
        unit.emit(JobChanged(source.job_id))

    def _enqueue(self, unit: UnitOfWork, job_id: int, title: str) -> None:
        self._queue.enqueue(unit, CAPTURE_TASK, f"Reading “{title}”", {"job_id": job_id}, subject=f"job:{job_id}")

    def _archive(self, unit: UnitOfWork, data: bytes, name: str, url: str, charset: str) -> dict[str, object]:
        """Keep the page, compressed; the column values that name it."""
        sha256 = BlobStore(unit.session).put(gzip.compress(data, mtime=0), "application/gzip")
        kept = {"page_sha256": sha256, "page_name": name, "page_url": url, "page_charset": charset}
        return {**kept, "page_at": self._now()}

    @staticmethod
    def _source(unit: UnitOfWork, job_id: int) -> CaptureSource:
        source = JobStore(unit.session).capture_source(job_id)
        if source is None:
            raise gone()
        return source


def _checked(text: str) -> str:
    """The text without blank edges; raises UserError when no posting has that length."""
    text = text.strip()
    if len(text) < SHORTEST_TEXT:
        again = "Paste the whole text of the posting, or its link."
        raise UserError("That is too short to be a posting.", again, code="text-too-short")
    if len(text) > LONGEST_TEXT:
        raise UserError("That is too long to be a posting.", "Paste only the posting’s text.", code="text-too-long")
    return text


def _first_line(text: str) -> str:
    line = next(line.strip() for line in text.splitlines() if line.strip()).lstrip("#*- ")
    return line if len(line) <= 80 else f"{line[:79].rstrip()}…"


def _as_posting(read: object) -> Posting:
    """What came out of the child process, checked."""
    if not isinstance(read, Posting):
        raise TypeError(f"a reader gave {type(read).__name__} instead of a Posting")
    return read


def _as_answer(read: object) -> Answer:
    """The same for a board's answer."""
    if not isinstance(read, Answer):
        raise TypeError(f"a reader gave {type(read).__name__} instead of an Answer")
    return read
