"""Paragraphs with marked words: what nothing proves in a suggestion, and what changed between two tries.

A mark is never colour alone: doubtful words are underlined, new ones underlined, old ones struck through.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy

from careercoach_desktop.features.evidence.model import Claim
from careercoach_desktop.features.resumes.comparing import Segment, Tone, difference, merged
from careercoach_desktop.foundation.uikit import Size, Theme, current_theme


class MarkedText(QLabel):
    """``spoken`` is what a screen reader says. It is painted anew when the theme changes."""

    def __init__(self, render: Callable[[Theme], str], spoken: str, *, size: int = Size.BODY) -> None:
        super().__init__()
        self._paint_words = render
        self._theme = current_theme()
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setFont(self._theme.font(size))
        self.setAccessibleName(spoken)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._theme.changed.connect(self._render)
        self._render()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._render()

    def _render(self) -> None:
        colour = self._theme.hex("second")
        self.setText(f'<div style="color:{colour}; line-height:125%">{self._paint_words(self._theme)}</div>')


def suggestion(text: str, claims: Sequence[Claim]) -> MarkedText:
    """What could be said, with the words marked that nothing proves."""
    places = claim_places(text, claims)

    def render(theme: Theme) -> str:
        mark = f"background-color:{theme.hex('amber_soft')}; color:{theme.hex('amber')}; text-decoration:underline"
        shown, at = [], 0
        for start, end in places:
            shown += [_plain(text[at:start]), f'<span style="{mark}">{_plain(text[start:end])}</span>']
            at = end
        return "“" + "".join([*shown, _plain(text[at:])]) + "”"

    return MarkedText(render, text)


def claim_places(text: str, claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Where claims stand (from, to), in order and without overlaps; white space and letter case do not matter."""
    found = []
    for claim in claims:
        words = r"\s+".join(re.escape(word) for word in claim.text.split())
        if words and (at := re.search(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE)) is not None:
            found.append(at.span())
    places: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if not places or start >= places[-1][1]:
            places.append((start, end))
    return places


def changes(before: str, after: str) -> MarkedText:
    """One text with what went and what came, word by word."""
    segments = merged(*difference(before, after))
    gone = ", ".join(each.text.strip() for each in segments if each.tone is Tone.REMOVED)
    come = ", ".join(each.text.strip() for each in segments if each.tone is Tone.ADDED)
    spoken = f"What changed. New: {come or 'nothing'}. No longer there: {gone or 'nothing'}."
    return MarkedText(lambda theme: "".join(_segment(each, theme) for each in segments), spoken)


def _segment(segment: Segment, theme: Theme) -> str:
    text = _plain(segment.text)
    if segment.tone is Tone.REMOVED:
        style = f"background-color:{theme.hex('red_soft')}; color:{theme.hex('red')}; text-decoration:line-through"
    elif segment.tone is Tone.ADDED:
        style = f"background-color:{theme.hex('green_soft')}; color:{theme.hex('green')}; text-decoration:underline"
    else:
        return text
    return f'<span style="{style}">{text}</span>'


def _plain(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
