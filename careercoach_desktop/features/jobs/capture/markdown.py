"""Descriptions as clean Markdown: headings, lists, bold, links and paragraphs, and nothing a page could smuggle in.

No HTML, script, image or tracking survives, and text that merely looks like Markdown or HTML is escaped, so that what
is shown later is what the posting said.
"""

from __future__ import annotations

import html as entities
import re
from dataclasses import dataclass, field
from urllib.parse import urljoin

from careercoach_desktop.features.jobs.capture.outline import BLOCKS, HEADINGS, TEXT, Outline, parse
from careercoach_desktop.features.jobs.capture.tables import rows_of, written
from careercoach_desktop.features.jobs.capture.urls import without_tracking
from careercoach_desktop.features.jobs.capture.wording import visible

_TAGS = re.compile(
    r"</?(?:p|br|div|ul|ol|li|b|strong|em|i|u|a|span|h[1-6]|table|section|font|html|body|article|script|style"
    r"|img)\b[^<>]{0,2000}>",
    re.IGNORECASE,
)
_BLOCK_TAGS = re.compile(r"<(?:p|br|div|ul|ol|li|h[1-6]|table|section|article)\b", re.IGNORECASE)
_ESCAPED_TAGS = re.compile(r"&(?:amp;)?lt;/?(?:p|br|div|ul|ol|li|b|strong|em|span|h[1-6])\b", re.IGNORECASE)
_SPECIAL = re.compile(r"([\\`*\[\]<]|(?<![^\W_])_|_(?![^\W_])|~~|&(?=#?\w{1,32};))")
_LINE_START = re.compile(
    r"\A(\s*)(?:(#{1,6}(?=\s|\Z)|>|[-+](?=\s|\Z)|~{3,}|[=-]{2,}\s*\Z|\|?\s*:?-{2,}.*\|)|(\d{1,9})([.)])(?=\s|\Z))"
)
_BULLET = re.compile(r"\A\s*(?:[•·▪■●○◦‣➢➤►▸✓✔✅→‧∙⁃]|[*–—-](?=\s)|o(?=\s{2,}))\s*(?=\S)")
_NUMBERED = re.compile(r"\A\s*(\d{1,2})[.)]\s+(?=\S)")
_MAP_LINK = re.compile(
    r"https?://(?:[\w.]*google\.[\w.]+/maps|maps\.|[\w.]*mapy\.cz|[\w.]*openstreetmap\.org|goo\.gl/maps)"
)
_MOST_CHARACTERS = 200_000


def escape(text: str) -> str:
    """``text`` so that Markdown shows it literally."""
    escaped = _SPECIAL.sub(lambda found: "".join(f"\\{char}" for char in found[0]), text)
    return _LINE_START.sub(_escape_start, escaped)


def plain(markdown: str) -> str:
    """Markdown of ours back to words: no marks, no escapes, links as their text."""
    text = re.sub(r"(?<!\\)\[((?:[^\[\]\\]|\\.)*)\]\([^()\s]*\)", r"\1", markdown)
    text = re.sub(r"(?<!\\)\*+", "", text)
    text = re.sub(r"^\|(?: --- \|)+$\n?|^\| | \|$", "", text, flags=re.MULTILINE).replace("&#124;", "|")
    text = re.sub(r"^\s*(?:#{1,6}|[-+]|\d+\.)\s+", "", text, flags=re.MULTILINE)
    return re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text).strip()


def from_markup(text: str, base: str = "") -> str:
    """A description field, which may be HTML, HTML escaped once or twice, or plain text, as Markdown."""
    for _ in range(2):
        if not _TAGS.search(text) and _ESCAPED_TAGS.search(text):
            text = entities.unescape(text)
    if not _TAGS.search(text):
        return from_text(entities.unescape(text))
    if not _BLOCK_TAGS.search(text):
        text = text.replace("\n", "<br>")
    tree = parse(text)
    return from_outline(Outline(tree.body), 0, base) if tree.body is not None else ""


def from_text(text: str) -> str:
    """Plain text as Markdown: paragraphs, bullets and numbered lines kept, lines broken for width joined."""
    blocks: list[str] = []
    for paragraph in re.split(r"\n\s*\n", visible(text).strip()[:_MOST_CHARACTERS]):
        lines = [line.strip() for line in paragraph.split("\n") if line.strip()]
        blocks += _blocks_of(_joined(lines))
    return _assemble(blocks)


