"""What a file really is, judged by its bytes: names lie, and a mislabelled file should still be read."""

from __future__ import annotations

import json
import re

from . import archive
from .letters import decode

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
JSON = "application/json"
PNG = "image/png"
JPEG = "image/jpeg"

ODT = "application/vnd.oasis.opendocument.text"
RTF = "application/rtf"
LINKEDIN = "application/zip"
"""LinkedIn's data export: a zip of tables."""

MEDIA_TYPES = (PDF, DOCX, TEXT, MARKDOWN, HTML, JSON, ODT, RTF, LINKEDIN, PNG, JPEG)

_TABLES = frozenset({"profile.csv", "positions.csv", "education.csv", "skills.csv", "email addresses.csv"})
"""Two of them in one zip are LinkedIn's export."""
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PICTURES = frozenset({PNG, JPEG})
PAGED = PICTURES | {PDF}
"""What has pages to look at."""

_HTML_START = re.compile(
    # Atomic: a comment that was passed is never looked into again, which would take for ever.
    rb"^\s*(?>(?:<!--(?>.*?-->)\s*)*)(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\S[^*]*\*\*|\[[^\]]+\]\((?:https?:|mailto:)", re.MULTILINE)


def media_type_of(data: bytes, file_name: str) -> str:
    """One of ``MEDIA_TYPES``, or ``""`` when the bytes are none of them. The name only tells Markdown from text."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _kind_of_zip(data)
    if data[:64].lstrip().startswith(b"{\\rtf"):
        return RTF
    if data.startswith(_OLD_OFFICE):
        return ""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if _HTML_START.match(data[:4096]):
        return HTML
    text = decode(data)
    if text is None:
        return ""
    suffix = file_name.lower().rpartition(".")[2]
    if text.lstrip()[:1] in {"{", "["} and (suffix == "json" or _is_json(text)):
        return JSON
    if suffix in {"htm", "html", "xhtml"} and re.search(r"<(p|div|h[1-6]|li|table|br)\b", text[:20000], re.IGNORECASE):
        return HTML
    if suffix in {"md", "markdown"} or len(_MARKDOWN.findall(text)) >= 2:
        return MARKDOWN
    return TEXT


def is_beyond_reading(data: bytes) -> bool:
    """Whether the bytes are of a kind that can never be read (a film, a table, a zip of anything), so that keeping them
    leads nowhere. What is only damaged or locked is not: it can be looked for again. Quick, whatever the bytes are."""
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive.names_of(data) is not None and not _kind_of_zip(data)
    if b"%PDF-" in data[:1024] or data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"{\\rtf")):
        return False
    return data.startswith(_OLD_OFFICE) or decode(data) is None


def what_else(data: bytes) -> str:
    """What bytes are that are none of ``MEDIA_TYPES``, where we have a word for it: ``zip``, ``pages`` (Apple's),
    ``spreadsheet``, ``slides``, ``doc`` (Word until 2003); else ``""``."""
    if data.startswith(_OLD_OFFICE):
        return "doc" if "WordDocument".encode("utf-16-le") in data else ""
    if not data.startswith(b"PK"):
        return ""
    names = [name.lower() for name in archive.names_of(data) or []]
    kind = _mimetype(data)
    if any(name.startswith("xl/") for name in names) or "opendocument.spreadsheet" in kind:
        return "spreadsheet"
    if any(name.startswith("ppt/") for name in names) or "opendocument.presentation" in kind:
        return "slides"
    return "pages" if any(name.endswith(".iwa") for name in names) else "zip"


def _kind_of_zip(data: bytes) -> str:
    """A zip is told by what is in it, whatever it is called."""
    names = archive.names_of(data)
    if names is None:
        # A cut-off file has lost its directory at the end but still starts with the names of its parts.
        if b"opendocument.text" in data[:200]:
            return ODT
        return DOCX if b"word/" in data[:20000] or b"[Content_Types].xml" in data[:20000] else ""
    lower = [name.lower().replace("\\", "/") for name in names]
    if any(name.startswith("word/document") for name in lower):
        return DOCX
    if "content.xml" in lower and "opendocument.text" in _mimetype(data):
        return ODT
    tables = {name.rpartition("/")[2] for name in lower if not name.startswith("__macosx/")} & _TABLES
    return LINKEDIN if len(tables) >= 2 or tables & {"positions.csv", "email addresses.csv"} else ""


def _mimetype(data: bytes) -> str:
    """What an OpenDocument file says of itself: its first part, never packed, so that it can be read like this."""
    return data[30:200].decode("latin-1") if data[30:38] == b"mimetype" else ""


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), (dict, list))
    except (ValueError, RecursionError):
        return False
