"""A résumé on paper: typeset in the child process, and for files handed over, read back and compared first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.features.resumes.handover import Format, make
from careercoach_desktop.features.resumes.interchange import to_json_resume
from careercoach_desktop.features.resumes.model import ResumeData
from careercoach_desktop.features.resumes.picture import typeset_pages
from careercoach_desktop.features.resumes.typeset import TEMPLATES, Template
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.tasks.child import ChildProcess

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.rereading import RereadReport

MAX_PREVIEW_PAGES = 6
ACCENT = "#5442C9"


class ExportService:
    """Slow (some 100 ms): call it through ``Desk.work`` or from a task, never through ``Desk.run``."""

    def __init__(self, child: ChildProcess) -> None:
        self._child = child

    def templates(self) -> tuple[Template, ...]:
        """The looks to choose from; the first is the usual one."""
        return TEMPLATES

    def preview(self, data: ResumeData, template: str, width_px: int, *, paper: str = "a4") -> list[bytes]:
        """PNGs of the first pages as they would be exported, ``width_px`` wide."""
        pages: list[bytes] = self._child.call(typeset_pages, data, template, width_px, MAX_PREVIEW_PAGES, paper)
        return pages

    def typeset(
        self, data: ResumeData, template: str, file_type: Format, *, paper: str = "a4", accent: str = ACCENT
    ) -> tuple[bytes, RereadReport]:
        """The file and what our own importer found when it read it back (``report.survived``, ``.sentences()``)."""
        made: tuple[bytes, RereadReport] = self._child.call(make, data, template, file_type, paper, accent)
        return made

    def write(self, data: ResumeData, target: Path, template: str, *, paper: str = "a4") -> RereadReport | None:
        """Write the file in the format its name ends in (``FILE_SUFFIXES``); what reading it back has shown, None for
        JSON Resume, which loses nothing. ValueError for another ending, UserError as ``save``."""
        match target.suffix.lower():
            case ".json":
                self.save(json.dumps(to_json_resume(data), ensure_ascii=False, indent=2).encode(), target)
                return None
            case ".pdf":
                document, report = self.typeset(data, template, "pdf", paper=paper)
            case ".docx":
                document, report = self.typeset(data, template, "docx", paper=paper)
            case other:
                raise ValueError(f"a résumé is not written as {other!r}")
        self.save(document, target)
        return report

    def save(self, document: bytes, target: Path) -> None:
        """Write the file where the person chose, whole or not at all. UserError when that place does not take it."""
        write_whole(target, document)
