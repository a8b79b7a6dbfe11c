"""Which lines belong to which section: by heading words first, then by the look those headings share."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from careercoach_desktop.foundation.documents.model import Line, SourceText

from .dates import periods
from .headings import Kind, kind_of, likely_kind, plain

_PAGE_FOOT = re.compile(
    r"^(?:.{0,60}?[\s–—|·-]+)?(?:page|seite|página|pagina|pag\.?|p\.)?\s*\d{1,3}\s*(?:/|of|von|de|di|sur"
    r"|van)\s*\d{1,3}$"
    r"|^(?:page|seite|página)\s+\d{1,3}$|^[-–]?\s*\d{1,2}\s*[-–]?$|^powered by\b.*|^last updated\b.*"
    r"|^(?:©|copyright\b).*|.*\blicen[cs]ed under\b.*",
    re.IGNORECASE,
)
_NAMED_FOOT = re.compile(r"^.{1,60}[\s–—|·,-]\s*(?:page|seite|página|pagina)?\s*(\d{1,3})$", re.IGNORECASE)
"""``Ada Wren · 2``; only a foot when the number is that of the page."""
_FACT = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?|\+?[\d\s()./-]{7,}", re.IGNORECASE
)
_INLINE = re.compile(r"^([^\W\d][^:：|\t]{2,30})\s*[:：]\s*(?=\S)")

_FAR_IN = 30.0
"""Points: no heading of a paper starts that far inside its column, unless it is centred."""
_Look = tuple[float, bool, bool, int]


@dataclass(frozen=True, slots=True)
class _PaperLook:
    """The size of running text, the largest size of a heading, the looks that only headings have, and the deepest
    outline level that names a section: what lies below it are entries. ``columns``: where headings that are known by
    their words stand, for each look and (``None``) for all; a sidebar's headings may look like the jobs beside it."""

    body: float
    largest: float
    headings: set[_Look]
    columns: dict[_Look | None, set[int]]
    deepest: int = 2


@dataclass(slots=True)
class SectionText:
    """The lines of one section. ``heading`` is None for what stands before the first heading."""

    kind: Kind
    title: str
    heading: Line | None
    lines: list[Line] = field(default_factory=list)


def sections(source: SourceText) -> list[SectionText]:
    """The document cut at its headings; the first part (kind ``CONTACT``) is the head of the page.

    A column that goes on over the page keeps its section, even when a sidebar of the next page is read in between.
    """
    feet = [line for line in source.lines if _contact_foot(line, source)]
    again = _repeated(source)
    lines = [line for line in source.lines if not _running(line, source) and line not in feet and id(line) not in again]
    lines = _whole_headings(lines)
    look = _paper_look(lines)
    out = [SectionText(Kind.CONTACT, "", None, feet)]
    open_at: dict[int, tuple[SectionText, int]] = {}
    previous: Line | None = None
    margins = _margins(lines)
    for index, line in enumerate(lines):
        margin = round(margins[line.page, line.column, line.block]) if source.pages else 0
        heading = _heading(line, look, begun=previous is not None)
        if heading is not None and previous is not None and _goes_on_below(previous, line, look):
            heading = None
        if heading is not None:
            title, kind, rest = heading
            out.append(SectionText(kind, title, line))
            if rest is not None:
                out[-1].lines.append(rest)
        else:
            if previous is not None and (line.page, line.column) != (previous.page, previous.column):
                if line.page == 0 and _names_someone(lines[index:], lines, look):
                    out.append(SectionText(Kind.CONTACT, "", None))
                _resume(out, open_at, margin, line)
            out[-1].lines.append(line)
        open_at[margin] = (out[-1], line.page)
        previous = line
    return _merged(out)


def _whole_headings(lines: list[Line]) -> list[Line]:
    """Headings of narrow columns that take two lines, as one line each."""
    out: list[Line] = []
    for line in lines:
        last = out[-1] if out else None
        if last is not None and _heading_goes_on(last, line):
            out[-1] = joined_lines(last, line)
        else:
            out.append(line)
    return out


