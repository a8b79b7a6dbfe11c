"""From bytes to fields, warm, beside the library that does the least of it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import docx
import pypdfium2
from selectolax.lexbor import LexborHTMLParser

from bench.figures import (
    BATCH_ON_TWO,
    DOCX_TO_FIELDS,
    PDF_TO_FIELDS,
    PDF_TO_FIELDS_MOSTLY,
    POSTING_TO_FIELDS,
    Figure,
    timed_in_turn,
)
from careercoach_desktop.features.jobs.capture import read_posting
from careercoach_desktop.features.resumes.reading import read_resume
from careercoach_desktop.foundation.resources import resource
from careercoach_desktop.foundation.tasks.child import ChildProcess

RUNS = 30
BATCH = 100
BATCH_RUNS = 5
_READ = {".pdf", ".docx"}


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    yield from _pdf_resume()
    yield _docx_resume()
    yield _batch()
    yield from _posting_pages()


def _pdf_resume() -> Iterator[Figure]:
    data = resource("sample/lena-marsh.pdf").read_bytes()

    def plain_text() -> None:
        document = pypdfium2.PdfDocument(data)
        for page in document:
            page.get_textpage().get_text_range()
        document.close()

    samples, bare = timed_in_turn(lambda: read_resume(data, "lena-marsh.pdf"), plain_text, RUNS, warm_up=2)
    yield Figure("two-page PDF résumé to fields", samples, "pypdfium2 plain text", bare, aim=PDF_TO_FIELDS)
    yield Figure("the same, slowest of twenty", samples, "pypdfium2 plain text", bare, aim=PDF_TO_FIELDS_MOSTLY)


def _docx_resume() -> Figure:
    data = resource("sample/lena-marsh.docx").read_bytes()
    read, open_only = (lambda: read_resume(data, "lena-marsh.docx")), (lambda: docx.Document(io.BytesIO(data)))
    samples, bare = timed_in_turn(read, open_only, RUNS, warm_up=2)
    return Figure("DOCX résumé to fields", samples, "python-docx opens it", bare, aim=DOCX_TO_FIELDS)


def _batch() -> Figure:
    """A hundred files as an import reads them, in warm processes: with the second one and without."""
    files = [
        (path.read_bytes(), path.name) for path in sorted(resource("sample").glob("*-*.*")) if path.suffix in _READ
    ]
    batch = [files[number % len(files)] for number in range(BATCH)]
    two, one = ChildProcess(most=2, rest_seconds=600), ChildProcess(most=1)

    def read_all(child: ChildProcess) -> None:
        calls = [child.begin(read_resume, data, name, background=True) for data, name in batch]
        for call in calls:
            call.result()
            child.end(call)

    try:
        samples, bare = timed_in_turn(lambda: read_all(two), lambda: read_all(one), BATCH_RUNS, warm_up=1)
    finally:
        two.stop()
        one.stop()
    return Figure(f"{BATCH} files on two processes", samples, "on one process", bare, aim=BATCH_ON_TWO)


def _posting_pages() -> Iterator[Figure]:
    for page in sorted(resource("sample/postings").glob("*.html")):
        data = page.read_bytes()
        samples, bare = timed_in_turn(
            lambda data=data, name=page.name: read_posting(data, name),
            lambda data=data: LexborHTMLParser(data),
            RUNS,
            warm_up=2,
        )
        name = f"posting page to fields ({len(data) // 1024} KB)"
        yield Figure(name, samples, "selectolax parses it", bare, aim=POSTING_TO_FIELDS)
