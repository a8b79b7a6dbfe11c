"""A résumé handed over: set or written in the child process, read back and compared there, then saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from careercoach_desktop.features.resumes.handover import FORMATS, Format, SectionName, families, make, sections
from careercoach_desktop.features.resumes.model import ResumeData, ResumeStyle
from careercoach_desktop.features.resumes.picture import Preview, preview
from careercoach_desktop.features.resumes.typeset import TEMPLATES, Template
from careercoach_desktop.foundation.storage.files import write_whole
from careercoach_desktop.foundation.tasks.child import ChildProcess

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.rereading import RereadReport
    from careercoach_desktop.features.resumes.writing import DateStyle, FormGroup

MAX_PREVIEW_PAGES = 6


class ExportService:
    """Slow (some 100 ms): call it through ``Desk.work`` or from a task, never through ``Desk.run``."""

    def __init__(self, child: ChildProcess) -> None:
        self._child = child

    def templates(self) -> tuple[Template, ...]:
        """The looks to choose from; the first is the usual one."""
        return TEMPLATES

    def preview(
        self,
        data: ResumeData,
        style: ResumeStyle,
        width_px: int,
        *,
        pages: int = MAX_PREVIEW_PAGES,
        quick: bool = False,
    ) -> Preview:
        """The first pages as they would be exported, ``width_px`` wide, with the place of every value on them.

        ``quick``: for a preview that follows the typing; the pictures are BMP then, which costs no time to pack.
        """
        made: Preview = self._child.call(preview, data, style, width_px, pages, quick)
        return made

    def sections(self, data: ResumeData, style: ResumeStyle) -> tuple[SectionName, ...]:
        """Every section there is something to say in, in the order of ``style``."""
        found: tuple[SectionName, ...] = self._child.call(sections, data, style)
        return found

    def fonts(self) -> tuple[str, ...]:
        """The families of this computer that a résumé can be set in."""
        found: tuple[str, ...] = self._child.call(families)
        return found

    def form_groups(self, data: ResumeData, dates: DateStyle) -> tuple[FormGroup, ...]:
        """The résumé as the boxes of an application form."""
        from careercoach_desktop.features.resumes.writing.form_fields import form_groups

        groups: tuple[FormGroup, ...] = self._child.call(form_groups, data, dates)
        return groups

    def typeset(self, data: ResumeData, style: ResumeStyle, file_type: Format) -> tuple[bytes, RereadReport]:
        """The file and what our own importer found when it read it back (``report.survived``, ``.sentences()``)."""
        made: tuple[bytes, RereadReport] = self._child.call(make, data, style, file_type)
        return made

    def write(self, data: ResumeData, target: Path, style: ResumeStyle, *, with_losses: bool) -> RereadReport:
        """Write the file in the format its name ends in (``FILE_SUFFIXES``); what reading it back has shown. Nothing is
        written when something was lost (``report.refusal()`` says so), unless that was seen and is wanted all the same.

        ValueError for another ending, UserError as ``save``.
        """
        kind = next((each for each in FORMATS if target.suffix.lower() == f".{each}"), None)
        if kind is None:
            raise ValueError(f"a résumé is not written as {target.suffix!r}")
        document, report = self.typeset(data, style, kind)
        if report.survived or with_losses:
            self.save(document, target)
        return report

    def save(self, document: bytes, target: Path) -> None:
        """Write the file where the person chose, whole or not at all. UserError when that place does not take it."""
        write_whole(target, document)
