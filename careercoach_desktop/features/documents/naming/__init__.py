"""Titles as file names every system accepts, and what the name of a file says about it."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from careercoach_desktop.features.documents.model import DocumentType

_LONGEST = 80
_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*\u202a-\u202e\u2066-\u2069]')
"""What some system refuses in a name, and the signs that make ``exe.pdf`` out of ``fdp.exe``."""
_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)$", re.IGNORECASE)
_TELLING = (
    (DocumentType.COVER_LETTER, r"cover.?letter|anschreiben|motivation|lettre|carta|begleitschreiben"),
    (DocumentType.REFERENCE, r"reference|referenz|arbeitszeugnis|recommendation|empfehlung|recommandation|referencia"),
    (DocumentType.TRANSCRIPT, r"transcript|zeugnis|diplom|degree|certificate|zertifikat|bulletin|t[ií]tulo|urkunde"),
    (DocumentType.PORTFOLIO, r"portfolio|work.?samples?|arbeitsproben|mappe"),
    (DocumentType.RESUME, r"\bcv\b|r[eé]sum[eé]|lebenslauf|curriculum|vitae"),
)


def file_stem(title: str) -> str:
    """``Lena Marsh – Northwind`` → ``lena-marsh-northwind``; letters of every script stay."""
    words = re.findall(r"\w+", title.casefold())
    return "-".join(words)[:_LONGEST].rstrip("-") or "document"


def safe_name(name: str) -> str:
    """A file's own name without what a system refuses or what misleads: ``../con.pdf`` → ``con_.pdf``."""
    name = _FORBIDDEN.sub("_", name.replace("\\", "/").rpartition("/")[2]).strip(". ")
    stem, dot, suffix = name.rpartition(".") if "." in name else (name, "", "")
    stem = f"{stem}_" if _RESERVED.match(stem) else stem
    return f"{stem[:_LONGEST].rstrip()}{dot}{suffix[:12]}" if stem else f"document{dot}{suffix[:12]}"


def title_of(name: str) -> str:
    """``lena_marsh-zeugnis.pdf`` → ``lena marsh zeugnis``: a title the person can better."""
    stem = PurePosixPath(safe_name(name)).stem
    return " ".join(re.sub(r"[_\-.]+", " ", stem).split()) or "Document"


def type_of(name: str) -> DocumentType:
    """What the name says the file is; ``OTHER`` when it says nothing."""
    words = re.sub(r"[_\-.]+", " ", name.casefold())
    return next((kind for kind, telling in _TELLING if re.search(telling, words)), DocumentType.OTHER)
