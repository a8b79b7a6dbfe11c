"""Where searched words stand in a text, so that whatever shows the text can mark them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QFontMetricsF, QPainter

from careercoach_desktop.features.jobs.filtering import folded
from careercoach_desktop.features.jobs.model import JobCard
from careercoach_desktop.foundation.uikit.theme import current_theme

Ranges = list[tuple[int, int]]
LINE = 2
"""Pixels of accent below a mark: the soft ground alone is too faint to be seen by everybody."""


def marked_ranges(text: str, words: Sequence[str]) -> Ranges:
    """(start, end) of every place in ``text`` where one of the folded ``words`` stands, in order and never overlapping.

    Positions are Python's, in characters.
    """
    if not text or not words:
        return []
    plain, places = _with_places(text)
    found = []
    for word in words:
        at = plain.find(word) if word else -1
        while at >= 0:
            found.append((places[at], places[at + len(word) - 1] + 1))
            at = plain.find(word, at + len(word))
    joined: Ranges = []
    for start, end in sorted(found):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def holds_any(texts: Sequence[str], words: Sequence[str]) -> bool:
    """Whether any of the folded ``words`` stands in any of the texts."""
    return bool(words) and any(word in plain for plain in map(folded, texts) for word in words)


def marked_in(card: JobCard, words: tuple[str, ...]) -> tuple[str, ...]:
    """The words if any of them stands in what is seen of the card, so that other pictures of it can be kept."""
    return words if holds_any((card.title, card.company, card.location), words) else ()


def mark_behind(
    painter: QPainter, shown: str, words: Sequence[str], metrics: QFontMetricsF, left: float, middle: float
) -> None:
    """Paint the marks under one line of text that begins at ``left``; paint the text itself afterwards."""
    top, bottom = round(middle - metrics.height() / 2), round(middle + metrics.height() / 2)
    for start, end in marked_ranges(shown, words):
        begin = round(left + metrics.horizontalAdvance(shown[:start]))
        width = round(left + metrics.horizontalAdvance(shown[:end])) - begin
        painter.fillRect(begin, top, width, bottom - top, current_theme().color("soft"))
        painter.fillRect(begin, bottom - LINE, width, LINE, current_theme().color("accent"))


def _with_places(text: str) -> tuple[str, Sequence[int]]:
    """The folded text, and for each of its characters the place of the one it came from."""
    if text.isascii():
        return text.lower(), range(len(text))
    letters, places = [], []
    for at, letter in enumerate(text):
        plain = folded(letter)
        letters.append(plain)
        places.extend([at] * len(plain))
    return "".join(letters), places