def from_outline(outline: Outline, place: int, base: str = "", skipped: frozenset[int] = frozenset()) -> str:
    """Everything seen inside one element as Markdown, ``skipped`` left out. ``base`` resolves relative links."""
    writer = _Writer(base)
    closing: list[tuple[int, int]] = []
    inner = place
    while inner < outline.ends[place]:
        while closing and closing[-1][0] <= inner:
            writer.close(outline.tags[closing.pop()[1]])
        if inner in skipped or outline.unseen(inner):
            inner = outline.ends[inner]
            continue
        tag = outline.tags[inner]
        if tag == "table" and (table := _table(outline, inner, base)):
            writer.add_block(table)
            inner = outline.ends[inner]
            continue
        if tag == TEXT:
            writer.add_text(outline.text(inner))
        else:
            writer.open(tag, outline.nodes[inner].attributes.get("href") if tag == "a" else None)
            closing.append((outline.ends[inner], inner))
        inner += 1
        if writer.size > _MOST_CHARACTERS:
            break
    while closing:
        writer.close(outline.tags[closing.pop()[1]])
    return _assemble(writer.finish())


def _table(outline: Outline, place: int, base: str) -> str:
    """A table of data with its rows kept; empty for one that only lays the page out."""
    rows = rows_of(outline, place)
    inside = (
        [[from_outline(outline, cell, base).removeprefix("**").removesuffix("**") for cell in rows[0]]] if rows else []
    )
    inside += [[from_outline(outline, cell, base) for cell in row] for row in rows[1:]]
    return written(inside) if rows else ""


@dataclass(slots=True)
class _Run:
    text: str
    bold: bool
    italic: bool
    link: str


@dataclass(slots=True)
class _List:
    ordered: bool
    count: int = 0


@dataclass(slots=True)
class _Writer:
    """Collects runs of text until a block ends, then writes the block."""

    base: str
    size: int = 0
    _blocks: list[str] = field(default_factory=list)
    _runs: list[_Run] = field(default_factory=list)
    _bold: int = 0
    _italic: int = 0
    _links: list[str] = field(default_factory=list)
    _lists: list[_List] = field(default_factory=list)
    _marker: str = ""
    _hanging: str = ""
    _heading: int = 0
    _preformatted: int = 0

    def open(self, tag: str, href: str | None) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag in HEADINGS:
            self._heading = int(tag[1])
        elif tag in {"b", "strong", "dt", "th"}:
            self._bold += 1
        elif tag in {"i", "em"}:
            self._italic += 1
        elif tag == "a":
            self._links.append(self._address(href or ""))
        elif tag in {"ul", "ol", "menu"}:
            self._lists.append(_List(ordered=tag == "ol"))
        elif tag == "li":
            self._begin_item()
        elif tag == "br":
            self._runs.append(_Run("\n", bold=False, italic=False, link=""))
        elif tag == "pre":
            self._preformatted += 1

    def close(self, tag: str) -> None:
        if tag in BLOCKS:
            self._flush()
        if tag in HEADINGS:
            self._heading = 0
        elif tag in {"b", "strong", "dt", "th"}:
            self._bold -= 1
        elif tag in {"i", "em"}:
            self._italic -= 1
        elif tag == "a":
            self._links.pop()
        elif tag in {"ul", "ol", "menu"}:
            self._lists.pop()
        elif tag == "pre":
            self._preformatted -= 1
        if tag in {"li", "ul", "ol", "menu"}:
            self._marker = self._hanging = ""

    def add_text(self, text: str) -> None:
        text = visible(text)
        if not self._preformatted:
            text = text.replace("\n", " ")
        self.size += len(text)
        link = self._links[-1] if self._links else ""
        run = _Run(text, bold=self._bold > 0, italic=self._italic > 0, link=link)
        last = self._runs[-1] if self._runs else None
        if (
            last is not None
            and last.text != "\n"
            and (last.bold, last.italic, last.link) == (run.bold, run.italic, run.link)
        ):
            last.text += text
        else:
            self._runs.append(run)

    def add_block(self, block: str) -> None:
        """A block that is written already."""
        self._flush()
        self._blocks.append(block)
        self.size += len(block)

    def finish(self) -> list[str]:
        self._flush()
        return self._blocks

    def _begin_item(self) -> None:
        if not self._lists:
            self._lists.append(_List(ordered=False))
        current = self._lists[-1]
        current.count += 1
        indent = "  " * (min(len(self._lists), 4) - 1)
        self._marker = f"{indent}{current.count}. " if current.ordered else f"{indent}- "

    def _address(self, href: str) -> str:
        href = href.strip()
        if re.fullmatch(r"mailto:[^\s()<>?\"]{3,200}", href.partition("?")[0], re.IGNORECASE):
            return href.partition("?")[0]
        try:
            address = without_tracking(urljoin(self.base, href)) if href and not href.startswith("#") else ""
        except ValueError:
            return ""
        if _MAP_LINK.match(address):
            return ""
        return re.sub(r"[\s()<>\[\]\"'`\\*|]", lambda found: f"%{ord(found[0]):02X}", address)

    def _flush(self) -> None:
        lines = _lines_of(self._runs)
        self._runs = []
        if not lines:
            return
        if self._heading:
            words = " ".join(" ".join(run.text for run in line) for line in lines).split()
            level = "#" * min(max(self._heading, 2), 4)
            self._blocks.append(f"{level} {_SPECIAL.sub(lambda found: chr(92) + found[0], ' '.join(words))}")
            return
        written = [_write_line(line) for line in lines]
        if self._marker:
            self._hanging = " " * len(self._marker)
            self._blocks.append(self._marker + f"  \n{self._hanging}".join(line for line in written if line))
            self._marker = ""
        elif self._hanging:
            self._blocks += [self._hanging + line for line in written if line]
        else:
            self._blocks += _blocks_of(written, escaped=True)


