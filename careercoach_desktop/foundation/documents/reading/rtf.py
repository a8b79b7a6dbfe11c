"""RTF: paragraphs, headings, lists, tables, text boxes and links.

Read here because the library for it gives bare text: no bold, no sizes, no headings, and a table's cells in any order.
What is not asked for (pictures, embedded objects, the tables of fonts and colours) is passed over unseen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from careercoach_desktop.foundation.documents.model import Line, SourceText

from . import refusals
from .bounds import MAX_LINES
from .plain import HEADING_STYLE
from .rtf_tokens import SIGNS, Token, code_page, decoded, known_page, tokens
from .runs import MAX_PARAGRAPH, Run, joined, line_of, split_lines
from .sniff import RTF

_MAX_DEPTH = 500
_SKIPPED_NAMES = (
    "colortbl info pict object footer footerl footerr footerf footnote annotation xe tc private sp shprslt nonshppict "
    "listtable listoverridetable atnid atnauthor ftnsep aftnsep rsidtbl generator revtbl filetbl bkmkstart "
    "bkmkend datafield formfield objdata themedata datastore latentstyles"
)
_SKIPPED = frozenset(_SKIPPED_NAMES.split())
_ENTERED = frozenset({"fldinst", "shpinst", "shptxt", "shppict", "pntext", "pn"})
"""Destinations that are marked "skip me if you don't know me" and that we know."""
_HEADERS = frozenset({"header", "headerl", "headerr", "headerf"})
_LINK = re.compile(r'HYPERLINK\s+(?:\\[a-z]\s+)*"?([^"\s]+)')


def read(data: bytes, _opens_section: object = None) -> SourceText:
    """The text of an RTF file. Raises ``UserError`` ``file-damaged`` or ``file-suspicious``."""
    reader = _Reader()
    for token in tokens(data):
        reader.take(token)
        if len(reader.lines) > MAX_LINES:
            break
    reader.finish()
    targets = dict.fromkeys(link.target for line in reader.lines for link in line.links)
    return SourceText(RTF, tuple(reader.lines), links=tuple(targets))


@dataclass
class _Group:
    """What holds between two braces; the group inside starts with a copy."""

    place: str = "body"
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    size: float = 12.0
    page: str = ""
    fallback: int = 1
    target: str = ""
    field: list[str] = field(default_factory=list)
    aside: list[Run] | None = None
    """The paragraph that a text box interrupts."""


@dataclass
class _Paragraph:
    style: int = 0
    level: int = 0
    indent: float = 0.0
    in_table: bool = False


class _Reader:
    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._group = _Group()
        self._stack: list[_Group] = []
        self._page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._headings: dict[int, int] = {}
        self._naming = 0
        self._paragraph = _Paragraph()
        self._listed = False
        self._runs: list[Run] = []
        self._letters = 0
        self._cells: list[list[Line]] = [[]]
        self._bytes = ""
        self._to_skip = 0
        self._may_be_skipped = False
        self._block = 0
        self._had_header = False

    def take(self, token: Token) -> None:
        if self._bytes and token.kind != "byte":
            self._write_bytes(token)
        if self._to_skip and token.kind in {"text", "byte"}:  # what programs without Unicode show instead
            cut = min(self._to_skip, len(token.text))
            self._to_skip -= cut
            token = token._replace(text=token.text[cut:])
        elif self._to_skip and (token.kind == "symbol" or token.text in SIGNS):
            self._to_skip -= 1
            return
        elif token.kind in {"open", "close"}:
            self._to_skip = 0
        if token.kind == "open":
            self._open()
        elif token.kind == "close":
            self._close()
        elif token.kind == "word":
            self._word(token.text, token.number)
        elif token.kind == "symbol":
            self._symbol(token.text)
        elif token.kind == "byte" and token.text:
            self._bytes += token.text
        elif token.text:
            self._write(decoded(token.text, self._group.page or self._page))

    def finish(self) -> None:
        self._end_paragraph()
        self._end_row()

    # --- groups ------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        if len(self._stack) >= _MAX_DEPTH:
            raise refusals.suspicious("it is nested deeper than any document")
        self._stack.append(self._group)
        self._group = replace(self._group, aside=None)
        self._may_be_skipped = False

    def _close(self) -> None:
        closed = self._group
        if not self._stack:
            return
        if closed.place == "shptxt" and closed.aside is not None:
            self._end_paragraph()
            self._block += 1
            self._runs = closed.aside
        if closed.place in _HEADERS and self._stack[-1].place not in _HEADERS:
            self._end_paragraph()
            self._block += 1
            self._had_header = True
        self._group = self._stack.pop()

    def _enter(self, word: str) -> bool:
        """Whether the word opens a destination; a group has the place it opens."""
        group, optional = self._group, self._may_be_skipped
        self._may_be_skipped = False
        if group.place == "skipped":
            return True
        if word in {"fonttbl", "stylesheet", "listtext", "fldrslt"} or word in _ENTERED:
            self._enter_known(word)
        elif word in _HEADERS:
            self._end_paragraph()
            group.place = "skipped" if self._had_header else word
        elif optional or word in _SKIPPED:
            group.place = "skipped"
        elif word == "field":
            group.field = []
        else:
            return False
        return True

    def _enter_known(self, word: str) -> None:
        group = self._group
        if word == "fldrslt":
            found = _LINK.search("".join(group.field))
            group.target = found.group(1) if found else ""
        elif word == "shptxt":
            group.place, group.aside, self._runs = word, self._runs, []
            self._block += 1
        elif word not in {"shpinst", "shppict"}:
            group.place = "listtext" if word == "pntext" else "skipped" if word == "pn" else word

    # --- words -------------------------------------------------------------------------------------------------

    def _word(self, word: str, number: int | None) -> None:
        if self._enter(word):
            return
        if word == "u":
            self._to_skip = self._group.fallback
            self._write(chr((number or 0) % 0x10000))
        elif word in SIGNS:
            self._write(SIGNS[word])
        elif word in {"par", "sect", "page", "column", "nestcell"}:
            self._end_paragraph(always=True)
        elif word in {"cell", "row", "nestrow"}:
            self._end_paragraph()
            self._cells.append([])
            if word != "cell":
                self._end_row()
        elif word == "ansicpg":
            self._page = known_page(number)
        elif word == "mac":
            self._page = "mac-roman"
        elif self._group.place == "fonttbl":
            self._note_font(word, number)
        elif self._group.place == "stylesheet":
            self._note_style(word, number)
        elif not self._look(word, number):
            self._shape(word, number)

    def _note_font(self, word: str, number: int | None) -> None:
        if word == "f":
            self._font = number or 0
        elif word == "fcharset":
            self._fonts[self._font] = code_page(number)

    def _note_style(self, word: str, number: int | None) -> None:
        if word == "s":
            self._naming = number or 0
        elif word == "outlinelevel" and 0 <= (number or 0) < 6:
            self._headings[self._naming] = (number or 0) + 1

    def _look(self, word: str, number: int | None) -> bool:
        group, on = self._group, number != 0
        match word:
            case "b":
                group.bold = on
            case "i":
                group.italic = on
            case "v" | "deleted":
                group.hidden = on
            case "fs":
                group.size = (number or 24) / 2
            case "f":
                group.page = self._fonts.get(number or 0, "")
            case "uc":
                group.fallback = min(max(number or 0, 0), 8)
            case "plain":
                group.bold = group.italic = group.hidden = False
                group.size, group.page = 12.0, ""
            case _:
                return False
        return True

    def _shape(self, word: str, number: int | None) -> None:
        match word:
            case "pard" if self._group.place != "listtext":
                self._paragraph = _Paragraph()
            case "s":
                self._paragraph.style = number or 0
            case "outlinelevel":
                self._paragraph.level = (number or 0) + 1 if (number or 0) < 6 else 0
            case "li" | "lin":
                self._paragraph.indent = max(number or 0, 0) / 20
            case "intbl":
                self._paragraph.in_table = True

    def _symbol(self, symbol: str) -> None:
        if symbol == "*":
            self._may_be_skipped = True
        elif symbol in "\\{}":
            self._write(symbol)
        elif symbol == "~":
            self._write("\u00a0")
        elif symbol == "_":
            self._write("-")
        elif symbol in "\r\n":
            self._end_paragraph(always=True)

    # --- text --------------------------------------------------------------------------------------------------

    def _write_bytes(self, following: Token) -> None:
        page, letters = self._group.page or self._page, self._bytes
        self._bytes = ""
        try:
            letters.encode("latin-1").decode(page)
        except UnicodeDecodeError:
            # The second half of a letter of two bytes may stand there as itself.
            if following.kind == "text":
                self._to_skip = 1
                letters += following.text[0]
        self._write(decoded(letters, page))

    def _write(self, text: str) -> None:
        group = self._group
        if group.place == "fldinst":
            group.field.append(text)
        elif group.place == "listtext":
            self._listed = self._listed or bool(text.strip())  # some write the mark before the paragraph's look
        elif group.place == "stylesheet":
            if found := HEADING_STYLE.search(text):
                self._headings.setdefault(self._naming, int(found.group(1)))
        elif group.place not in {"skipped", "fonttbl"} and not group.hidden:
            self._letters += len(text)
            if self._letters <= MAX_PARAGRAPH:
                self._runs.append(Run(text, group.bold, group.italic, group.size, group.target))

    def _end_paragraph(self, *, always: bool = False) -> None:
        if self._group.place in {"skipped", "fonttbl", "stylesheet", "listtext", "fldinst"}:
            return
        runs, shape = [run._replace(text=_whole(run.text)) for run in _merged(self._runs)], self._paragraph
        self._runs, self._letters = [], 0
        if not any(run.text.strip() for run in runs):
            self._block += 1 if always else 0
            return
        if not shape.in_table:
            self._end_row()
        heading = shape.level or self._headings.get(shape.style, 0)
        for index, row in enumerate(split_lines(runs)):
            listed = self._listed and index == 0
            line = line_of(row, block=self._block, listed=listed, heading=min(heading, 6), indent=shape.indent)
            if line is not None:
                (self._cells[-1] if shape.in_table else self.lines).append(line)
        self._listed = False

    def _end_row(self) -> None:
        cells, self._cells = [cell for cell in self._cells if cell], [[]]
        if not cells:
            return
        if all(len(cell) == 1 for cell in cells):
            self.lines.append(joined([cell[0] for cell in cells]))
            return
        for cell in cells:
            self._block += 1
            self.lines += [replace(line, block=self._block) for line in cell]
        self._block += 1


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours of one look as one run: halves of a letter come in two."""
    out: list[Run] = []
    for run in runs:
        if out and out[-1][1:] == run[1:]:
            out[-1] = out[-1]._replace(text=out[-1].text + run.text)
        else:
            out.append(run)
    return out


def _whole(text: str) -> str:
    """Letters beyond the first 65,536 are written in two halves."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace").replace("\u00ad", "")
