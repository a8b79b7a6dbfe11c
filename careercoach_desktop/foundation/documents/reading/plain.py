"""Plain text, Markdown and JSON as lines: paragraphs, headings, list marks and links, without positions."""

from __future__ import annotations

import re
from collections.abc import Callable

from careercoach_desktop.foundation.documents.model import CELL, Line, Link, SourceText, Word

from . import refusals
from .bounds import shortened
from .letters import decode
from .marks import BULLETS, ITEM_NUMBER, SOLID_BULLETS
from .sniff import JSON, MARKDOWN

HEADING_STYLE = re.compile(r"(?:heading|überschrift|titre|título|titolo|kop|标题|見出し)\s*([1-6])\b", re.IGNORECASE)
"""Names of the heading styles of word processors, with the level."""
_SPACES = re.compile(r"[ \u00a0\u2000-\u200a\u202f]{3,}|\s*\t\s*")
_MARK = re.compile(
    rf"^(?:[{re.escape(''.join(sorted(SOLID_BULLETS)))}]\s*|[{re.escape(''.join(sorted(BULLETS)))}]\s+"
    rf"|o\s{{2,}})(?=\S)"
)
_RULE = re.compile(r"^\s*([-=_*#~]\s*){3,}$")
_URL = re.compile(r"\b(?:https?://|www\.)[^\s<>()\[\]]+[^\s<>()\[\].,;:]")
_MD_LINK = re.compile(r"\[([^\]]*)\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)")
_MD_AUTO = re.compile(r"<((?:https?:|mailto:)[^>\s]+)>")
_MD_TAG = re.compile(r"</?(?:strong|em|b|i|u|br|small|sub|sup)\s*/?>", re.IGNORECASE)
_MD_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SET_ASIDE = 0xF0000
"""Where in Unicode nobody writes: an escaped sign waits there until the marks have been taken off."""
_MOST_MARKS = 80
"""Of emphasis in one line; looking for the other end of each takes the square of it."""
_MD_EMPHASIS = re.compile(r"(\*\*\*|\*\*|__|\*|(?<!\w)_|`)(?=\S)(.+?)(?<=\S)\1(?!\w)")


def reader(media_type: str) -> Callable[[bytes, object], SourceText]:
    """The reader for one of the text formats."""

    def read(data: bytes, _opens_section: object = None) -> SourceText:
        text = decode(data)
        if text is None:
            raise refusals.unknown_type()
        if media_type == MARKDOWN:
            return from_markdown(text)
        if media_type == JSON:
            return SourceText(JSON, tuple(make_line(row) for row in shortened(text) if row.strip()))
        return from_text(text)

    return read


def make_line(
    text: str, *, block: int = 0, bullet: bool = False, heading: int = 0, bold: bool = False, indent: float = 0.0
) -> Line:
    """A line without a box; its words are found in the text."""
    text = text.strip()
    words = tuple(Word(m.group(), m.start(), bold=bold) for m in re.finditer(r"\S+", text))
    links = tuple(Link(m.group(), m.start(), m.end()) for m in _URL.finditer(text))
    return Line(text, words=words, bullet=bullet, heading=heading, bold=bold, block=block, indent=indent, links=links)


def from_text(text: str) -> SourceText:
    """Plain text: blank lines part blocks, list marks are taken off, runs of spaces and tabs become cells."""
    lines: list[Line] = []
    block = 0
    for raw in shortened(text.replace("\f", "\n\n")):
        if not raw.strip() or _RULE.match(raw):
            block += 1
            continue
        indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
        body, bullet = take_mark(raw.strip())
        lines.append(make_line(_SPACES.sub(CELL, body), block=block, bullet=bullet, indent=indent * 5.0))
    return _with_links("text/plain", lines)


def take_mark(text: str) -> tuple[str, bool]:
    """The text without a leading list mark, and whether there was one."""
    found = _MARK.match(text)
    if found and len(text) > found.end() and not _RULE.match(text):
        return text[found.end() :], True
    return text, False


def from_markdown(text: str) -> SourceText:
    """Markdown: headings keep their level, emphasis marks go, link targets stay with their words."""
    lines: list[Line] = []
    block = 0
    for raw in shortened(text):
        if not raw.strip() or re.match(r"^\s*([-*_]\s*){3,}$", raw) or re.match(r"^\s*\|?[\s:|-]+\|[\s:|-]*$", raw):
            block += 1
            continue
        if re.match(r"^=+\s*$|^-+\s*$", raw) and lines and not lines[-1].bullet:
            lines[-1] = _markdown_line(lines[-1].text, block, 1 if raw.startswith("=") else 2)
            continue
        head = re.match(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$", raw)
        if head:
            block += 1
            lines.append(_markdown_line(head.group(2), block, len(head.group(1))))
            continue
        lines.append(_markdown_line(raw, block, 0))
    return _with_links(MARKDOWN, lines)


def _markdown_line(raw: str, block: int, heading: int) -> Line:
    indent = len(raw.expandtabs(4)) - len(raw.expandtabs(4).lstrip())
    body = re.sub(r"^\s*>\s?", "", _MD_ESCAPED.sub(_set_aside, raw)).strip()
    bullet = False
    if not heading:
        item = re.match(rf"^(?:[-+*•]\s+|{ITEM_NUMBER})", body)
        bullet, body = (True, body[item.end() :]) if item else (False, body)
        if body.startswith("|"):
            body = CELL.join(cell.strip() for cell in body.strip("|").split("|"))
    targets: list[tuple[str, str]] = []

    def keep(match: re.Match[str]) -> str:
        targets.append((_without_marks(match.group(1)), _brought_back(match.group(2))))
        return match.group(1)

    body = _MD_AUTO.sub(lambda m: m.group(1).removeprefix("mailto:"), _MD_LINK.sub(keep, body))
    plain = _without_marks(body)
    bold = bool(re.match(r"^(\*\*|__)", body)) and body.rstrip().endswith(("**", "__"))
    line = make_line(
        plain, block=block, bullet=bullet, heading=heading, bold=bold or bool(heading), indent=indent * 5.0
    )
    links = list(line.links)
    for label, target in targets:
        at = line.text.find(label) if label else -1
        if at >= 0:
            links.append(Link(target, at, at + len(label)))
    return Line(
        line.text,
        words=line.words,
        bullet=bullet,
        heading=heading,
        bold=line.bold,
        block=block,
        indent=line.indent,
        links=tuple(links),
    )


def _without_marks(text: str) -> str:
    """The words alone; what was escaped is itself again."""
    text = _MD_TAG.sub("", text)
    for _ in range(3 if sum(map(text.count, "*_`")) <= _MOST_MARKS else 0):
        text = _MD_EMPHASIS.sub(r"\2", text)
    return _brought_back(text)


def _set_aside(escaped: re.Match[str]) -> str:
    return chr(_SET_ASIDE + ord(escaped.group(1)))


def _brought_back(text: str) -> str:
    return re.sub("[\U000f0021-\U000f007e]", lambda aside: chr(ord(aside.group()) - _SET_ASIDE), text)


def _with_links(media_type: str, lines: list[Line]) -> SourceText:
    targets = dict.fromkeys(link.target for line in lines for link in line.links)
    return SourceText(media_type, tuple(lines), links=tuple(targets))
