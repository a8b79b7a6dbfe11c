"""The sentences several places of this feature say alike: counts, how a file was read."""

from __future__ import annotations

from PySide6.QtCore import QLocale

from careercoach_desktop.features.resumes.model import ReadingState, Resume, ResumeCard, VersionReason
from careercoach_desktop.features.resumes.reading import FILE_SUFFIXES

FILE_FILTERS = (f"Résumés ({' '.join(f'*{suffix}' for suffix in FILE_SUFFIXES)})", "All files (*)")
ACCEPTED = "PDF, Word, text, a picture, JSON Resume or LinkedIn’s export"

WRITTEN_HERE = "Written here"

_REASONS = {
    VersionReason.READ: "Read from the file",
    VersionReason.EDITED: "Edited",
    VersionReason.RESTORED: "Restored",
    VersionReason.SAVED: "Saved",
    VersionReason.CORRECTED: "Corrected with Claude",
    VersionReason.COPIED: "Copied from another résumé",
    VersionReason.BEGUN: "Begun here",
}


def counted(count: int, noun: str = "") -> str:
    """``1 field``, ``31 fields``; the number alone without a noun."""
    number = QLocale().toString(count)
    return f"{number} {noun}{'' if count == 1 or not noun else 's'}".strip()


def is_doubted(resume: Resume | ResumeCard) -> bool:
    """Whether the file was read but does not look like a résumé."""
    return resume.state is ReadingState.READ and bool(resume.problem)


def read_line(resume: Resume) -> str:
    """``lena-marsh-2026.pdf · 2 pages · read on this computer in 0.2 s``."""
    parts = [resume.file_name if resume.has_original else WRITTEN_HERE]
    if resume.pages:
        parts.append(counted(resume.pages, "page"))
    if resume.read_seconds:
        seconds = QLocale().toString(max(resume.read_seconds, 0.1), "f", 1)
        parts.append(f"read on this computer in {seconds} s")
    parts.extend(warning.rstrip(".") for warning in resume.warnings)
    return " · ".join(parts)


def card_line(card: ResumeCard) -> str:
    """``2 pages · 3 versions · 31 fields``."""
    parts = [] if card.has_original else [WRITTEN_HERE]
    if card.pages:
        parts.append(counted(card.pages, "page"))
    if card.version > 1:
        parts.append(counted(card.version, "version"))
    if card.fields:
        as_read = card.version == 1 and card.has_original
        parts.append(f"read {counted(card.fields, 'field')}" if as_read else counted(card.fields, "field"))
    line = " · ".join(parts)
    return line[:1].upper() + line[1:]


def reason_words(reason: VersionReason) -> str:
    """Why a version exists, for people."""
    return _REASONS[reason]
