"""What a file is like for a program that must read it: order, columns, tables, pictures, letters without meaning.

Reading finds the words in spite of all that; this says how hard it was. Runs in the child process, like reading, so it
is one plain module-level function.
"""

from __future__ import annotations

from careercoach_desktop.foundation.documents.examining.facts import FACTS_VERSION, FileFacts, SeenAt
from careercoach_desktop.foundation.documents.reading import HeadingTest, read_document, refusals, sniff
from careercoach_desktop.foundation.errors import UserError

__all__ = ["FACTS_VERSION", "FileFacts", "SeenAt", "examine"]

_NO_TEXT = refusals.no_text().code


def examine(data: bytes, file_name: str, opens_section: HeadingTest | None = None) -> FileFacts:
    """The facts of a PDF or DOCX; of any other kind only its type and size.

    Raises ``UserError`` as ``read_document``, but a file of pictures alone is no error here.
    """
    media_type = sniff.media_type_of(data, file_name)
    if media_type == sniff.PDF:
        from careercoach_desktop.foundation.documents.examining.pdf import facts_of_pdf

        return facts_of_pdf(data, opens_section)
    _read(data, file_name)
    if media_type == sniff.DOCX:
        from careercoach_desktop.foundation.documents.examining.word import facts_of_word

        return facts_of_word(data)
    return FileFacts(media_type=media_type, size=len(data))


def _read(data: bytes, file_name: str) -> None:
    """Let the reader refuse what is damaged or hostile."""
    try:
        read_document(data, file_name)
    except UserError as problem:
        if problem.code != _NO_TEXT:
            raise