def _heading_goes_on(last: Line, line: Line) -> bool:
    alike = _look(last) == _look(line) and (last.page, last.column) == (line.page, line.column)
    if not alike or last.box is None or line.box is None or not (_may_head(last) and _may_head(line)):
        return False
    near = 0 < line.box.top - last.box.top < 1.8 * max(line.size, 1)
    both = kind_of(f"{last.text.rstrip('-')} {line.text}") is not None
    half = kind_of(last.text) is None or kind_of(line.text) is None or last.text.endswith((" and", " und", " et", " &"))
    return near and both and half and len(last.text.split()) <= 3


def _running(line: Line, source: SourceText) -> bool:
    """Page numbers and lines that only repeat at the edge of the page."""
    if not source.pages or line.box is None:
        return False
    height = source.pages[line.page].height
    edge = line.box.bottom > 0.92 * height or line.box.top < 0.06 * height
    text = line.text.strip()
    numbered = _NAMED_FOOT.match(text)
    return edge and bool(_PAGE_FOOT.match(text) or (numbered and int(numbered.group(1)) == line.page + 1))


def _repeated(source: SourceText) -> set[int]:
    """Lines at the edge of a page that stood at the same place on a page before, apart from the text: running heads
    and feet. An entry that happens to begin on every page with the same words is none."""
    seen: set[tuple[str, int]] = set()
    again: dict[int, list[Line]] = {}
    for line in source.lines:
        if not source.pages or line.box is None or line.bullet:
            continue
        height = source.pages[line.page].height
        if line.box.top > 0.1 * height and line.box.bottom < 0.92 * height:
            continue
        places = [(plain(line.text), round(line.box.top / 4) + step) for step in (-1, 0, 1)]
        if line.page and any(place in seen for place in places):
            again.setdefault(line.page, []).append(line)
        seen.add(places[1])
    return {id(line) for page, lines in again.items() for line in lines if _is_apart(line, lines, source, page)}


def _is_apart(line: Line, others: list[Line], source: SourceText, page: int) -> bool:
    """Whether more than the usual gap parts a line, or the group it stands in, from the text of the page."""
    if line.box is None:
        return False
    height, group = source.pages[page].height, {id(each) for each in others}
    text = [each.box for each in source.lines if each.page == page and each.box is not None and id(each) not in group]
    boxes = [each.box for each in others if each.box is not None]
    is_head = line.box.top < height / 2
    inside = [box for box in boxes if (box.top < height / 2) == is_head]
    if is_head:
        gap = min((box.top for box in text), default=height) - max(box.bottom for box in inside)
    else:
        gap = min(box.top for box in inside) - max((box.bottom for box in text), default=0.0)
    return gap > 0.8 * line.size


def _contact_foot(line: Line, source: SourceText) -> bool:
    """A last line of a page with nothing but addresses: part of the head, wherever it is printed."""
    if not source.pages or line.box is None or line.box.top < 0.9 * source.pages[line.page].height:
        return False
    facts = [piece for piece in re.split(r"\s*[|•·,]\s*|\t+|\s{2,}", line.text) if piece.strip()]
    return bool(facts) and all(_FACT.fullmatch(fact.strip()) for fact in facts)


def _margins(lines: list[Line]) -> dict[tuple[int, int, int], float]:
    """The left edge of each column part: the line's own left edge without its indent."""
    out: dict[tuple[int, int, int], float] = {}
    for line in lines:
        left = line.box.left - line.indent if line.box else 0.0
        key = (line.page, line.column, line.block)
        out[key] = min(out.get(key, left), left)
    return out


def _resume(out: list[SectionText], open_at: dict[int, tuple[SectionText, int]], margin: int, line: Line) -> None:
    """Text that opens a page or a column without a heading continues what stood in the same column a page before."""
    before = [place for place, (_, page) in open_at.items() if page == line.page - 1 and abs(place - margin) <= 30]
    if not before:
        return
    old, _ = open_at[min(before, key=lambda place: abs(place - margin))]
    if old.heading is not out[-1].heading:
        out.append(SectionText(old.kind, old.title, old.heading))


