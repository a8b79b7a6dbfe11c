"""What runs in the child process: an untrusted original is read again there, and suggestions are judged against it.

Plain module-level functions; whatever is heavy loads inside them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from careercoach_desktop.features.resumes.correcting.difference import Difference
    from careercoach_desktop.features.resumes.correcting.suggested import Corrections
    from careercoach_desktop.features.resumes.model import ResumeData
    from careercoach_desktop.foundation.documents.model import SourceText


@dataclass(frozen=True, slots=True)
class Judged:
    """What may be offered, and how many suggestions were left out because the file doesn't say them."""

    differences: tuple[Difference, ...]
    left_out: int


def plain_lines(original: bytes, file_name: str) -> list[str]:
    """The lines of an original as they are numbered, an empty one between blocks. UserError as ``read_document``."""
    return _source(original, file_name).text.split("\n")


def judged(original: bytes, file_name: str, data: ResumeData, suggested: Corrections) -> Judged:
    """What of the suggestions the original bears out, for the résumé as it is in ``data``."""
    from careercoach_desktop.features.resumes.correcting.judging import judge

    return judge(_source(original, file_name), data, suggested)


def _source(original: bytes, file_name: str) -> SourceText:
    from careercoach_desktop.features.resumes.reading.headings import opens_section
    from careercoach_desktop.foundation.documents.reading import read_document

    return read_document(original, file_name, opens_section)
