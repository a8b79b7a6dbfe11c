"""From an original file to résumé data with sources: what runs in the child process when a résumé is imported."""

from __future__ import annotations

import json
import time
from dataclasses import dataclass

from careercoach_desktop.features.resumes.model import ResumeData

FILE_SUFFIXES = (
    ".pdf",
    ".docx",
    ".odt",
    ".rtf",
    ".txt",
    ".md",
    ".html",
    ".htm",
    ".json",
    ".zip",
    ".png",
    ".jpg",
    ".jpeg",
)
FOLDER_SUFFIXES = (".pdf", ".docx", ".odt", ".rtf", ".txt", ".md", ".html", ".htm", ".json")
"""What is taken for a résumé when a whole folder is added: not the pictures and zips that are in every folder."""


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
    """Read a PDF, DOCX, ODT, RTF, text, Markdown, HTML or JSON Resume file, or LinkedIn's export. Raises ``UserError``
    (codes in ``foundation.documents.reading.refusals``; ``not-a-resume`` and ``json-broken`` for JSON)."""
    from careercoach_desktop.foundation.documents.reading import read_document, sniff

    from .headings import opens_section

    begin = time.perf_counter()
    source = read_document(data, file_name, opens_section)
    warnings = source.warnings
    if source.media_type == sniff.JSON:
        resume, complaints = _from_json(data)
        warnings = (*warnings, *complaints)
    elif source.media_type == sniff.LINKEDIN:
        from careercoach_desktop.features.resumes.interchange import from_linkedin

        resume = from_linkedin(data)
        _tell_language(resume)
    else:
        from .assemble import assemble
        from .japanese_form import is_form, read_form

        resume = read_form(source) if is_form(source) else assemble(source)
    seconds = time.perf_counter() - begin
    return ReadResume(resume, source.text, len(source.pages), source.media_type, seconds, warnings)


def _from_json(data: bytes) -> tuple[ResumeData, list[str]]:
    from careercoach_desktop.features.resumes.interchange import (
        complaints_about,
        from_json_resume,
        not_a_resume,
        not_json,
        refuse_too_much,
        says_language,
    )
    from careercoach_desktop.foundation.documents.reading.letters import decode

    try:
        value = json.loads(decode(data) or "null")
    except json.JSONDecodeError as error:
        raise not_json(error) from error
    except (RecursionError, ValueError) as error:  # nested without end, or a number of thousands of digits
        raise not_a_resume() from error
    if not isinstance(value, dict):
        raise not_a_resume()
    refuse_too_much(value)
    resume = from_json_resume(value)
    if not says_language(value):
        _tell_language(resume)
    return resume, complaints_about(value)


def _tell_language(resume: ResumeData) -> None:
    """Set the language by the words, as for a page; the trace says that nobody else has said it."""
    from careercoach_desktop.features.resumes.editing import values
    from careercoach_desktop.features.resumes.interchange import LANGUAGE
    from careercoach_desktop.features.resumes.model import Trace

    from .language import language_of

    resume.language = language_of("\n".join(value.text for value in values(resume)))
    resume.traces[LANGUAGE] = Trace(text=resume.language)
