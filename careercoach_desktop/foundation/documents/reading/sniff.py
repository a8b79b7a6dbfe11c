"""What a file really is, judged by its bytes: names lie, and a mislabelled file should still be read."""

from __future__ import annotations

import io
import json
import re
import zipfile

PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
TEXT = "text/plain"
MARKDOWN = "text/markdown"
HTML = "text/html"
JSON = "application/json"
PNG = "image/png"
JPEG = "image/jpeg"

MEDIA_TYPES = (PDF, DOCX, TEXT, MARKDOWN, HTML, JSON, PNG, JPEG)
PICTURES = frozenset({PNG, JPEG})
PAGED = PICTURES | {PDF}
"""What has pages to look at."""

_HTML_START = re.compile(
    rb"^\s*(<!--.*?-->\s*)*(<\?xml[^>]*>\s*)?<(!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL
)
_MARKDOWN = re.compile(r"^#{1,6} \S|\*\*\S[^*]*\*\*|\[[^\]]+\]\((?:https?:|mailto:)", re.MULTILINE)


def media_type_of(data: bytes, file_name: str) -> str:
    """One of ``MEDIA_TYPES``, or ``""`` when the bytes are none of them. The name only tells Markdown from text."""
    if b"%PDF-" in data[:1024]:
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return DOCX if _has_word_document(data) else ""
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if data.startswith(b"\xff\xd8\xff"):
        return JPEG
    if _HTML_START.match(data[:4096]):
        return HTML
    text = decode(data)
    if text is None:
        return ""
    if text.lstrip()[:1] in {"{", "["} and _is_json(text):
        return JSON
    suffix = file_name.lower().rpartition(".")[2]
    if suffix in {"htm", "html", "xhtml"} and re.search(r"<(p|div|h[1-6]|li|table|br)\b", text[:20000], re.IGNORECASE):
        return HTML
    if suffix in {"md", "markdown"} or len(_MARKDOWN.findall(text)) >= 2:
        return MARKDOWN
    return TEXT


def decode(data: bytes) -> str | None:
    """Bytes as text: BOMs, UTF-8, UTF-16 without a mark, then Windows-1252; None when it is not text at all."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _try(data, "utf-16")
    if (text := _try(data, "utf-8-sig")) is not None:
        return text if _looks_like_text(text) else None
    if len(data) > 3 and data[1::2][:200].count(0) > len(data[1::2][:200]) * 0.4:
        return _try(data, "utf-16-le")
    text = _try(data, "cp1252") or data.decode("latin-1")
    return text if _looks_like_text(text) else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _looks_like_text(text: str) -> bool:
    sample = text[:20000]
    strange = sum(1 for char in sample if (ord(char) < 32 and char not in "\t\n\r\f\v") or char == "\ufffd")
    return strange <= len(sample) * 0.01


def _has_word_document(data: bytes) -> bool:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return any(name.lower().startswith("word/document") for name in archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        # A cut-off DOCX has lost its directory at the end but still starts with the names of its parts.
        return b"word/" in data[:20000] or b"[Content_Types].xml" in data[:20000]


def _is_json(text: str) -> bool:
    try:
        return isinstance(json.loads(text), (dict, list))
    except (ValueError, RecursionError):
        return False