def _merged(found: list[SectionText]) -> list[SectionText]:
    """Parts of one section that a page break tore apart, put together again at the place of the first."""
    out: list[SectionText] = []
    for section in found:
        same = next((other for other in out if other.heading is section.heading), None)
        if same is not None:
            same.lines += section.lines
        else:
            out.append(section)
    return [section for section in out if section.lines or section.heading is not None]


def _look(line: Line) -> _Look:
    letters = [char for char in line.text if char.isalpha()]
    capitals = any(char.isupper() for char in letters) and not any(char.islower() for char in letters)
    return round(line.size * 2) / 2, line.bold, capitals, line.heading


def _names_someone(rest: list[Line], lines: list[Line], look: _PaperLook) -> bool:
    """Whether a column opens with the head of the page: the name, in the largest letters of all, or a line or two
    before its first heading."""
    largest = max(line.size for line in lines)
    for count, line in enumerate(rest):
        if line.column != rest[0].column or line.page:
            return False
        if _heading(line, look, begun=True):
            return 0 < count <= 3 and not any(before.bullet for before in rest[:count])
        if line.size > 0.9 * largest > 1.1 * look.body:
            return True
    return False


def _body_size(lines: list[Line]) -> float:
    """The size most letters are set in."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _paper_look(lines: list[Line]) -> _PaperLook:
    """The looks of lines that are headings by their words, when hardly anything else looks like that."""
    body = _body_size(lines)
    named = Counter(_look(line) for line in lines if _may_head(line) and kind_of(line.text))
    every = Counter(_look(line) for line in lines)
    out = set()
    for look, count in named.items():
        size, bold, capitals, level = look
        distinct = size > body + 0.4 or capitals or level > 0 or (bold and every[look] <= 2 * count)
        if count >= 2 and distinct and every[look] <= 3 * count + 2:
            out.add(look)
    columns: dict[_Look | None, set[int]] = {None: set()}
    for line in lines:
        if _may_head(line) and kind_of(line.text):
            columns.setdefault(_look(line), set()).add(line.column)
            if _look(line) in out or line.size > body + 0.4:
                columns[None].add(line.column)
    deepest = max((level for *_, level in named if level), default=2)
    return _PaperLook(body, max((size for size, *_ in named), default=body), out, columns, min(deepest, 2))


def _may_head(line: Line) -> bool:
    """An icon before a heading is easily taken for a list mark, so a marked line may head when it looks the part."""
    decorated = line.bold or line.text.upper() == line.text
    return (not line.bullet or decorated) and len(line.text) <= 60 and "\t" not in line.text


def _heading(line: Line, look: _PaperLook, *, begun: bool) -> tuple[str, Kind, Line | None] | None:
    """Title, kind and text on the same line behind it, when the line opens a section."""
    text = line.text.strip()
    if line.heading == 1 and not begun:
        return None
    if _spaced_out(line):
        return text.replace("\t", " ").strip(" :：■●•»›|"), kind_of(text.replace("\t", " ")) or Kind.OTHER, None
    if _may_head(line):
        kind = kind_of(text)
        if kind is not None and _stands_out(line, look):
            return text.strip(" :：■●•»›|"), kind, None
        if begun and not line.bullet and _looks_the_part(line, look) and _short_title(text):
            return text.strip(" :："), likely_kind(text), None
        if 0 < line.heading <= look.deepest and begun and _short_title(text):
            return text.strip(" :："), likely_kind(text), None
    return _heading_cell(line, look)


def _looks_the_part(line: Line, look: _PaperLook) -> bool:
    own = _look(line)
    elsewhere = line.column in look.columns[None] and line.column not in look.columns.get(own, set())
    return own in look.headings and not elsewhere


def _goes_on_below(previous: Line, line: Line, look: _PaperLook) -> bool:
    """Whether a word that could be a heading only ends the line above (``MSc in | Informatics``): right below it, set
    like it, further in than the margin, and unlike the headings of the paper."""
    together = (previous.page, previous.column, previous.block) == (line.page, line.column, line.block)
    alike = abs(previous.size - line.size) < 0.3 and bool(previous.words) and previous.words[-1].bold == line.bold
    return together and alike and line.indent > _FAR_IN and bool(look.headings) and _look(line) not in look.headings


def _spaced_out(line: Line) -> bool:
    """``WORK ⇥ EXPERIENCE``: a heading set so wide that its words look like cells."""
    alike = len({(word.size, word.bold) for word in line.words}) == 1
    wide = "\t" in line.text and not line.bullet and line.text.isupper() and alike
    return wide and kind_of(line.text.replace("\t", " ")) is not None


def _short_title(text: str) -> bool:
    words = text.split()
    return len(words) <= 6 and not periods(text) and "@" not in text and not text.endswith((".", ",", ";"))


def _stands_out(line: Line, look: _PaperLook) -> bool:
    """Words alone are enough unless the line looks like running text while headings look different."""
    text = line.text.strip()
    if text[:1].islower() or text.endswith((".", ",")):
        return False
    if _look(line) in look.headings or line.heading:
        return True
    if text.endswith((":", "：")) and line.size < look.largest - 0.4:
        # "Achievements:" inside a job, on a paper whose headings are larger.
        return False
    if not look.headings:
        return True
    # A sidebar sets its headings in a look of its own.
    return line.bold or text.isupper() or line.size > look.body + 0.4


def _heading_cell(line: Line, look: _PaperLook) -> tuple[str, Kind, Line | None] | None:
    """A heading in the margin beside its first line: ``Experience ⇥ ACME Ltd``.

    On a paper whose headings have lines of their own it must look like them: ``**Languages** ⇥ Python, Go`` below
    ``SKILLS`` is a row of that section.
    """
    if line.bullet or "\t" not in line.text or not line.words:
        return None
    first = line.text.split("\t")[0].strip()
    kind = kind_of(first)
    if kind is None or first.endswith(":") or periods(first):
        return None
    bold = all(word.bold for word in line.words if word.start < len(first))
    if not bold and not first.isupper() and (line.words[0].size, bold) == (line.words[-1].size, line.words[-1].bold):
        return None
    cell = replace(line, text=first, size=line.words[0].size, bold=bold)
    if look.headings and _look(cell) not in look.headings:
        return None
    start = line.text.index("\t") + 1
    return first, kind, cut(line, start)


def cut(line: Line, start: int) -> Line:
    """The line from character ``start`` on, as a line of its own."""
    words = tuple(
        type(word)(word.text, word.start - start, word.box, word.size, word.bold, word.italic)
        for word in line.words
        if word.start >= start
    )
    links = tuple(type(i)(i.target, i.start - start, i.end - start) for i in line.links if i.start >= start)
    boxes = [word.box for word in words if word.box is not None]
    box = boxes[0] if boxes else line.box
    for more in boxes[1:]:
        box = box.union(more) if box is not None else more
    return Line(
        line.text[start:],
        line.page,
        words,
        box,
        line.size,
        line.bold,
        line.italic,
        line.bullet,
        line.indent,
        line.column,
        line.block,
        0,
        links,
    )


def joined_lines(first: Line, second: Line, between: str = " ") -> Line:
    """Two printed lines as one, each word still with its own place on the page."""
    shift = len(first.text) + len(between)
    words = (*first.words, *(replace(word, start=word.start + shift) for word in second.words))
    links = (*first.links, *(replace(k, start=k.start + shift, end=k.end + shift) for k in second.links))
    box = first.box.union(second.box) if first.box is not None and second.box is not None else first.box
    return replace(first, text=f"{first.text}{between}{second.text}", words=words, links=links, box=box)


def inline_label(line: Line) -> tuple[str, Kind, int] | None:
    """``Languages: English, German``: the label, its kind and where the text behind it begins."""
    found = _INLINE.match(line.text.replace("\t", " "))
    if not found:
        return None
    kind = kind_of(found.group(1))
    return (found.group(1).strip(), kind, found.end()) if kind else None
