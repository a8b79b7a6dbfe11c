"""What a PDF asks of whoever opens it, added up before PDFium tries: a library in C that runs out of memory takes its
whole process with it, and no limit from outside turns that into an answer.

Counted are the drawing instructions, how often forms draw forms, the pixels of pictures and the specks of patterns.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from . import refusals
from .pdf_streams import Stream, objects, streams

MAX_DRAWING = 16 * 2**20
"""Bytes of one stream of drawing instructions; a page of a résumé has some 50 KB, with drawn pictures a megabyte."""
MAX_FONT = 64 * 2**20
"""A whole font of Chinese takes some 20 MB."""
MAX_ALL = 100 * 2**20
"""Bytes of all streams but pictures and fonts: programs for drawing keep megabytes of their own in a file."""
MAX_SHOWN = 300_000
"""Pieces of text of the whole file."""
MAX_PAINTED = 600_000
"""Paths and clips of the whole file."""
MAX_FORMS = 20_000
"""How often forms may be drawn in all, those inside others counted as often as they are."""
MAX_PIXELS = 200_000_000
_MAX_LEVELS = 40
_WORTH_COUNTING = 100_000
"""Bytes; what is shorter draws little, and there are at most some thousand streams."""
_OTHER_KINDS = (b"/Metadata", b"/XRef", b"/EmbeddedFile")
_FONT = re.compile(rb"/Length1\b|/Type1C|/CIDFontType0C|/OpenType")
_SIDES = tuple(re.compile(rb"/(?:" + side + rb")\s+(\d+)") for side in (b"Width|W", b"Height|H"))
_STEP = re.compile(rb"/[XY]Step\s+([-+.\d]+)")
_DRAWS = re.compile(rb"/([^\s/<>\[\]()%]+)\s+Do\b")
_SHOWS = re.compile(rb"T[jJ]|['\"](?=[\s\[(<])")
_PAINTS = re.compile(rb"(?<![A-Za-z])(?:[SsfFBbn]\*?|W\*?|sh|Do|BI)(?![A-Za-z*])")
_REFERENCE = rb"(\d+)\s+\d+\s+R"
_NAMED = re.compile(rb"/([^\s/<>\[\]()%]+)\s+" + _REFERENCE)


def weigh(data: bytes) -> None:
    """Raises ``UserError`` (``file-suspicious``) for a file that would take more than any document needs."""
    if b"/Encrypt" in data:
        return
    left, shown, painted = MAX_ALL, 0, 0
    forms: dict[int, tuple[bytes, bytes]] = {}
    for stream in streams(data):
        if b"/Image" in stream.head or b"/ImageMask" in stream.head:
            _weigh_picture(stream)
            continue
        if any(kind in stream.head for kind in _OTHER_KINDS):
            continue
        if any(0 < abs(_number(step)) < 0.01 for step in _STEP.findall(stream.head)):
            raise refusals.suspicious("it draws a pattern finer than any printer")
        is_font = _FONT.search(stream.head) is not None
        content = stream.unpacked(MAX_FONT if is_font else min(MAX_DRAWING, left))
        if content is None:
            raise refusals.suspicious("it would unpack to far more than a document holds")
        if not is_font and b"/ObjStm" not in stream.head:
            left -= len(content)
            forms[stream.number] = (stream.head, content)
            if len(content) > _WORTH_COUNTING:
                shown += sum(1 for _ in _SHOWS.finditer(content))
                painted += sum(1 for _ in _PAINTS.finditer(content))
        if shown > MAX_SHOWN or painted > MAX_PAINTED:
            raise refusals.suspicious("it draws far more than a page holds")
    if sum(b"/Form" in head for head, _content in forms.values()):
        _weigh_forms(data, forms)


def _weigh_picture(stream: Stream) -> None:
    sides = [found for pattern in _SIDES if (found := pattern.search(stream.head))]
    if len(sides) == 2 and int(sides[0].group(1)) * int(sides[1].group(1)) > MAX_PIXELS:
        raise refusals.suspicious("it holds a picture larger than any")


def _weigh_forms(data: bytes, contents: dict[int, tuple[bytes, bytes]]) -> None:
    """How often forms are drawn when every one draws what it names, to the depth at which PDFium stops."""
    others = objects(data)
    draws: dict[int, Counter[int]] = {}
    for number, (head, content) in contents.items():
        if b"/Form" in head:
            named = _names(head, others)
            counted = Counter(found.group(1) for found in _DRAWS.finditer(content))
            draws[number] = Counter()
            for name, times in counted.items():
                if named.get(name) in contents:
                    draws[number][named[name]] += times

    @cache
    def cost(number: int, level: int) -> int:
        if level == 0:
            return 1
        inner = sum(times * cost(inside, level - 1) for inside, times in draws.get(number, Counter()).items())
        return min(1 + inner, MAX_FORMS + 1)

    for level in range(_MAX_LEVELS):  # from below, so that no call goes deep
        if any(cost(number, level) > MAX_FORMS for number in draws):
            raise refusals.suspicious("what it draws draws itself over and over")


def _names(head: bytes, others: dict[int, bytes]) -> dict[bytes, int]:
    """What the names in a form's resources stand for; a dictionary of its own may hold them."""
    known = head
    for key in (b"/Resources", b"/XObject"):
        if found := re.search(key + rb"\s+" + _REFERENCE, known):
            known += b" " + others.get(int(found.group(1)), b"")
    return {name: int(number) for name, number in _NAMED.findall(known)}


def _number(text: bytes) -> float:
    try:
        return float(text)
    except ValueError:
        return 0.0
