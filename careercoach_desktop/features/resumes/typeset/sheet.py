"""What stands on the page, whatever the page is made of: sections, entries, rows and lines, all of it plain text.

A sheet says what is shown, in which order and in which words; the Typst templates and the other writers only decide
how it looks. So every format says the same, and reading one back can be compared with the other. Each stretch of text
knows the value it shows, so that a click on the page finds the field.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text in one look.

    ``path`` names the value it shows, as everywhere (``basics.email``, ``<entry id>.position``, a bullet's id), and is
    empty for our own words and separators; ``url`` is the address it leads to, or empty.
    """

    text: str
    path: str = ""
    url: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """One line or paragraph as pieces in order; it is false when it says nothing. ``text`` is all of it, plain."""

    pieces: tuple[Piece, ...] = ()

    @property
    def text(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    @property
    def url(self) -> str:
        """The address the whole of it leads to: the first one in it, or empty."""
        return next((piece.url for piece in self.pieces if piece.url), "")

    def __bool__(self) -> bool:
        return any(piece.text for piece in self.pieces)

    def __str__(self) -> str:
        return self.text


NOTHING = Said()


def said(text: str, path: str = "", url: str = "") -> Said:
    """A line of one piece, or ``NOTHING`` without text."""
    return Said((Piece(text, path, url),)) if text else NOTHING


def joined(parts: Iterable[Said], separator: str = ", ") -> Said:
    """The parts that say something, with ``separator`` between them."""
    pieces: list[Piece] = []
    for part in parts:
        if part:
            pieces += [Piece(separator), *part.pieces] if pieces else part.pieces
    return Said(tuple(pieces))


def enclosed(before: str, part: Said, after: str) -> Said:
    """``part`` with our own signs around it, e.g. brackets."""
    return Said((Piece(before), *part.pieces, Piece(after))) if part else NOTHING


def followed(part: Said, url: str) -> Said:
    """``part`` leading to ``url`` where it leads nowhere yet."""
    return Said(tuple(piece if piece.url or not url else replace(piece, url=url) for piece in part.pieces))


@dataclass(frozen=True, slots=True)
class Row:
    """A label and its values: one line of the skills grid, or a detail under an entry. The label may be empty."""

    label: Said
    text: Said


@dataclass(frozen=True, slots=True)
class Entry:
    """One employer, school, project … ``compact`` ones put the subtitle on the line of the title."""

    title: Said
    subtitle: Said = NOTHING
    date: Said = NOTHING
    place: Said = NOTHING
    text: Said = NOTHING
    bullets: tuple[Said, ...] = ()
    details: tuple[Row, ...] = ()
    compact: bool = False


@dataclass(frozen=True, slots=True)
class SheetSection:
    """A heading and what follows it, in the order of the fields.

    ``kind`` is ``work``, ``education`` … or ``custom``; ``key`` names it in ``ResumeStyle.order`` and ``left_out``: the
    kind, or the id of a section of the person's own. A heading's path is its key.
    """

    kind: str
    key: str
    title: Said
    paragraphs: tuple[Said, ...] = ()
    entries: tuple[Entry, ...] = ()
    rows: tuple[Row, ...] = ()
    bullets: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole résumé ready to be set. ``photo`` is the picture's bytes (PNG, JPEG, WebP or GIF), or empty."""

    name: Said = NOTHING
    label: Said = NOTHING
    contact: tuple[Said, ...] = ()
    contact_title: Said = NOTHING
    """Only for a look that sets the contact data apart, as a section of its own."""
    sections: tuple[SheetSection, ...] = ()
    language: str = "en"
    photo: bytes = b""

    def as_json(self) -> dict[str, object]:
        """Plain dicts and lists, for the templates; without the photo, which travels beside them."""
        return {name: part for name, part in asdict(self).items() if name != "photo"}
