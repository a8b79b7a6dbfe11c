"""Every refusal a reader can give, as the sentence a person reads. One place keeps their tone and codes in step."""

from __future__ import annotations

from careercoach_desktop.foundation.errors import UserError

MAX_BYTES = 100 * 1024 * 1024
MAX_PAGES = 100

ACCEPTED = (
    "PDF, Word, OpenDocument, RTF, plain text, Markdown, HTML, JSON Resume, LinkedIn’s data export (zip) "
    "or a picture (PNG or JPEG)"
)
_KEEP = "The file itself is kept, so you can type the fields in yourself."


def empty() -> UserError:
    return UserError("This file is empty.", "Choose the file again, or another copy of it.", code="file-empty")


def too_large(size: int) -> UserError:
    megabytes = round(size / 1024 / 1024)
    return UserError(
        f"This file is too large to read ({megabytes} MB; the limit is {MAX_BYTES // 1024 // 1024} MB).",
        "Save a smaller copy, for example without large pictures, and add that.",
        code="file-too-large",
    )


def encrypted() -> UserError:
    return UserError(
        "This PDF is protected with a password.",
        "Open it, save a copy without the password, and add the copy.",
        code="pdf-encrypted",
    )


def damaged(kind: str = "file") -> UserError:
    return UserError(
        f"This {kind} is damaged or incomplete, so it can’t be read.",
        "Download or export it again and add the new copy.",
        code="file-damaged",
    )


def too_many_pages(count: int) -> UserError:
    return UserError(
        f"This file has {count} pages; files of up to {MAX_PAGES} pages can be read.",
        "Save only the pages you need as a new PDF and add that.",
        code="too-many-pages",
    )


def no_text(how_to_install: str = "") -> UserError:
    """``how_to_install``: the phrase for the program that reads pictures, where it would help."""
    remedy = f"To have it read, {how_to_install}, then read it again. Or export" if how_to_install else "Export"
    return UserError(
        "This file holds only pictures of text, so there is nothing to read yet.",
        f"{remedy} it from the program it was written in. {_KEEP}",
        code="no-text",
    )


def illegible(why: str = "") -> UserError:
    """``why``: what a person can do about it, where that is known."""
    return UserError(
        "This file holds only pictures, and no text could be made out in them.",
        f"{why} {_KEEP}"
        if why
        else f"Scan it again, straight and with 300 dpi, or export it from the program it was written in. {_KEEP}",
        code="no-text",
    )


def no_time() -> UserError:
    return UserError(
        "This file holds only pictures, and there was no time to make out what they say.",
        f"Read it again when this computer is less busy. {_KEEP}",
        code="no-text",
    )


def picture_kind() -> UserError:
    return UserError(
        "This picture is saved in a way that can’t be read.",
        "Open it in a picture program, save it as an ordinary PNG or JPEG, and add that.",
        code="picture-kind",
    )


def unknown_type() -> UserError:
    return UserError(
        "This kind of file can’t be read.",
        f"Use {ACCEPTED}.",
        code="file-type-unknown",
    )


def other_kind(kind: str) -> UserError:
    """For what ``sniff.what_else`` has a word for."""
    if kind == "doc":
        return UserError(
            "This is a Word file from before 2007 (.doc), which can’t be read here.",
            "Open it in Word or LibreOffice, save it as .docx or PDF, and add that.",
            code="old-word",
        )
    if kind == "zip":
        return UserError(
            "This zip file holds neither a document nor LinkedIn’s data export.",
            "Unpack it and add the files that are in it.",
            code="zip-unknown",
        )
    named = {"pages": "a Pages document", "spreadsheet": "a spreadsheet", "slides": "a presentation"}
    if kind in named:
        return UserError(
            f"This is {named[kind]}, which can’t be read here.",
            "Open it in its program, export it as PDF, and add that.",
            code="file-type-unknown",
        )
    return unknown_type()


def suspicious(what: str) -> UserError:
    return UserError(
        f"This file was not opened because {what}, as harmful files do.",
        "If you trust it, open it in its own program, save a new copy and add that.",
        code="file-suspicious",
    )


def encrypted_document() -> UserError:
    return UserError(
        "This document is protected with a password.",
        "Open it, save a copy without the password, and add the copy.",
        code="pdf-encrypted",
    )
