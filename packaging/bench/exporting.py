"""A résumé of two pages set in every template, read back and compared, and its preview: through the warm child process,
as a person waits for it, beside a Typst compiler that sets next to nothing."""

from __future__ import annotations

import io
import itertools
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import docx
import typst

from bench.figures import EXPORT_PDF, PREVIEW, Figure, timed_in_turn
from careercoach_desktop.app.job_hunt import read_resume_of_sample
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.service.export import ExportService
from careercoach_desktop.features.resumes.typeset import TEMPLATES
from careercoach_desktop.foundation.tasks.child import ChildProcess

RUNS = 20
PREVIEW_WIDTH = 900
"""Pixels: a pane of half a window of usual size."""


def figures(_folder: Path, _jobs: int) -> Iterator[Figure]:
    child = ChildProcess()
    child.warm()
    try:
        with tempfile.TemporaryDirectory() as place:
            yield from _measured(ExportService(child), trivial(Path(place)))
    finally:
        child.stop()


def _measured(exports: ExportService, bare: Callable[[], object]) -> Iterator[Figure]:
    typed = _Typing()
    for template in TEMPLATES:
        style = ResumeStyle(template=template.name)
        samples, base = timed_in_turn(lambda style=style: exports.typeset(typed(), style, "pdf"), bare, RUNS, warm_up=3)
        yield Figure(f"PDF, {template.name}, read back", samples, "typst, one word", base, aim=EXPORT_PDF)
    for template in TEMPLATES:
        style = ResumeStyle(template=template.name)
        samples, base = timed_in_turn(
            lambda style=style: exports.preview(typed(), style, PREVIEW_WIDTH), bare, RUNS, warm_up=3
        )
        yield Figure(f"preview, {template.name}", samples, "typst, one word", base, aim=PREVIEW)
    fitted = ResumeStyle(one_page=True)
    samples, base = timed_in_turn(lambda: exports.preview(typed(), fitted, PREVIEW_WIDTH), bare, RUNS, warm_up=3)
    yield Figure("preview, modern, fitted to one page", samples, "typst, one word", base)
    samples, base = timed_in_turn(
        lambda: exports.typeset(typed(), ResumeStyle(), "docx"), _empty_word_file, RUNS, warm_up=2
    )
    yield Figure("Word file, read back", samples, "python-docx, an empty file", base)


class _Typing:
    """The sample résumé with another word each time it is asked for, so that nothing is taken from a cache."""

    def __init__(self) -> None:
        self._data = read_resume_of_sample()
        self._summary = self._data.basics.summary
        self._numbers = itertools.count()

    def __call__(self) -> ResumeData:
        self._data.basics.summary = f"{self._summary} Version {next(self._numbers)}."
        return self._data


def trivial(place: Path) -> Callable[[], object]:
    """A Typst compiler that sets another word each time."""
    source = place / "word.typ"
    compiler = typst.Compiler(root=place, ignore_system_fonts=True)
    numbers = itertools.count()

    def run() -> object:
        source.write_text(f"word {next(numbers)}", encoding="utf-8")
        return compiler.compile(input=source, format="pdf")

    return run


def _empty_word_file() -> None:
    docx.Document().save(io.BytesIO())
