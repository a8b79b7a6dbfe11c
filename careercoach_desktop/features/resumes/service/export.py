"""A résumé on paper: typeset in the child process, and for files handed over, read back and compared first."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.features.resumes.handover import Format, make
from careercoach_desktop.features.resumes.interchange import to_json_resume
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.picture import Preview, preview
from careercoach_desktop.features.resumes.typeset import TEMPLATES, Template
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.tasks.child import ChildProcess

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.rereading import RereadReport

MAX_PREVIEW_PAGES = 6


class ExportService:
    """Slow (some 100 ms): call it through ``Desk.work`` or from a task, never through ``Desk.run``."""

    def __init__(self, child: ChildProcess) -> None:
        self._child = child

    def templates(self) -> tuple[Template, ...]:
        """The looks to choose from; the first is the usual one."""
        return TEMPLATES

    def preview(self, data: ResumeData, style: ResumeStyle, width_px: int, *, quick: bool = False) -> Preview:
        """The first pages as they would be exported, ``width_px`` wide, with the place of every value on them.

        ``quick``: for a preview that follows the typing; the pictures are BMP then, which costs no time to pack.
        """
        made: Preview = self._child.call(preview, data, style, width_px, MAX_PREVIEW_PAGES, quick)
        return made

    def typeset(self, data: ResumeData, style: ResumeStyle, file_type: Format) -> tuple[bytes, RereadReport]:
        """The file and what our own importer found when it read it back (``report.survived``, ``.sentences()``)."""
        made: tuple[bytes, RereadReport] = self._child.call(make, data, style, file_type)
        return made

    def write(self, data: ResumeData, target: Path, style: ResumeStyle) -> RereadReport | None:
        """Write the file in the format its name ends in (``FILE_SUFFIXES``); what reading it back has shown, None for
        JSON Resume, which loses nothing. ValueError for another ending, UserError as ``save``."""
        match target.suffix.lower():
            case ".json":
                self.save(json.dumps(to_json_resume(data), ensure_ascii=False, indent=2).encode(), target)
                return None
            case ".pdf":
                document, report = self.typeset(data, style, "pdf")
            case ".docx":
                document, report = self.typeset(data, style, "docx")
            case other:
                raise ValueError(f"a résumé is not written as {other!r}")
        self.save(document, target)
        return report

    def save(self, document: bytes, target: Path) -> None:
        """Write the file where the person chose, whole or not at all. UserError when that place does not take it."""
        write_whole(target, document)
