"""Postings from the clipboard, a drop or the dialog: looks at what it was given and asks the services to take it in.

One thing that can't be taken in is said at once. Of many, each that can be is; the others are told with the reason.
"""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData

from careercoach_desktop.features.jobs.capture import FILE_SUFFIXES, LARGEST_FILE, MOST_LINKS
from careercoach_desktop.features.jobs.capture.urls import looks_like_url, site_of
from careercoach_desktop.features.jobs.model import ImportReport, NotTaken
from careercoach_desktop.features.jobs.ui.column_model import JOBS_MIME
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import read_whole
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService
    from careercoach_desktop.features.jobs.service.importing import ImportService

TABLE_SUFFIXES = (".csv", ".tsv", ".tab", ".xlsx")
FILE_FILTERS = (
    f"Postings, lists and tables ({' '.join(f'*{one}' for one in (*FILE_SUFFIXES, *TABLE_SUFFIXES))})",
    "All files (*)",
)
TABLE_FILTERS = (f"Tables and exports ({' '.join(f'*{one}' for one in (*TABLE_SUFFIXES, '.json'))})", "All files (*)")
_LINKS_AT_ONCE = 25
"""In one call: the board fills as it goes, and nothing else waits long."""
_OUR_EXPORT = b"careercoach.jobs"


class Intake:
    """Every verb returns what became of what it was given. Tables are shown before they are imported; what becomes of
    them is told when the import is over (``ImportNotices``)."""

    def __init__(self, desk: Desk, service: JobService, imports: ImportService | None = None) -> None:
        self._desk = desk
        self._service = service
        self._imports = imports

    async def add_text(self, text: str, html: str = "") -> ImportReport:
        """A link, several, rows of a spreadsheet, or a posting's text (with the HTML it was copied as, if any)."""
        links = links_in(text)
        if links:
            return await self._add_links(links)
        if self._imports is not None and looks_like_table(text):
            incoming = await self._desk.work(self._imports.look_at_paste, text, html, tr("pasted table"))
            return await self._show_import(incoming)
        if html:
            added = await self._desk.run(self._service.add_from_html, html, text)
        else:
            added = await self._desk.run(self._service.add_from_text, text)
        return ImportReport(added=[added.job_id])

    async def add_files(self, paths: Sequence[Path]) -> ImportReport:
        """Saved pages, texts, lists of links and tables, on after one that is something else; a single one raises."""
        report = ImportReport()
        for path in paths:
            try:
                await self._add_file(path, report)
            except UserError as problem:
                if len(paths) == 1:
                    raise
                report.refused.append(NotTaken(what=path.name, why=str(problem)))
        return report

    async def add_table(self, paths: Sequence[Path]) -> ImportReport:
        """Spreadsheets, and jobs that were exported."""
        from careercoach_desktop.features.jobs.exchange.tables import LARGEST_TABLE, too_large

        for path in paths:
            data = await self._desk.work(read_whole, path, LARGEST_TABLE, too_large(path.name))
            if self._imports is not None:
                await self._show_import(await self._desk.work(self._imports.look_at_file, data, path.name))
        return ImportReport()

    def add_mime(self, data: QMimeData) -> Coroutine[Any, Any, ImportReport]:
        """Whatever a clipboard or a drop holds; looked at now, because a drop's data is gone when its event ends."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            return self.add_files(files)
        links = [url.toString() for url in data.urls() if url.scheme() in {"http", "https"}]
        text = "\n".join(links) if links else data.text()
        return self.add_text(text, data.html() if data.hasHtml() and not links else "")

    async def _add_links(self, links: Sequence[str]) -> ImportReport:
        if len(links) > MOST_LINKS:
            raise UserError(
                tr("That is more than {0} links.").format(MOST_LINKS),
                tr("Add them in smaller parts."),
                code="too-many-links",
            )
        if len(links) > 1:
            report = ImportReport()
            for at in range(0, len(links), _LINKS_AT_ONCE):
                some = await self._desk.run(self._service.add_from_urls, links[at : at + _LINKS_AT_ONCE])
                _unite(report, some)
            return report
        added = await self._desk.run(self._service.add_from_url, links[0])
        if added.duplicate:
            known = NotTaken(what=links[0], why=tr("You have this posting already."), job_id=added.job_id)
            return ImportReport(known=[known])
        return ImportReport(added=[added.job_id])

    async def _add_file(self, path: Path, report: ImportReport) -> None:
        suffix = path.suffix.lower()
        if self._imports is not None and suffix in TABLE_SUFFIXES:
            await self.add_table([path])
            return
        if suffix not in FILE_SUFFIXES:
            raise UserError(
                tr("“{0}” is not a saved page, a text file or a table.").format(path.name),
                tr("Save the posting as HTML or text, or paste its text here."),
                code="posting-file-kind",
            )
        too_long = UserError(
            tr("“{0}” is too large for a posting.").format(path.name),
            tr("Paste the text instead."),
            code="file-too-large",
        )
        data = await self._desk.work(read_whole, path, LARGEST_FILE, too_long)
        if self._imports is not None and suffix == ".json" and _OUR_EXPORT in data[:200]:
            await self.add_table([path])
            return
        links = links_in(data[:200_000].decode("utf-8", errors="replace")) if suffix == ".txt" else []
        if links:
            _unite(report, await self._add_links(links))
            return
        added = await self._desk.run(self._service.add_from_file, data, path.name)
        report.added.append(added.job_id)

    async def _show_import(self, incoming: Any) -> ImportReport:
        from careercoach_desktop.features.jobs.ui.import_dialog import import_jobs

        if self._imports is not None:
            await import_jobs(self._desk, self._imports, incoming)
        return ImportReport()


def _unite(report: ImportReport, more: ImportReport) -> None:
    report.added += more.added
    report.known += more.known
    report.refused += more.refused


def takes(data: QMimeData) -> bool:
    """Whether a drop of this could be a posting (and is not one of our own cards)."""
    return not data.hasFormat(JOBS_MIME) and (data.hasUrls() or data.hasText())


def links_in(text: str) -> list[str]:
    """The addresses, when the text holds nothing but addresses (one a line); otherwise none."""
    lines = [line.strip().lstrip("-*• ").strip() for line in text.splitlines() if line.strip()]
    links = [looks_like_url(line) for line in lines[:2_000]]
    return [link for link in links if link] if lines and all(links) and len(lines) <= 2_000 else []


def looks_like_table(text: str) -> bool:
    """Whether a copied text is rows of cells, as spreadsheets copy them."""
    lines = [line for line in text.splitlines()[:200] if line.strip()]
    if len(lines) < 2 or sum("\t" in line for line in lines) * 2 < len(lines):
        return False
    from careercoach_desktop.features.jobs.exchange.tables import looks_like_table as looks

    return looks(text)


def recognised(text: str) -> str:
    """One line that says what a pasted text looks like; empty for nothing."""
    links = links_in(text)
    if len(links) == 1:
        return tr("A link to {0}. The page is opened once, to read the posting.").format(site_of(links[0]))
    if links:
        return tr("Links to {0}. Each page is opened once, to read its posting.").format(count_word(len(links)))
    if looks_like_table(text):
        rows = sum(1 for line in text.splitlines() if line.strip())
        return tr("A table with {0} rows. You see its columns before anything is added.").format(rows)
    words = len(text.split())
    if words == 0:
        return ""
    return (
        tr("The text of a posting, {0} words").format(words) if words >= 8 else tr("Go on: that is too short to read")
    )
