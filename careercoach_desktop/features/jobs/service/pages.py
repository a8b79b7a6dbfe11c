"""The page a job was captured from: kept compressed as it was, and as text that can be read offline."""

from __future__ import annotations

import gzip
import logging
from typing import TYPE_CHECKING

from careercoach_desktop.features.jobs.model import OriginalPage
from careercoach_desktop.features.jobs.service.base import JobVerbs, gone
from careercoach_desktop.features.jobs.store import CaptureSource, JobStore
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.blobs import BlobStore
from careercoach_desktop.foundation.storage.database import UnitOfWork

if TYPE_CHECKING:
    from careercoach_desktop.foundation.tasks.queue import TaskContext
    from careercoach_desktop.foundation.web.fetching import FetchedPage

log = logging.getLogger(__name__)

LONGEST_PAGE_TEXT = 400_000


class PageVerbs(JobVerbs):
    """Keeping pages, and showing them again."""

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

    def _keep(self, job_id: int, page: FetchedPage) -> CaptureSource:
        with self._db.write() as unit:
            JobStore(unit.session).update(job_id, self._archive(unit, page.body, "", page.url_final, page.charset))
            return self._source(unit, job_id)

    def _forget_page(self, job_id: int) -> None:
        """A page that held nothing must not be what the next try reads."""
        with self._db.write() as unit:
            JobStore(unit.session).update(job_id, {"page_sha256": None, "page_text": ""})

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
