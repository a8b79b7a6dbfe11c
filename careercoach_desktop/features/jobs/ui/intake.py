"""Postings from the clipboard, a drop or the dialog: looks at what it was given and asks the service to add it."""

from __future__ import annotations

from collections.abc import Coroutine, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData

from careercoach_desktop.features.jobs.capture import FILE_SUFFIXES, LARGEST_FILE
from careercoach_desktop.features.jobs.capture.urls import looks_like_url, site_of
from careercoach_desktop.features.jobs.model import Added
from careercoach_desktop.features.jobs.ui.column_model import JOBS_MIME
from careercoach_desktop.features.jobs.ui.words import count_word, tr
from careercoach_desktop.foundation.errors import UserError
from careercoach_desktop.foundation.storage.files import read_whole
from careercoach_desktop.foundation.uikit import Desk

if TYPE_CHECKING:
    from careercoach_desktop.features.jobs.service import JobService

FILE_FILTERS = (f"Saved pages and texts ({' '.join(f'*{suffix}' for suffix in FILE_SUFFIXES)})", "All files (*)")


class Intake:
    """Adds postings through the service; every verb returns what was added."""

    def __init__(self, desk: Desk, service: JobService) -> None:
        self._desk = desk
        self._service = service

    async def add_text(self, text: str, html: str = "") -> list[Added]:
        """A link, several links, or a posting's text (with the HTML it was copied as, if any)."""
        links = links_in(text)
        if links:
            return [await self._desk.run(self._service.add_from_url, link) for link in links]
        if html:
            return [await self._desk.run(self._service.add_from_html, html, text)]
        return [await self._desk.run(self._service.add_from_text, text)]

    async def add_files(self, paths: Sequence[Path]) -> list[Added]:
        """Saved pages and text files; raises UserError for the first one that is something else."""
        added = []
        for path in paths:
            if path.suffix.lower() not in FILE_SUFFIXES:
                raise UserError(
                    tr("“{0}” is not a saved page or a text file.").format(path.name),
                    tr("Save the posting as HTML or text, or paste its text here."),
                    code="posting-file-kind",
                )
            too_large = UserError(
                tr("“{0}” is too large for a posting.").format(path.name),
                tr("Paste the text instead."),
                code="file-too-large",
            )
            data = await self._desk.work(read_whole, path, LARGEST_FILE, too_large)
            added.append(await self._desk.run(self._service.add_from_file, data, path.name))
        return added

    def add_mime(self, data: QMimeData) -> Coroutine[Any, Any, list[Added]]:
        """Whatever a clipboard or a drop holds; looked at now, because a drop's data is gone when its event ends."""
        files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
        if files:
            return self.add_files(files)
        links = [url.toString() for url in data.urls() if url.scheme() in {"http", "https"}]
        text = "\n".join(links) if links else data.text()
        return self.add_text(text, data.html() if data.hasHtml() and not links else "")


def takes(data: QMimeData) -> bool:
    """Whether a drop of this could be a posting (and is not one of our own cards)."""
    return not data.hasFormat(JOBS_MIME) and (data.hasUrls() or data.hasText())


def links_in(text: str) -> list[str]:
    """The addresses, when the text holds nothing but addresses (one a line); otherwise none."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    links = [looks_like_url(line) for line in lines[:50]]
    return [link for link in links if link] if lines and all(links) and len(lines) <= 50 else []


def recognised(text: str) -> str:
    """One line that says what a pasted text looks like; empty for nothing."""
    links = links_in(text)
    if len(links) == 1:
        return tr("A link to {0}. The page is opened once, to read the posting.").format(site_of(links[0]))
    if links:
        return tr("Links to {0}").format(count_word(len(links)))
    words = len(text.split())
    if words == 0:
        return ""
    return (
        tr("The text of a posting, {0} words").format(words) if words >= 8 else tr("Go on: that is too short to read")
    )
