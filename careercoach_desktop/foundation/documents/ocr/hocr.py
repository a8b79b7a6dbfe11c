"""Tesseract's own report of a page (hOCR): its lines with slope and height, its words with boxes and confidence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree as ET

_LINES = ("ocr_line", "ocr_header", "ocr_textfloat", "ocr_caption")


@dataclass(slots=True)
class RawWord:
    """A word in pixels of the picture; ``confidence`` 0..1."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    bold: bool = False


@dataclass(slots=True)
class RawLine:
    """A line in pixels. At ``x`` its baseline stands at ``base + slope * x``; ``height``: from the foot of a g to the
    head of an l."""

    words: list[RawWord] = field(default_factory=list)
    slope: float = 0.0
    base: float = 0.0
    height: float = 0.0

    def baseline(self, x: float) -> float:
        return self.base + self.slope * x

    def mean_confidence(self) -> float:
        """Of the words with letters or digits, by their length."""
        letters = [word for word in self.words if any(char.isalnum() for char in word.text)]
        total = sum(len(word.text) for word in letters)
        return sum(word.confidence * len(word.text) for word in letters) / total if total else 0.0

    @property
    def width(self) -> int:
        return self.words[-1].right - self.words[0].left if self.words else 0


def lines(report: bytes) -> list[RawLine]:
    """The lines of a report in its order; none when it is no report."""
    try:
        root = ET.fromstring(report)  # noqa: S314 - written by the program we started, without entities of its own
    except ET.ParseError:
        return []
    return [line for element in root.iter() if element.get("class") in _LINES and (line := _line(element)).words]


def _line(element: ET.Element) -> RawLine:
    title = element.get("title", "")
    left, _top, _right, bottom = _numbers(title, "bbox", 4)
    slope, offset = _numbers(title, "baseline", 2)
    line = RawLine(list(_words(element)), slope, bottom + offset - slope * left)
    (line.height,) = _numbers(title, "x_size", 1)
    return line


def _words(element: ET.Element) -> Iterator[RawWord]:
    for part in element.iter():
        text = "".join(part.itertext()).strip() if part.get("class") == "ocrx_word" else ""
        if text:
            title = part.get("title", "")
            left, top, right, bottom = (int(number) for number in _numbers(title, "bbox", 4))
            (confidence,) = _numbers(title, "x_wconf", 1)
            yield RawWord(text, left, top, right, bottom, confidence / 100)


def _numbers(title: str, name: str, count: int) -> list[float]:
    found = re.search(rf"\b{name}((?: -?[\d.]+){{{count}}})", title)
    return [float(number) for number in found[1].split()] if found else [0.0] * count