def _lines_of(runs: list[_Run]) -> list[list[_Run]]:
    """Runs split at line breaks; an empty list stands for a blank line between others."""
    lines: list[list[_Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            if piece.strip() or (piece and lines[-1]):
                lines[-1].append(_Run(piece, run.bold, run.italic, run.link))
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return lines


def _write_line(line: list[_Run]) -> str:
    written = "".join(_write_run(run, at_start=number == 0) for number, run in enumerate(line))
    return re.sub(r" {2,}", " ", written).strip().replace("****", "")


def _write_run(run: _Run, *, at_start: bool) -> str:
    core = run.text.strip()
    if not core:
        return " " if run.text else ""
    marked = run.bold or run.italic or run.link
    bullet = _BULLET.match(core) or _NUMBERED.match(core)
    if at_start and not marked and bullet:
        words = core[: bullet.end()] + _SPECIAL.sub(lambda found: "\\" + found[0], core[bullet.end() :])
    elif at_start and not marked:
        words = escape(core)
    else:
        words = _SPECIAL.sub(lambda found: "".join(f"\\{char}" for char in found[0]), core)
    if run.link and core not in {"*", "#"}:
        words = f"[{words}]({run.link})"
    mark = ("**" if run.bold else "") + ("*" if run.italic else "")
    if mark and not re.search(r"\w", core):
        mark = ""
    before = " " if run.text[0].isspace() else ""
    after = " " if run.text[-1].isspace() else ""
    return f"{before}{mark}{words}{mark[::-1]}{after}"


def _joined(lines: list[str]) -> list[str]:
    """Lines that were broken only for width, put together again."""
    inner = [len(line) for line in lines[:-1]]
    wrapped = len(inner) >= 2 and all(45 <= length <= 110 for length in inner) and max(inner) - min(inner) < 35
    out: list[str] = []
    for line in lines:
        starts = _BULLET.match(line) or _NUMBERED.match(line)
        if wrapped and out and not starts:
            out[-1] += " " + line
        else:
            out.append(line)
    return out


def _blocks_of(lines: list[str], *, escaped: bool = False) -> list[str]:
    """One block per line; bullets become list items. ``escaped``: the lines are Markdown already."""
    blocks: list[str] = []
    for line in lines:
        text = line.strip()
        if not text:
            continue
        if found := _BULLET.match(text):
            rest = text[found.end() :]
            blocks.append("- " + (rest if escaped else escape(rest)))
        elif found := _NUMBERED.match(text):
            rest = text[found.end() :]
            blocks.append(f"{found[1]}. " + (rest if escaped else escape(rest)))
        else:
            blocks.append(text if escaped else escape(text))
    return blocks


def _assemble(blocks: list[str]) -> str:
    """Blocks with a blank line between them, items of one list without."""
    out: list[str] = []
    previous = ""
    for block in blocks:
        found = re.match(r"(\s*)(- |\d+\. )", block)
        kind = ("item" if found[1] else found[2][-2]) if found else "block"
        together = kind == previous or {kind, previous} in ({"item", "-"}, {"item", "."})
        out += ["\n" if found and together else "\n\n", block]
        previous = kind
    return "".join(out).strip()


def _escape_start(found: re.Match[str]) -> str:
    if found[2]:
        return f"{found[1]}\\{found[2]}"
    return f"{found[1]}{found[3]}\\{found[4]}"


def is_markup(text: str) -> bool:
    """Whether ``text`` holds HTML elements, plain or escaped."""
    return bool(_TAGS.search(text) or _ESCAPED_TAGS.search(text))
