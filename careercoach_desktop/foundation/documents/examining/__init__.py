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
    """The facts of a PDF, DOCX or picture; of any other kind only its type and size.

    Raises ``UserError`` as ``read_document``, but a file of pictures alone is no error here.
    """
    media_type = sniff.media_type_of(data, file_name)
    if media_type in sniff.PAGED:
        from careercoach_desktop.foundation.documents.examining.pdf import facts_of_pdf
        from careercoach_desktop.foundation.documents.reading import picture_file

        is_picture = media_type in sniff.PICTURES
        facts = facts_of_pdf(picture_file.as_pdf(data) if is_picture else data, opens_section)
        return facts.model_copy(update={"media_type": media_type, "size": len(data)})
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
