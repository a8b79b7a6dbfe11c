"""Single lines of text on the way to the page: cleaned, listed, with their emphasis and their addresses."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable

from careercoach_desktop.features.resumes.emphasis import runs
from careercoach_desktop.features.resumes.model import Highlight
from careercoach_desktop.features.resumes.typeset.sheet import Piece, Said, said

_UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
"""What neither XML nor a page can hold."""
_DATED = re.compile(r"(?P<what>.+?)\s+·\s+(?P<date>[^·]{0,24}(?:19|20)\d\d(?:\s*[-–—]\s*[^·]{1,14})?)")
_BETWEEN_NAMES = re.compile(r"\s+[-–—·|]\s+")
_PICTURE = re.compile(r"data:image/(?:png|jpe?g|webp|gif);base64,(?P<body>[A-Za-z0-9+/=\s]+)", re.IGNORECASE)
_BEGINNINGS = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"GIF8")


def line(text: str) -> str:
    """One line of text: line breaks, runs of blanks and control characters of its source mean nothing here."""
    return " ".join(_UNPRINTABLE.sub("", " ".join(text.split())).split())


def marked(bullet: Highlight) -> Said:
    """A bullet as one line with its emphasis and links."""
    if not bullet.marks:
        return said(line(bullet.text), bullet.id)
    pieces: list[Piece] = []
    for run in runs(bullet.text, bullet.marks):
        text = _UNPRINTABLE.sub("", re.sub(r"\s+", " ", run.text))
        if not pieces or pieces[-1].text.endswith(" "):
            text = text.lstrip()
        if text:
            pieces.append(Piece(text, bullet.id, link_target(run.url), run.bold, run.italic))
    if pieces:
        last = pieces.pop()
        kept = last.text.rstrip()
        if kept:
            pieces.append(Piece(kept, last.path, last.url, last.bold, last.italic))
    return Said(tuple(pieces))


def separator_for(words: Iterable[str], language: str = "en") -> str:
    """Commas, or semicolons when a word has a comma of its own (outside brackets); 、 in Chinese and Japanese."""
    if language in ("zh", "ja"):
        return "、" if not any("、" in word for word in words) else "；"
    return "; " if any("," in re.sub(r"\([^)]*\)", "", word) for word in words) else ", "


def paragraphs(text: str) -> list[str]:
    """The lines of a text whose paragraphs are parted by an empty line."""
    return [line(part) for part in re.split(r"\n\s*\n", text) if part.strip()]


def dated(text: str) -> tuple[str, str, str, str] | None:
    """Title, names, date and what follows of ``Talk — Meetup, Leeds · Oct 2024``; None for any other text."""
    first, *more = text.strip().split("\n")
    found = _DATED.fullmatch(line(first))
    if found is None:
        return None
    title, *names = _BETWEEN_NAMES.split(found["what"])
    return title, ", ".join(name for name in map(line, names) if name), found["date"], line(" ".join(more))


def shown_address(url: str) -> str:
    """An address as people print it: ``https://www.marsh.example/`` → ``marsh.example``."""
    shown = re.sub(r"^(?:https?://)?(?:www\.)?", "", line(url), flags=re.IGNORECASE).rstrip("/")
    return shown if "." in shown.partition("/")[0] else line(url)  # without a dot only its beginning tells what it is


def link_target(url: str) -> str:
    """An address that opens: ``marsh.example`` → ``https://marsh.example``; empty for schemes other than the web's."""
    url = line(url)
    if re.match(r"^https?://\S+$", url, flags=re.IGNORECASE):
        return url
    return f"https://{url}" if re.match(r"^[\w-]+(\.[\w-]+)+(/\S*)?$", url) else ""


def address(url: str, path: str) -> Said:
    """A web address as it is printed, leading where it says."""
    return said(shown_address(url), path, link_target(url))


def picture(image: str) -> bytes:
    """The bytes of a picture kept as a data address (PNG, JPEG, WebP or GIF); empty for anything else.

    An address in the web is never fetched: a page is set without asking anybody.
    """
    found = _PICTURE.fullmatch(image.strip())
    if found is None:
        return b""
    try:
        data = base64.b64decode(found["body"])
    except binascii.Error:
        return b""
    return data if data.startswith(_BEGINNINGS) else b""
