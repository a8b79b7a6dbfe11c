"""Whether a text stands in certain lines of the original, letter by letter, and exactly where.

Spacing, line ends, ligatures, dashes and quotes may differ, and the case where the file prints in capitals; figures
and the words around may not. What is given back is the file's own wording wherever the two differ in more than that.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from careercoach_desktop.features.resumes.reading.spans import Span, joined
from careercoach_desktop.foundation.documents.model import Line, SourceText

_SAME = str.maketrans("“”„«»‘’‚´`‐‑‒–—―−", "\"\"\"\"\"'''''-------")
_SKIPPED = "\u00ad\u200b\ufeff\ufffe"
_UNSPACED_FROM = "\u2e80"
"""Chinese and Japanese begin here."""
_PAGE_BREAK = 3
"""Lines that may stand between two lines of one text: a footer and a header."""
_INSTRUCTION = re.compile(
    r"\b(?:ignore|disregard|forget|override|ignoriere|ignorez|ignora)\b.{0,60}?"
    r"\b(?:above|previous|prior|earlier|preceding|instructions?|rules|prompts?|obige|anweisungen|instrucciones)\b",
    re.IGNORECASE,
)
_CUT_BEFORE = re.compile(
    r"(?:an?|the|to|of|for|no|not|non|without|vice|deputy|assistant|associate|junior|former|ex|acting|interim|aspiring"
    r"|future|co|sub|trainee|apprentice|student|under|via|zum|zur|der|die|das|des|dem|eine?|l[ea]s?|une?|d[ue]l?|el|los"
    r"|il|lo|gli)[\s-]+$",
    re.IGNORECASE,
)
_CUT_AFTER = re.compile(
    r"[\s(\[-]+(?:candidate|student|trainee|intern|internship|apprentice|assistant|dropout|pending|unfinished"
    r"|incomplete|abandoned|withdrawn|discontinued|not|equivalent|aspirant|praktikant|werkstudent|stagiaire)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Found:
    """The text as it may be used, and where it stands."""

    text: str
    spans: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class _Letter:
    char: str
    line: int
    at: int


class Lines:
    """The lines of an original that have text, counted from 0."""

    def __init__(self, source: SourceText) -> None:
        self._lines = [line for line in source.lines if line.text.strip()]
        self._instructions = _instructions(self._lines)

    def __len__(self) -> int:
        return len(self._lines)

    def line(self, number: int) -> Line:
        return self._lines[number]

    def exist(self, numbers: Sequence[int]) -> bool:
        return bool(numbers) and all(0 <= number < len(self._lines) for number in numbers)

    def are_usable(self, numbers: Sequence[int]) -> bool:
        """Whether they exist and none of them tells its reader what to do instead of telling of a career."""
        return self.exist(numbers) and not self._instructions.intersection(numbers)

    def text(self, numbers: Sequence[int]) -> str:
        """The lines as one paragraph."""
        return joined(Span.whole(self._lines[number]) for number in numbers)

    def whole(self, numbers: Sequence[int]) -> Found | None:
        """The lines themselves, when they follow each other."""
        if not self.are_usable(numbers) or _gap(numbers) > _PAGE_BREAK:
            return None
        text = " ".join(self.text(numbers).split())
        return Found(text, tuple(Span.whole(self._lines[number]) for number in numbers)) if text else None

    def find(self, text: str, numbers: Sequence[int], *, guarded: bool = False) -> Found | None:
        """Where ``text`` stands in lines that follow each other. ``guarded``: not when a word beside it makes it
        another claim."""
        if not self.are_usable(numbers):
            return None
        for run in _runs(numbers):
            for keep_hyphens in (True, False):
                found = self._find_in(text, run, guarded=guarded, keep_hyphens=keep_hyphens)
                if found is not None:
                    return found
        return None

    def near(self, one: int, other: int) -> bool:
        """Whether two lines stand together: in reading order, or beside each other on the page."""
        if abs(one - other) <= 6:
            return True
        a, b = self._lines[one], self._lines[other]
        if a.box is None or b.box is None or a.page != b.page:
            return False
        return a.box.top - 2 * a.box.height < b.box.bottom and b.box.top - 2 * b.box.height < a.box.bottom

    def _find_in(self, text: str, run: Sequence[int], *, guarded: bool, keep_hyphens: bool) -> Found | None:
        wanted = "".join(_plain(char) for char in text)
        if not any(char.isalnum() for char in wanted):
            return None
        letters = list(self._letters(run, keep_hyphens=keep_hyphens))
        heap = "".join(letter.char for letter in letters)
        begin = heap.find(wanted)
        while begin >= 0:
            first, last = letters[begin], letters[begin + len(wanted) - 1]
            if self._stands_alone(first, last) and not (guarded and self._is_cut(first, last)):
                found = self._taken(text, first, last)
                if found is not None:
                    return found
            begin = heap.find(wanted, begin + 1)
        return None

    def _letters(self, run: Sequence[int], *, keep_hyphens: bool) -> Iterator[_Letter]:
        for number in run:
            text = self._lines[number].text.rstrip()
            for at, char in enumerate(text):
                if not keep_hyphens and at == len(text) - 1 and number != run[-1] and _plain(char) == "-":
                    continue
                for plain in _plain(char):
                    yield _Letter(plain, number, at)

    def _stands_alone(self, first: _Letter, last: _Letter) -> bool:
        """The text is no piece of a longer word or number."""
        before = self._lines[first.line].text[: first.at]
        after = self._lines[last.line].text[last.at + 1 :]
        own, end = self._lines[first.line].text[first.at], self._lines[last.line].text[last.at]
        if re.search(r"\d[.,]?$", before) and own.isdigit():
            return False
        if end.isdigit() and re.match(r"[.,]?\d", after):
            return False
        if end.isalnum() and re.match(r"[+#]|\.\w", after):  # "C" is not said by "C++", nor "Node" by "Node.js"
            return False
        return not _joined_to(before[-1:], own) and not _joined_to(end, after[:1])

    def _is_cut(self, first: _Letter, last: _Letter) -> bool:
        """Whether the word beside it makes it another claim, as in "Assistant to the CEO"."""
        before = re.search(r"[^\W\d_]+[\s-]+$", self._lines[first.line].text[: first.at])
        after = self._lines[last.line].text[last.at + 1 :]
        return bool((before and _CUT_BEFORE.fullmatch(before[0])) or _CUT_AFTER.match(after))

    def _taken(self, text: str, first: _Letter, last: _Letter) -> Found | None:
        spans = []
        for number in range(first.line, last.line + 1):
            line = self._lines[number]
            start = first.at if number == first.line else 0
            end = last.at + 1 if number == last.line else len(line.text)
            spans.append(Span(line, start, end).strip())
        own = " ".join(joined(spans).split())
        said = " ".join(text.split())
        if re.findall(r"\d+", _folded(own)) != re.findall(r"\d+", _folded(said)):
            return None
        return Found(_worded(said, own), tuple(spans))


def _worded(said: str, own: str) -> str:
    """The file's wording, unless only its spacing was mended (dashes, quotes and ligatures too) or its capitals were
    set in ordinary letters."""
    in_capitals = not any(char.islower() for char in own)
    return said if in_capitals or _letters_of(said) == _letters_of(own) else own


def _letters_of(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKC", text) if char.isalnum())


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


@lru_cache(maxsize=8192)
def _plain(char: str) -> str:
    if char in _SKIPPED or char.isspace():
        return ""
    return "".join(unicodedata.normalize("NFKC", char).translate(_SAME).casefold().split())


def _joined_to(one: str, other: str) -> bool:
    """Whether two letters beside each other belong to one word; scripts that write no spaces don't tell."""
    return one.isalnum() and other.isalnum() and max(one, other) < _UNSPACED_FROM


def _runs(numbers: Sequence[int]) -> list[list[int]]:
    """Numbers as runs without gaps, the longest first so that a text over several lines is found whole."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return sorted(runs, key=len, reverse=True)


def _gap(numbers: Sequence[int]) -> int:
    """The most lines that are left out between two that follow each other."""
    return max((after - before - 1 for before, after in pairwise(numbers)), default=0)


def _instructions(lines: Sequence[Line]) -> frozenset[int]:
    """Lines that speak to their reader, with what follows in the same block: they are no source for anything."""
    found: set[int] = set()
    for number, line in enumerate(lines):
        pair = f"{line.text} {lines[number + 1].text}" if number + 1 < len(lines) else line.text
        match = _INSTRUCTION.search(line.text) or _INSTRUCTION.search(pair)
        if match is None or match.start() >= len(line.text):
            continue
        found.add(number)
        for after in range(number + 1, min(number + 4, len(lines))):
            if lines[after].block != line.block or lines[after].page != line.page or lines[after].bullet:
                break
            found.add(after)
    return frozenset(found)
