"""From an original file to résumé data with sources: what runs in the child process when a résumé is imported."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeData

FILE_SUFFIXES = (".pdf", ".docx", ".txt", ".md", ".html", ".htm", ".json", ".png", ".jpg", ".jpeg")


@dataclass(frozen=True, slots=True)
class ReadResume:
    """What was read: the data, the plain text in reading order, the number of pages (0 where the format has none),
    the media type found in the bytes, how long it took in seconds, and short warnings for the person."""

    data: ResumeData
    raw_text: str
    pages: int
    media_type: str
    seconds: float
    warnings: tuple[str, ...]


def read_resume(data: bytes, file_name: str) -> ReadResume:
    """Read a PDF, DOCX, text, Markdown, HTML or JSON Resume file. Raises ``UserError`` (codes in
    ``foundation.documents.reading.refusals``, and ``not-a-resume`` for JSON that is no JSON Resume)."""
    from careercoach_desktop.foundation.documents.reading import read_document, sniff

    from .headings import opens_section

    begin = time.perf_counter()
    source = read_document(data, file_name, opens_section)
    if source.media_type == sniff.JSON:
        resume = _from_json(data)
    else:
        from .assemble import assemble
        from .japanese_form import is_form, read_form

        resume = read_form(source) if is_form(source) else assemble(source)
    seconds = time.perf_counter() - begin
    return ReadResume(resume, source.text, len(source.pages), source.media_type, seconds, source.warnings)


def _from_json(data: bytes) -> ResumeData:
    from careercoach_desktop.features.resumes.interchange import from_json_resume, not_a_resume
    from careercoach_desktop.foundation.documents.reading.sniff import decode

    value = json.loads(decode(data) or "null")
    if not isinstance(value, dict):
        raise not_a_resume()
    return from_json_resume(value)
